"""A member of staff takes an alert: one does, and the others see who."""

from dataclasses import dataclass
from datetime import datetime

from checkin.actions.calls import rings_them
from checkin.actions.tell_who_called import say_who_took_it
from checkin.actions.tell_who_has_it import tell_who_has_it
from checkin.actions.who_may_take import ForOthers, whose_it_is
from checkin.agreements.ladder import claimed_until
from checkin.agreements.words_to_read import TO_READ
from checkin.lives.alert import Claimed, Open
from checkin.lives.alert_moves import Take, moved
from checkin.storage import alert_life, alert_steps, alerts, messages
from checkin.storage import staff as staff_kept
from checkin.storage.alert_steps import AlertStep
from checkin.storage.tables import AlertRow
from checkin.storage.transaction import kept_together


@dataclass(frozen=True, slots=True)
class Taken:
    """It is yours until this time; then it goes on to the next, unless you log a step."""

    until: datetime


@dataclass(frozen=True, slots=True)
class TakenBy:
    """Someone was first, or it is closed already."""

    name: str
    at: datetime | None


def take_alert(alert_id: str, staff_id: str, now: datetime) -> Taken | TakenBy | ForOthers:
    """Take an open alert. Messages to others that have not gone out are not sent any more.

    Whoever has it already keeps it, until the same time. What is for one is not for others.
    """
    with kept_together():
        alert = alerts.the_alert(alert_id)
        life = alert_life.life_of(alert)
        if isinstance(life, Claimed) and life.owner == staff_id:
            return Taken(life.next_at)
        if not isinstance(life, Open):
            return _taken_by(alert.taken_by, alert.taken_at)
        others = whose_it_is(alert, staff_id, now)
        if others:
            return others
        have_it(alert, life, staff_id, now)
    return Taken(claimed_until(life.level, now, life.do_by, life.hours))


def have_it(alert: AlertRow, life: Open, staff_id: str, now: datetime) -> None:
    """Let this one have an alert that is held and nobody has; whoever called is told.

    So is whoever may know of what its person keeps from this one.
    """
    taken = moved(Take(life, staff_id), now)
    messages.cancel_for_alert(alert.id, now)
    name = staff_kept.staff_by_id([staff_id])[staff_id].called
    alert_steps.add_steps([AlertStep(alert.id, now, "taken", f"{name} has it.", staff_id, taken)])
    if alert.kind == TO_READ:
        messages.cancel_said_of({alert.id}, now)  # that others are asked to read it
    say_who_took_it(alert, name, now)
    if rings_them(alert):
        tell_who_has_it(alert.whose, now)


def _taken_by(staff_id: str | None, at: datetime | None) -> TakenBy:
    named = staff_kept.staff_by_id([staff_id] if staff_id else [])
    return TakenBy(named[staff_id].called if staff_id in named else "Someone", at)
