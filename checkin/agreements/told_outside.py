"""What a person keeps from a whole house reaches somebody outside it, at once.

Where it is only unclear from whom it is kept, somebody outside reads it soon, and decides.
Source: trust.md A2, flow-library.md M2.
"""

from checkin.agreements.happened import Person, ToldOutside
from checkin.agreements.reached import Reached
from checkin.agreements.seeing import for_nobody_here
from checkin.agreements.seen import Said


def for_those_outside(check_in_id: str, said: Said) -> ToldOutside | None:
    """Return what happened, where what was said is for those outside alone."""
    team = said.around.team
    if not team.outside or not for_nobody_here(said):
        return None
    return ToldOutside(check_in_id, from_all=team.staff <= said.kept_from)


def told_outside(told: ToldOutside, person: Person) -> Reached:
    """Return what follows for the contacts outside."""
    key = f"told_outside:{told.check_in_id}"
    whom = "from everybody in the house" if told.from_all else "back: it is not clear from whom"
    return Reached(
        kind="told_outside",
        level="now" if told.from_all else "soon",
        key=key,
        group=key,
        title=f"{person.name} told something, and keeps it {whom}.",
        what=("Read what was said. Decide who acts, today.",),
    )
