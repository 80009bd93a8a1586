"""The same happened again while its alert was there: it joins it, and a call for help rings again."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from checkin.actions.calls import is_a_call, is_from_nobody, presses
from checkin.actions.contacts import Contacts
from checkin.actions.telling import reached_by, tell_rows, told_steps
from checkin.actions.whom_a_step_tells import Whom
from checkin.agreements.agreement import Agreement
from checkin.agreements.ladder import Tell, next_tell
from checkin.agreements.reached import Reached
from checkin.lives.alert import Claimed, Live
from checkin.lives.alert_due import rings_again
from checkin.lives.alert_moves import Again, Press, moved
from checkin.lives.new_message import NewMessage
from checkin.storage import alert_life, alert_steps, what_was_sent
from checkin.storage.alert_steps import AlertStep
from checkin.storage.tables import AlertRow, PersonRow, Staff

MORE = "They texted more."
Joined = tuple[list[AlertStep], list[NewMessage]]


def again(
    row: AlertRow,
    person: PersonRow | None,
    reached: Reached,
    agreement: Agreement | None,
    contacts: Contacts,
    now: datetime,
) -> Joined:
    """Return the steps and the messages that follow when a live alert is joined."""
    words = " ".join((reached.title, *reached.what))
    came = AlertStep(row.id, now, "again", words, said=reached.what)
    those = _those(row, person, agreement, contacts)
    calls = is_a_call(row) or is_from_nobody(row)
    return _join(came, those, now, reached.not_first, calls=calls)


def texted(words: str) -> str:
    """Return how the log of an alert says that a person texted this."""
    return f"Texted: {words}"


def said_more(
    row: AlertRow,
    person: PersonRow,
    words: str,
    agreement: Agreement | None,
    contacts: Contacts,
    now: datetime,
    not_first: Collection[str] = (),
) -> Joined:
    """Return the same for words that come while a person's call is live, in quotes."""
    shown = () if row.said_privately else (f"{person.called}: {words}",)
    came = AlertStep(row.id, now, "heard", texted(words), said=shown)
    return _join(came, _those(row, person, agreement, contacts), now, not_first, calls=True)


def more_was_said(
    row: AlertRow,
    those: Whom,
    now: datetime,
    not_first: Collection[str] = (),
    *,
    said: str = MORE,
    also: str = "",
) -> Joined:
    """Return the same for more of what a person told: the words themselves stand with the telling.

    `not_first`: who is not rung, while anybody else can be. `also`: who is told too, if they may
    know (a staff id).
    """
    came = AlertStep(row.id, now, "heard", said)
    return _join(came, those, now, not_first, also, calls=True)


def _those(
    row: AlertRow, person: PersonRow | None, agreement: Agreement | None, contacts: Contacts
) -> Whom:
    return Whom(row, person, agreement, contacts, alert_steps.who_cannot([row.id])[row.id])


def _join(
    came: AlertStep,
    those: Whom,
    now: datetime,
    not_first: Collection[str],
    also: str = "",
    *,
    calls: bool,
) -> Joined:
    """Keep it, and ring again; a call presses more now, whatever came.

    `calls`: the person waits for staff, whatever the level.
    """
    row, life = those.alert, alert_life.live(those.alert)
    step = came._replace(to=moved(Again(life), now))
    if not rings_again(life, _last_rung(row, life), now, calls=calls):
        return [step], []
    if presses(row):
        step = step._replace(to=moved(Press(life), now))
    return _rung(step, life, those, now, not_first, also)


def _last_rung(row: AlertRow, life: Live) -> datetime | None:
    """Return when it rang last; before one took it, it was for another press."""
    rung = what_was_sent.last_rung_for(row.id)
    match life:
        case Claimed(since=since) if rung and rung <= since:
            return None
        case _:
            return rung


def _rung(
    step: AlertStep,
    life: Live,
    those: Whom,
    now: datetime,
    not_first: Collection[str],
    also: str,
) -> Joined:
    row = those.alert
    tell = next_tell(life.level, life.step, now, task=life.task)
    staff = _whom(life, those, tell, now, not_first)
    too = those.contacts.may_know(row, now).get(also)
    if too and too.id not in {one.id for one in staff}:
        staff = [*staff, too]
    told = tell_rows(row, tell, staff, now, round_=life.round + 1)
    return [step, *told_steps(row.id, tell, staff, now)], told


def _whom(
    life: Live, those: Whom, tell: Tell, now: datetime, not_first: Collection[str]
) -> list[Staff]:
    """Whoever took it is told, and nobody else; while nobody has it, whoever was told before.

    Where whoever took it is not rung for this, or cannot be, all others who lead are.
    """
    house_id, contacts = those.alert.house_id, those.contacts
    owner = contacts.someone(life.owner, house_id) if isinstance(life, Claimed) else None
    if owner and owner.id not in not_first and reached_by(tell, [owner]):
        return [owner]
    others = replace(those, last=not_first)
    return others.with_the_first(tell, now, contacts.those_who_lead(house_id) if owner else ())
