"""Whoever was to do what we promised works here no more, or may not know of it: another is named."""

from datetime import datetime

from checkin.actions.as_rules_see import as_person
from checkin.actions.may_see import who_may_own
from checkin.actions.raise_alert import raise_alert
from checkin.agreements.named_to_do import KEPT_OUT, LEFT, owner_left
from checkin.storage import alerts, loops, people
from checkin.storage import staff as staff_kept
from checkin.storage.outside import contacts_of
from checkin.storage.tables import CheckInRow, LoopRow


def notice_who_left(now: datetime) -> None:
    """Raise it once for each promise, however often somebody looks."""
    for row in loops.promised_by_who_left():
        house = people.the_person(row.person_id).house_id
        _have_another_named(row, next(iter(staff_kept.managers_of(house)), None), LEFT, now)


def notice_who_is_kept_out(check_in: CheckInRow, now: datetime) -> None:
    """Raise it for each promise about what was said there that is theirs from whom it is kept now."""
    house = people.the_person(check_in.person_id).house_id
    here = {one.id for one in staff_kept.staff_of_houses([house])}
    outside = {one.id for one in contacts_of([house]).get(house, ())}
    rows = loops.promised_about(check_in.id)
    for loop_id, may in who_may_own(rows, here, outside, now).items():
        row = loops.the_loop(loop_id)
        if row.owner_id not in may:
            leads = (one for one in staff_kept.managers_of(house) if one in may)
            _have_another_named(row, next(leads, None), KEPT_OUT, now)


def _have_another_named(row: LoopRow, manager: str | None, why: str, now: datetime) -> None:
    person, who = people.the_person(row.person_id), staff_kept.staff(row.owner_id or "")
    about, called = as_person(person, people.name_of(person)), who.called if who else "Somebody"
    left = owner_left(row.id, row.decisions, about, called, manager, why)
    if not alerts.alert_with_key(left.key):
        raise_alert(person, left, now, check_in_id=row.check_in_id)
