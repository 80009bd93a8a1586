"""Whoever was told of an alert cannot do it: the next one is told, at once."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from checkin.actions.tell_who_called import GoesOn, as_it_goes_on, goes_on, say_who_else
from checkin.actions.telling import reached_by, tell_rows, told_steps
from checkin.actions.who_may_take import whose_it_is
from checkin.actions.whom_a_step_tells import Whom, whom, without
from checkin.agreements.ladder import Tell, next_tell
from checkin.lives.alert import Alert, Claimed, Open
from checkin.lives.alert_moves import AllCannot, GiveBack, TellNext, moved
from checkin.storage import alert_life, alert_steps, alerts, messages, what_was_sent
from checkin.storage import staff as staff_kept
from checkin.storage.alert_steps import AlertStep
from checkin.storage.tables import AlertRow, Staff
from checkin.storage.transaction import kept_together


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked instead of one who cannot do it.

    when: told now; told before; told before they said so once more; told when it goes on; or it is
    with them, and it is kept for when they give it back.
    """

    staff: list[Staff]
    when: Literal["now", "before", "already", "next", "has_it"]


def give_back(alert_id: str, staff_id: str, now: datetime) -> list[Staff] | None:
    """Give an alert back, and return who is told now; None where they do not have it.

    It goes up the ladder, past whoever gave it back, and never stays with nobody.
    """
    with kept_together():
        alert = alerts.the_alert(alert_id)
        life = alert_life.life_of(alert)
        if not isinstance(life, Claimed) or life.owner != staff_id:
            return None
        _say_that_they_cannot(alert_id, staff_id, moved(GiveBack(life), now), now)
        return _tell_next(alert, staff_id, now)


def refuse(alert_id: str, staff_id: str, now: datetime) -> Asked | None:
    """Note that one who was told cannot do it, whoever has it; return who is asked, and when.

    Said again, it changes nothing. None: they have it themselves, it is over, or it is for others.
    """
    with kept_together():
        alert = alerts.the_alert(alert_id)
        life = alert_life.life_of(alert)
        match life:
            case Open() if not whose_it_is(alert, staff_id, now):
                return _refuse_open(alert, life, staff_id, now)
            case Claimed(owner=owner) if owner != staff_id and not whose_it_is(
                alert, staff_id, now
            ):
                if staff_id not in whom(alert).cannot:
                    _say_that_they_cannot(alert_id, staff_id, None, now)
                return Asked(list(staff_kept.staff_by_id([owner]).values()), "has_it")
            case _:
                return None


def _refuse_open(alert: AlertRow, life: Open, staff_id: str, now: datetime) -> Asked:
    """Ask others of what nobody has.

    Where nobody else was told at this step, it goes on at once; where nobody else is here at
    all, it waits as it would have.
    """
    before = whom(alert)
    those = without(before, staff_id, now)
    others = [one for one in those.may_take(now) if one.id != staff_id]
    told = what_was_sent.told_last(alert.id)
    asked = [one for one in others if one.id in told]
    again = staff_id in before.cannot
    if not again:
        to = moved(TellNext(life), now) if others and not asked else None
        _say_that_they_cannot(alert.id, staff_id, to, now)
        if to:
            return Asked(_tell_next(alert, staff_id, now), "now")
    if asked and not again:
        say_who_else(those, staff_id, asked, now)
    if asked:
        return Asked(asked, "already" if again else "before")
    return Asked(_told_when_it_goes_on(alert, life), "next")


def gave_back_last(alert_id: str, staff_id: str) -> bool:
    """Say whether they gave it back and nobody took it since: pressed twice, it is one press."""
    since = [one for one in alert_steps.steps_of(alert_id) if one.kind in ("given_back", "taken")]
    return bool(since) and (since[-1].kind, since[-1].staff_id) == ("given_back", staff_id)


def _say_that_they_cannot(alert_id: str, staff_id: str, to: Alert | None, now: datetime) -> None:
    words = f"{_called(staff_id)} cannot do it."
    alert_steps.add_steps([AlertStep(alert_id, now, "given_back", words, staff_id, to)])


def _called(staff_id: str) -> str:
    return staff_kept.staff_by_id([staff_id])[staff_id].called


def tell_next(
    alert: AlertRow, now: datetime, cannot: str = ""
) -> tuple[GoesOn | None, list[Staff]]:
    """Tell the next who can of an alert that nobody has; return what became of it, and who they are.

    `cannot`: the id of who just said so.
    """
    those = whom(alert)
    to, tell, staff = _next_who_can(those, now)
    alert_steps.add_steps(told_steps(alert.id, tell, staff, now, to))
    messages.put(tell_rows(alert, tell, staff, now, to.round))
    others = cannot and cannot not in {one.id for one in staff}
    if others:
        return goes_on(those, "one_cannot", tell, staff, _called(cannot)), staff
    return goes_on(those, "asking_next", tell, staff), staff


def _tell_next(alert: AlertRow, staff_id: str, now: datetime) -> list[Staff]:
    """Tell the next who can, and the person that they are told in place of this one; return them."""
    went_on, staff = tell_next(alert, now, staff_id)
    messages.put(as_it_goes_on([went_on], now))
    return staff


def _told_when_it_goes_on(alert: AlertRow, life: Open) -> list[Staff]:
    """Return whom the next step tells, should nobody take it before."""
    at, to = life.next_at, moved(TellNext(life), life.next_at)
    if not isinstance(to, Open):
        return []
    tell = next_tell(to.level, to.step, at, task=to.task)
    return reached_by(tell, whom(alert).at_step(tell, at))


def _next_who_can(those: Whom, now: datetime) -> tuple[Open, Tell, list[Staff]]:
    """Return the next step at which there is somebody else; the last one, where there is nobody.

    Of what calls at once all others here are told then, and everybody right after.
    """
    life = _given_back(those.alert, alert_life.life_of(those.alert))
    tell = next_tell(life.level, life.step, now, task=life.task)
    while not tell.exhausted and not those.has_another(tell, now):
        life = _given_back(those.alert, moved(TellNext(life), now))
        tell = next_tell(life.level, life.step, now, task=life.task)
    if not those.has_another(tell, now):
        life = _given_back(those.alert, moved(AllCannot(life), now))
    return life, replace(tell, step=life.step), those.at_step(tell, now)


def _given_back(alert: AlertRow, life: Alert) -> Open:
    if not isinstance(life, Open):
        raise TypeError(f"Alert {alert.id} was given back, and is {alert.state}.")
    return life
