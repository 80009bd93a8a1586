"""An agreement is shown to the person, and they say what they think of it: kept with the version."""

from datetime import datetime

from checkin.actions.as_rules_see import as_person
from checkin.actions.raise_alert import raise_alert
from checkin.actions.settle_task import settle_task
from checkin.agreements.own_view import OwnView, Says, Shown, group_of, needs_a_talk
from checkin.storage import agreement_views, agreements, people
from checkin.storage.agreement_views import NewView
from checkin.storage.transaction import kept_together

AGREED = "They agree."


def show_agreement(version_id: str, now: datetime, *, device_id: str) -> None:
    """It is on their page: kept the first time."""
    with kept_together():
        agreements.held(agreements.version(version_id).agreement.key)
        if not isinstance(agreement_views.standing_of(version_id), Shown | Says):
            agreement_views.put(NewView(version_id, "shown", now, device_id=device_id))


def say_view(
    version_id: str,
    view: OwnView,
    now: datetime,
    *,
    device_id: str | None = None,
    staff_id: str | None = None,
    how: str = "",
) -> None:
    """Keep what they say; whoever knows them best is told of each change that needs a talk.

    `device_id`: where it was pressed; or `staff_id` and `how`: who wrote down a talk, and how it was.
    """
    with kept_together():
        version = agreements.version(version_id)
        agreements.held(version.agreement.key)
        stands = agreement_views.standing_of(version_id)
        last = stands.beside or stands if isinstance(stands, Says) else None
        if last and (last.view, last.noted_by, last.how) == (view, staff_id, how):
            return  # pressed twice
        number = agreement_views.put(NewView(version_id, view, now, device_id, staff_id, how))
        person = people.the_person(version.agreement.person)
        about = as_person(person, people.name_of(person))
        reached = needs_a_talk(
            version_id, version.agreement.title, view, number, about, noted=staff_id is not None
        )
        if reached:
            raise_alert(person, reached, now, agreed=version)
        elif _agrees(version_id):
            settle_task(group_of(version_id), "agrees", AGREED, now, staff_id)


def _agrees(version_id: str) -> bool:
    stands = agreement_views.standing_of(version_id)
    return isinstance(stands, Says) and stands.view == "agrees"
