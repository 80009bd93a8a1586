"""An agreement is shown to the person, and they say what they think of it: kept with the version."""

from datetime import datetime

from checkin.actions.as_rules_see import as_person
from checkin.actions.hours_of import hours_of
from checkin.actions.plan_anew import plan_anew
from checkin.actions.plan_check_ins import plan_check_ins
from checkin.actions.raise_alert import raise_alert
from checkin.actions.settle_task import settle_task
from checkin.agreements.ladder import HOUR
from checkin.agreements.own_view import OwnView, Says, Shown, ToCome, group_of, needs_a_talk
from checkin.agreements.times import local
from checkin.storage import agreement_versions, agreement_views, agreements, alerts, people
from checkin.storage.agreement_views import NewView
from checkin.storage.agreements import InForce
from checkin.storage.tables import PersonRow
from checkin.storage.transaction import kept_together

AGREED = "They agree."
OTHERWISE = "They say something else now."


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
        row = agreements.held(version.agreement.key)
        stands = agreement_views.standing_of(version_id)
        last = stands.beside or stands if isinstance(stands, Says) else None
        if row is None or (last and (last.view, last.noted_by, last.how) == (view, staff_id, how)):
            return  # pressed twice
        number = agreement_views.put(NewView(version_id, view, now, device_id, staff_id, how))
        person = people.the_person(version.agreement.person)
        reached = needs_a_talk(
            version_id,
            version.agreement.title,
            view,
            number,
            as_person(person, people.name_of(person)),
            now,
            noted=staff_id is not None,
            to_come=to_come(version, person, now),
        )
        if reached:
            if last and last.view != view and not _is_taken(version_id):
                settle_task(group_of(version_id), "said otherwise", OTHERWISE, now, staff_id)
            raise_alert(person, reached, now, agreed=version)
        elif _agrees(version_id):
            settle_task(group_of(version_id), "agrees", AGREED, now, staff_id)
        if agreement_versions.settle(row, staff_id, now):
            plan_anew(row.id, now, now)
            plan_check_ins(now)


def to_come(version: InForce, person: PersonRow, now: datetime) -> ToCome | None:
    """Return what is known of a version that has not begun. By day they are texted at once."""
    if version.in_force_from <= now:
        return None
    agreement = version.agreement
    return ToCome(
        begins=local(version.in_force_from, agreement.zone).date(),
        made_by=version.made_by,
        tell_by=hours_of(person, now).wait_until(now) or now + HOUR,
        all_the_same=agreement.view_of_person != "agrees",
    )


def _is_taken(version_id: str) -> bool:
    """Say whether somebody has that work: what they say since joins it; else it is called by that."""
    work = alerts.live_in_group(group_of(version_id))
    return work is not None and work.taken_by is not None


def _agrees(version_id: str) -> bool:
    stands = agreement_views.standing_of(version_id)
    return isinstance(stands, Says) and stands.view == "agrees"
