"""What staff do where somebody says that they were hurt, or may have said so.

Source: thresholds.md T15, trust.md A2.
"""

SOMEONE_HURT = "someone_hurt"  # the kind of its alert
DECIDE_WITH_A_REASON = "Write what was decided, and why."

_ADVICE = (
    "First: is {name} out of harm's way now? In danger, ring 999.",
    "Listen. Do not question {name}, and do not look for proof.",
    "Read {name}'s own words. Write down anything more just as it was said.",
    "Decide today what happens and who acts. Close this with the decision and the reason.",
    "Tell {name} what was decided, and what happens next.",
)


def advice(name: str) -> tuple[str, ...]:
    """Return what to do about a disclosure, a line each."""
    return tuple(line.format(name=name) for line in _ADVICE)
