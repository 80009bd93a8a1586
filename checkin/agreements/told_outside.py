"""What is for the contacts outside a house: kept from it, or from a manager; unclear; or picked.

Kept from the whole house it reaches them at once, and where a call for help rings only those from
whom it is kept; else soon.
Source: trust.md A2, flow-library.md M2.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from checkin.agreements.happened import Person, ToldOutside, WhyOutside
from checkin.agreements.reached import Reached
from checkin.agreements.seeing import for_nobody_here, outside_readers
from checkin.agreements.seen import NOBODY, Said
from checkin.agreements.who_outside import nobody_answers
from checkin.conversation.flows.level import Level

TOLD_OUTSIDE = "told_outside"  # the kind of its alert
AT_ONCE: Collection[WhyOutside] = ("from_all", "called")


def for_those_outside(check_in_id: str, said: Said) -> ToldOutside | None:
    """Return what happened, where what was said is for contacts outside, and why it is theirs."""
    team = said.around.team
    if not outside_readers(replace(said, told=NOBODY)):  # who was called in has it already
        return None
    why: WhyOutside = "unclear" if said.unclear else "nobody_can"
    if said.picked & team.outside:
        why = "picked"
    if said.kept_from & team.managers:
        why = "from_manager"
    if team.staff <= said.kept_from:
        why = "from_all"
    return ToldOutside(check_in_id, why, alone=_is_theirs(said))


def for_those_outside_too(check_in_id: str, said: Said) -> ToldOutside | None:
    """Return what happened, where a call for help rings only those from whom it is kept."""
    if not outside_readers(replace(said, called=True)):
        return None
    return ToldOutside(check_in_id, "called", alone=_is_theirs(said))


def _is_theirs(said: Said) -> bool:
    return for_nobody_here(said) or nobody_answers(said)


def is_called_already(told: ToldOutside, levels: Collection[Level]) -> bool:
    """Say whether what it raised, at these levels, calls them at once already."""
    return told.alone and "now" in levels


def told_outside(told: ToldOutside, person: Person) -> Reached:
    """Return what follows for the contacts outside."""
    key = f"told_outside:{told.check_in_id}"
    return Reached(
        kind=TOLD_OUTSIDE,
        level="now" if told.why in AT_ONCE else "soon",
        key=key,
        group=key,
        title=_TITLES[told.why].format(name=person.name),
        what=("Read what was said. Decide who acts, today.",),
    )


_TITLES: Mapping[WhyOutside, str] = {
    "from_all": "{name} told something, and keeps it from everybody in the house.",
    "from_manager": "{name} told something, and keeps it from a manager of the house.",
    "picked": "{name} told something, and picked somebody outside the house to see it.",
    "called": "{name} calls for help. The call is with those from whom {name} keeps what was told.",
    "nobody_can": "{name} told something, and nobody in the house can do it.",
    "unclear": "{name} told something. It is not clear whom in the house to keep it from.",
}
