"""Words told to some alone that none of them read in time: they are asked, and then who leads."""

from datetime import datetime, timedelta

from checkin.actions.as_rules_see import as_person
from checkin.actions.promises import told_to_all
from checkin.actions.raise_alert import raise_alert
from checkin.agreements.times import local
from checkin.agreements.unread_words import unread_words
from checkin.lives.loop import Unread
from checkin.lives.loop_due import due_by
from checkin.storage import alerts, houses, loops, people
from checkin.storage.tables import LoopRow

LOOKED_FOR = timedelta(days=30)
"""So long after it was said: by then it was raised, and what is raised has no silent end."""


def notice_unread_words(now: datetime) -> None:
    """Raise it once for each, however often somebody looks."""
    late = [row for row in loops.unread(now - LOOKED_FOR) if _is_late(row, now)]
    there = {row.id for row in told_to_all(late, now)} if late else set()
    for row in late:
        person = people.the_person(row.person_id)
        task = unread_words(row.id, as_person(person, people.name_of(person)))
        if row.id not in there and not alerts.alert_with_key(task.key):
            raise_alert(person, task, now, check_in_id=row.check_in_id)


def _is_late(row: LoopRow, now: datetime) -> bool:
    zone = houses.house(people.the_person(row.person_id).house_id).zone
    due = due_by(Unread(), local(row.raised_at, zone).date())
    return due is not None and due < local(now, zone).date()
