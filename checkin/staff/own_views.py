"""What the person says of an agreement, truthfully: not shown yet, shown, or what they said."""

from collections.abc import Mapping

from checkin import clock
from checkin.agreements.own_view import NotShown, OwnView, Says, SetIt, Shown, Standing
from checkin.staff.times import at
from checkin.storage import staff as staff_kept

SAYS: Mapping[OwnView, str] = {
    "agrees": "{name} agrees",
    "does_not_agree": "{name} does not agree",
    "talk_first": "{name} wants to talk first",
}


def own_view(stands: Standing, name: str) -> str:
    """Say where one version stands with the person."""
    now = clock.now()
    match stands:
        case NotShown():
            return f"Not shown to {name} yet."
        case SetIt(when):
            return f"{name} set this themselves {at(when, now)}."
        case Shown(when):
            return f"Shown to {name} {at(when, now)}. They have not said what they think."
        case Says(view, when, noted_by, how, beside):
            said = f"{SAYS[view].format(name=name)}: {_how(noted_by, how, at(when, now))}."
            return f"{said} Beside it: {own_view(beside, name)}" if beside else said


def _how(noted_by: str | None, how: str, when: str) -> str:
    if noted_by is None:
        return f"pressed on their page {when}"
    named = staff_kept.staff_by_id([noted_by])
    return f"said in a talk {when}, written down by {named[noted_by].called}: {how.rstrip('.')}"
