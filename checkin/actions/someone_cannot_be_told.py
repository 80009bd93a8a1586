"""A message cannot reach someone: that is staff's to know, never a silence.

Source: texts.md section D "Provider safety" 5, trust.md decision 2 and hazard H5.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from checkin.actions.as_rules_see import covering_among
from checkin.actions.raise_alert import raise_alert
from checkin.actions.raise_reached import raise_reached
from checkin.actions.refused_number import keep_refused
from checkin.actions.stop_texts import stop_texts
from checkin.actions.telling import tell_rows
from checkin.actions.whom_a_step_tells import whom
from checkin.agreements.ladder import next_tell
from checkin.agreements.reached import Reached
from checkin.lives.alert import Open
from checkin.lives.alert_due import goes_on
from checkin.lives.alert_moves import GoOn, moved
from checkin.lives.message import MessageState
from checkin.lives.new_message import NewMessage
from checkin.lives.telling import Telling, telling_of
from checkin.storage import (
    agreements,
    alert_life,
    alert_steps,
    alerts,
    messages,
    people,
    what_was_sent,
)
from checkin.storage.alert_steps import AlertStep
from checkin.storage.leases import Leased
from checkin.storage.tables import AlertRow, MessageRow, PersonRow

OPTED_OUT = "21610"
NOT_SENT = "This message could not be sent."
NO_WORD = "No word came that this message arrived."
RANG = {"no-answer": "It rang, and nobody picked up.", "busy": "The line was busy."}
GOING_ON = "Going on to the next."


def cannot_be_told(message: Leased, code: str, now: datetime) -> None:
    """Follow up a message that failed for good: opted out, bad number, no credit."""
    person = people.person(message.person_id or "")
    if message.to_person and person is not None:
        if message.to.address == (person.phone or ""):  # a number of before says nothing of theirs
            _to_person(message, person, code, now)
    elif message.alert_id:
        keep_refused(message, code, now)
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
    _go_on(alert, life, telling_of(message.life.key), RANG.get(code, NOT_SENT), now)


def no_word_of(message: MessageRow, now: datetime) -> None:
    """Nobody knows whether a member of staff was told: ring whom a text may not have reached, and go on."""
    alert = alerts.the_alert(message.alert_id or "")
    life = alert_life.life_of(alert)
    if isinstance(life, Open):
        calls = _by_call(alert, life, message, now)
        messages.put(calls)
        words = f"{NO_WORD} Ringing them." if calls else NO_WORD
        _go_on(alert, life, telling_of(message.key), words, now)


def _by_call(
    alert: AlertRow, life: Open, message: MessageRow, now: datetime
) -> Sequence[NewMessage]:
    """Return the call that tells them in place of a text, at the step where the alert stands.

    Nobody is rung of what they may not know any more, nor where the text stood in for a call.
    """
    telling = telling_of(message.key)
    if message.channel != "text" or telling.step != life.step:
        return ()
    tell = replace(next_tell(life.level, life.step, now, task=life.task), by="call")
    may = whom(alert).may_hear(now)
    staff = [one for key, one in may.items() if key == message.staff_id]
    calls = tell_rows(alert, tell, staff, now, telling.round)
    return [one for one in calls if one.key != message.key]


def _go_on(alert: AlertRow, life: Open, telling: Telling, happened: str, now: datetime) -> None:
    done = _reached_nobody(alert.id, telling, life)
    past = _last_before_others(alert, life, now) if done else None
    words = happened if past is None else f"{happened} {GOING_ON}"
    to = None if past is None else moved(GoOn(life, past), now)
    alert_steps.add_steps([AlertStep(alert.id, now, "not_told", words, to=to)])


def _reached_nobody(alert_id: str, telling: Telling, life: Open) -> bool:
    """Say whether the alert's own last telling is done with: each failed, was refused, or is not heard of."""
    last, cannot = what_was_sent.last_telling(alert_id), alert_steps.who_cannot([alert_id])
    failed = all(_told_nobody(one) or one.staff_id in cannot[alert_id] for one in last)
    return failed and goes_on(life, telling, telling_of(last[0].key))


def _told_nobody(message: MessageRow) -> bool:
    unheard = message.state == MessageState.ACCEPTED and message.asked_at is not None
    return unheard or message.state == MessageState.FAILED


def _last_before_others(alert: AlertRow, life: Open, now: datetime) -> int | None:
    """Return the step before the first that tells someone on a phone not tried just now; None: none does."""
    tried = {(one.channel, one.address) for one in what_was_sent.last_telling(alert.id)}
    those, step = whom(alert), life.step
    while True:
        step += 1
        tell = next_tell(life.level, step, now, task=life.task)
        following = tell_rows(alert, tell, those.at_step(tell, now), now)
        if any((one.to.channel, one.to.address) not in tried for one in following):
            return step - 1
        if tell.exhausted:
            return None
