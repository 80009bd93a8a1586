"""The day that we named is over and it is not done: whoever promised it hears so, and the manager."""

from datetime import datetime

from checkin.actions.as_rules_see import as_person
from checkin.actions.raise_alert import raise_alert
from checkin.agreements.times import local
from checkin.lives.loop import Promised
from checkin.lives.promise_late import is_late, promise_late
from checkin.storage import alerts, houses, loops, people
from checkin.storage.tables import LoopRow


def notice_late_promises(now: datetime) -> None:
    """Raise each late promise once, however often somebody looks."""
    for row in loops.promised_before(now.date()):
        life = loops.life_of(row)
        if isinstance(life, Promised) and late_now(row, now):
            _raise(row, life, now)


def late_now(row: LoopRow, now: datetime) -> bool:
    """Say whether it is late where the person lives."""
    zone = houses.house(people.the_person(row.person_id).house_id).zone
    return is_late(loops.life_of(row), local(now, zone).date())


def _raise(row: LoopRow, life: Promised, now: datetime) -> None:
    person = people.the_person(row.person_id)
    late = promise_late(row.id, life, row.owner_id, as_person(person, people.name_of(person)))
    if not alerts.alert_with_key(late.key) and not alerts.live_in_group(late.group):
        raise_alert(person, late, now, check_in_id=row.check_in_id)
