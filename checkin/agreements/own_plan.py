"""The plan of a person's morning: as they set it up themselves, or else as staff wrote it down with them.

There is one plan. What they said in their own words takes the place of what was written before.
"""

from collections.abc import Collection, Mapping

from checkin.agreements.how_asked import Lines

MORNING = (
    Lines.START, Lines.QUIET, Lines.ORDER, Lines.MOST, Lines.CAN_WAIT, Lines.PROMPT, Lines.VOICE,
)  # fmt: skip


def is_their_own(kinds: Collection[str]) -> bool:
    """Say whether they set up their morning themselves, by the kinds of lines that stand."""
    return any(one in kinds for one in MORNING)


def is_all_their_own(kinds: Collection[str]) -> bool:
    """Say whether they set up each part of it: of what they skipped, what was written before stands."""
    return all(one in kinds for one in MORNING)


def plan(lines: Mapping[Lines, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the plan line by line; empty where there is none."""
    own = tuple(", ".join(lines[kind]) for kind in MORNING if lines.get(kind))
    return own or lines.get(Lines.PLAN, ())
