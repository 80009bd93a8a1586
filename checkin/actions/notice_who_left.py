"""Whoever was to do what we promised works here no more: a manager names somebody else."""

from datetime import datetime

from checkin.actions.as_rules_see import as_person
from checkin.actions.raise_alert import raise_alert
from checkin.agreements.named_to_do import owner_left
from checkin.storage import alerts, loops, people
from checkin.storage import staff as staff_kept


def notice_who_left(now: datetime) -> None:
    """Raise it once for each promise, however often somebody looks."""
    for row in loops.promised_by_who_left():
        person = people.the_person(row.person_id)
        who = staff_kept.staff(row.owner_id or "")
        manager = next(iter(staff_kept.managers_of(person.house_id)), None)
        about = as_person(person, people.name_of(person))
        left = owner_left(row.id, row.decisions, about, who.called if who else "Somebody", manager)
        if not alerts.alert_with_key(left.key):
            raise_alert(person, left, now, check_in_id=row.check_in_id)
