"""The same happened again while its alert was there: it joins it, and a call for help rings again."""

from collections.abc import Collection
from datetime import datetime

from checkin.actions.calls import FOR_HELP, is_a_call
from checkin.actions.contacts import Contacts
from checkin.actions.telling import other_than, tell_rows, told_steps, with_those_who_lead
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
    person: PersonRow,
    reached: Reached,
    agreement: Agreement | None,
    contacts: Contacts,
    now: datetime,
) -> Joined:
    """Return the steps and the messages that follow when a live alert is joined."""
    life = alert_life.live(row)
    words = " ".join((reached.title, *reached.what))
    step = AlertStep(row.id, now, "again", words, to=moved(Again(life), now), said=reached.what)
    last_rung = _last_rung(row, life, reached.not_first)
    if not rings_again(life, last_rung, now, calls=is_a_call(row)):
        return [step], []
    if is_a_call(row):
        step = step._replace(to=moved(Press(life), now))
    return _rung(step, row, life, person, agreement, contacts, now, reached.not_first)


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
    life = alert_life.live(row)
    shown = () if row.said_privately else (f"{person.called}: {words}",)
    step = AlertStep(row.id, now, "heard", texted(words), to=moved(Again(life), now), said=shown)
    if not rings_again(life, _last_rung(row, life, not_first), now, calls=True):
        return [step], []
    step = step._replace(to=moved(Press(life), now))
    return _rung(step, row, life, person, agreement, contacts, now, not_first)


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
    life = alert_life.live(row)
    step = AlertStep(row.id, now, "heard", said, to=moved(Again(life), now))
    if not rings_again(life, what_was_sent.last_rung_for(row.id), now, calls=True):
        return [step], []
    with_ = those.person, those.agreement, those.contacts
    return _rung(step, row, life, *with_, now, not_first, also)


def _last_rung(row: AlertRow, life: Live, not_first: Collection[str]) -> datetime | None:
    """Return when it rang last. Before one took it who is not rung for this, it was for another press."""
    rung = what_was_sent.last_rung_for(row.id)
    match life:
        case Claimed(owner=owner, since=since) if owner in not_first and rung and rung <= since:
            return None
        case _:
            return rung


def _rung(
    step: AlertStep,
    row: AlertRow,
    life: Live,
    person: PersonRow,
    agreement: Agreement | None,
    contacts: Contacts,
    now: datetime,
    not_first: Collection[str] = (),
    also: str = "",
) -> Joined:
    tell = next_tell(life.level, life.step, now, task=life.task)
    cannot = {*alert_steps.who_cannot([row.id])[row.id], *not_first}
    those = Whom(row, person, agreement, contacts, cannot)
    staff = _whom(life, _told_before(those, tell, now), contacts, row.house_id, not_first)
    if isinstance(life, Claimed) and life.owner in not_first:
        leads = with_those_who_lead(staff, row, contacts, now)
        staff = other_than(cannot, leads, row, contacts, now)
    too = contacts.may_know(row, now).get(also)
    if too and too.id not in {one.id for one in staff}:
        staff = [*staff, too]
    told = tell_rows(row, tell, staff, now, round_=life.round + 1)
    return [step, *told_steps(row.id, tell, staff, now)], told


def _told_before(those: Whom, tell: Tell, now: datetime) -> list[Staff]:
    """Return whom this step tells, and, of a call for help, whom it rang first: they may be free now."""
    at_this_step = those.at_step(tell, now)
    if those.alert.kind not in FOR_HELP or tell.step == 0:
        return at_this_step
    at_first = those.at_step(next_tell(those.alert.level, 0, now), now)
    return list({one.id: one for one in (*at_this_step, *at_first)}.values())


def _whom(
    life: Live,
    told_before: list[Staff],
    contacts: Contacts,
    house_id: str,
    not_first: Collection[str],
) -> list[Staff]:
    """Whoever took it is told, and nobody else; while nobody has it, whoever was told before."""
    owner = contacts.someone(life.owner, house_id) if isinstance(life, Claimed) else None
    return [owner] if owner and owner.id not in not_first else told_before
