"""Something happened to a person: ask what was agreed about it, and raise what that asks for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from checkin.actions.as_rules_see import as_person, covering_among
from checkin.actions.raise_alert import Raised, raise_alerts
from checkin.actions.tell_of_call import tell_of_call
from checkin.actions.tell_who_has_it import tell_who_has_it
from checkin.agreements.happened import Happened, HelpAsked, WordUsed
from checkin.agreements.reached import Reached, VersionOf
from checkin.agreements.thresholds import reached
from checkin.storage import agreements, people
from checkin.storage.agreements import InForce
from checkin.storage.tables import PersonRow


def raise_reached(
    person: PersonRow,
    happened: Happened,
    now: datetime,
    *,
    check_in_id: str | None = None,
    not_first: tuple[str, ...] = (),
) -> None:
    """Raise every threshold that was reached; where no agreement speaks, who covers is told.

    `not_first`: who changed the number that it came from (ids); all others who lead are told at once.
    Where a call for help rings only those from whom something is kept, or one of them has a call,
    others are told of it too.
    """
    calls = isinstance(happened, HelpAsked | WordUsed)
    if calls:  # what they tell is held by it too: both touch the call and the telling
        people.held(person.id)
    in_force = agreements.agreements_of(person.id, now)
    covering = covering_among(in_force)
    about = as_person(person, people.name_of(person), covering)
    found = reached([one.agreement for one in in_force], happened, now, person=about)
    if not_first:
        found = tuple(_for_all_who_lead(one, not_first) for one in found)
    raise_alerts(
        [Raised(person, one, who_spoke(one, in_force) or covering, check_in_id) for one in found],
        now,
    )
    if calls:
        for told_id, outside in tell_of_call(person.id, now).items():
            raise_reached(person, outside, now, check_in_id=told_id)
    elif check_in_id:
        tell_who_has_it(person.id, now)


def _for_all_who_lead(one: Reached, not_first: tuple[str, ...]) -> Reached:
    return replace(one, leads_too=not one.task, not_first=(*one.not_first, *not_first))


def who_spoke(one: Reached, in_force: Sequence[InForce]) -> InForce | None:
    """Return the version that spoke, where one did."""
    named = ((VersionOf(each.agreement.key, each.agreement.version), each) for each in in_force)
    return next((each for version, each in named if version == one.version), None)
