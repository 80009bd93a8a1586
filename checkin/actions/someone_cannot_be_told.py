"""A message cannot reach someone: that is staff's to know, never a silence.

Source: texts.md section D "Provider safety" 5, trust.md decision 2 and hazard H5.
"""

from datetime import datetime

from checkin.actions.as_rules_see import covering_among
from checkin.actions.raise_alert import raise_alert
from checkin.actions.raise_reached import raise_reached
from checkin.actions.stop_texts import stop_texts
from checkin.actions.telling import tell_rows
from checkin.actions.whom_a_step_tells import whom
from checkin.agreements.ladder import next_tell
from checkin.agreements.reached import Reached
from checkin.lives.alert import Open
from checkin.lives.alert_due import goes_on
from checkin.lives.alert_moves import GoOn, moved
from checkin.lives.message import MessageState
from checkin.lives.telling import telling_of
from checkin.storage import agreements, alert_life, alert_steps, alerts, people, what_was_sent
from checkin.storage.alert_steps import AlertStep
from checkin.storage.leases import Leased
from checkin.storage.tables import AlertRow, PersonRow

OPTED_OUT = "21610"
NOT_SENT = "This message could not be sent."
RANG = {"no-answer": "It rang, and nobody picked up.", "busy": "The line was busy."}
GOING_ON = "Going on to the next."


def cannot_be_told(message: Leased, code: str, now: datetime) -> None:
    """Follow up a message that failed for good: opted out, bad number, no credit."""
    person = people.person(message.person_id or "")
    if message.to_person and person is not None:
        if message.to.address == (person.phone or ""):  # a number of before says nothing of theirs
            _to_person(message, person, code, now)
    elif message.alert_id:
        _to_staff(message, code, now)


def _to_person(message: Leased, person: PersonRow, code: str, now: datetime) -> None:
    if code == OPTED_OUT and not person.texts_stopped_at:
        stopped = stop_texts(person, message.id, None, now)
        raise_reached(person, stopped, now)
    elif code != OPTED_OUT:
        agreed = covering_among(agreements.agreements_of(person.id, now))
        raise_alert(person, _no_texts(message, person), now, agreed=agreed)


def _no_texts(message: Leased, person: PersonRow) -> Reached:
    name = people.name_of(person)
    return Reached(
        kind="cannot_be_texted_now",
        level="soon",
        key=f"not_delivered:{message.id}",
        group=f"not_delivered:{person.id}",
        title=f"Our texts do not reach {name}'s phone.",
        what=(f"Ring {name}, and check the number.",),
        about="service",
    )


def _to_staff(message: Leased, code: str, now: datetime) -> None:
    """A member of staff could not be told: when nobody at this step could, go on, and do not wait."""
    alert = alerts.the_alert(message.alert_id or "")
    life = alert_life.life_of(alert)
    if not isinstance(life, Open):
        return
    on = _reached_nobody(message, life) and _reaches_others(alert, life, now)
    happened, to = RANG.get(code, NOT_SENT), moved(GoOn(life), now) if on else None
    words = f"{happened} {GOING_ON}" if on else happened
    alert_steps.add_steps([AlertStep(alert.id, now, "not_told", words, to=to)])


def _reached_nobody(message: Leased, life: Open) -> bool:
    """Say whether the alert's own last telling is done with: each failed, or was refused."""
    alert_id = message.alert_id or ""
    telling, cannot = what_was_sent.last_telling(alert_id), alert_steps.who_cannot([alert_id])
    failed = all(
        one.state == MessageState.FAILED or one.staff_id in cannot[alert_id] for one in telling
    )
    newest = telling_of(telling[0].key)
    return failed and goes_on(life, telling_of(message.life.key), newest)


def _reaches_others(alert: AlertRow, life: Open, now: datetime) -> bool:
    """Say whether any step to come tells someone on a phone that was not tried just now."""
    tried = {(one.channel, one.address) for one in what_was_sent.last_telling(alert.id)}
    those, step = whom(alert), life.step
    while True:
        step += 1
        tell = next_tell(life.level, step, now, task=life.task)
        following = tell_rows(alert, tell, those.at_step(tell, now), now)
        if any((one.to.channel, one.to.address) not in tried for one in following):
            return True
        if tell.exhausted:
            return False
