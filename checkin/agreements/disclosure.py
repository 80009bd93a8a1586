"""What staff do where somebody says that they were hurt, or keeps something from a whole house.

Source: thresholds.md T15, trust.md A2.
"""

from checkin.agreements.told_outside import TOLD_OUTSIDE

DISCLOSURES = ("someone_hurt", TOLD_OUTSIDE)  # kinds of alerts
DECIDE_WITH_A_REASON = "Write what was decided, and why."

_ADVICE = (
    "First: is {name} out of harm's way now? In danger, ring 999.",
    "Listen. Do not question {name}, and do not look for proof.",
    "Read {name}'s own words. Write down anything more just as it was said.",
    "Decide today what happens and who acts. Close this with the decision and the reason.",
    "Tell {name} what was decided, and what happens next.",
)


def advice(kind: str, name: str) -> tuple[str, ...]:
    """Return what to do about an alert of this kind, a line each; often none of its own."""
    return tuple(line.format(name=name) for line in _ADVICE) if kind in DISCLOSURES else ()
