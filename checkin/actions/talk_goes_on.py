"""A newer version of an agreement is written while a talk about an older one waits: it goes on about that."""

from collections.abc import Sequence
from datetime import datetime

from checkin.actions.as_rules_see import as_person
from checkin.actions.raise_alert import raise_alert
from checkin.actions.settle_task import settle_task
from checkin.actions.show_agreement import to_come
from checkin.agreements.own_view import OwnView, Says, group_of, needs_a_talk
from checkin.storage import agreement_views, people
from checkin.storage.agreements import InForce
from checkin.storage.tables import PersonRow

WRITTEN = "A newer version was written."
WRITTEN_WITH = "A newer version was written with them: they agree."


def talk_goes_on(
    older: Sequence[InForce], new: InForce, staff_id: str | None, now: datetime
) -> None:
    """Settle the talk about an older version; where they did not agree to the new one, it is about that."""
    agrees = new.agreement.view_of_person == "agrees"
    words = WRITTEN_WITH if agrees else WRITTEN
    for one in older:
        settled = settle_task(group_of(one.version_id), "written anew", words, now, staff_id)
        stands = agreement_views.standing_of(one.version_id)
        if settled and isinstance(stands, Says) and not agrees:
            _raise_about(new, stands.view, now)
            return


def _raise_about(new: InForce, view: OwnView, now: datetime) -> None:
    person: PersonRow = people.the_person(new.agreement.person)
    who = as_person(person, people.name_of(person))
    comes = to_come(new, person, now)
    talk = needs_a_talk(new.version_id, new.agreement.title, view, 0, who, now, to_come=comes)
    if talk:
        raise_alert(person, talk, now, agreed=new)
