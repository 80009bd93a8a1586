"""One alert on one page: what happened, what was agreed, what to do, what was done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import abort, request
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.take_alert import TakenBy
from checkin.door.kept_from_me import open_to, reads_words
from checkin.door.me import me
from checkin.staff.alert_lines import alert_lines
from checkin.staff.alert_log import NEEDED, OUTCOMES, STEPS, WAYS, step_words
from checkin.staff.desk import show
from checkin.staff.people import what_it_asks
from checkin.staff.plain import at, how_it_stands, how_sent, when
from checkin.staff.private_words import private_text
from checkin.staff.texts import texts_with
from checkin.staff.what_to_do import agreed_about, what_to_do
from checkin.storage import alert_steps, alerts, check_ins, messages, people
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, AlertStepRow, CheckInRow, MessageRow, PersonRow

DAY = timedelta(days=1)
SAY_IT_ALL = ("opened", "taken")  # kinds whose own words say no more


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of what was done: who, what, when; a message also says what became of it."""

    at: datetime
    who: str
    what: str
    words: str
    is_message: bool = False


def alert_page(
    alert_id: str,
    *,
    problem: str | None = None,
    taken_by: TakenBy | None = None,
    too_late: bool = False,
    status: int = 200,
) -> Response:
    """Show an alert, with what stands in the way of what was just tried.

    `too_late`: the page was old, and who looks at it does not have the alert.
    """
    now, row = clock.now(), alerts.alert(alert_id)
    if row is None:
        abort(404)
    person = people.the_person(row.person_id)
    agreed = agreed_about(row)
    agreement = agreed.agreement if agreed else None
    check_in = _check_in_behind(row)
    steps = alert_steps.steps_of(alert_id)
    (line,) = alert_lines([row], me(), now)
    return show(
        "alert",
        status,
        line=line,
        alert=row,
        person=person,
        agreed=agreed,
        to_do=what_to_do(row, person, agreement, check_in, steps),
        check_in=check_in,
        check_in_words=how_it_stands(check_in, now) if check_in else (),
        reads=check_in is not None and reads_words(me(), check_in),
        today=_today(person, now),
        log=_log(steps, messages.messages_of_alert(alert_id), now),
        private=private_text(row, me(), now),
        texts=texts_with(person, now - DAY, me(), now)[-6:],
        steps=STEPS,
        outcomes=OUTCOMES,
        needed=NEEDED,
        ways=WAYS,
        given=request.form,
        problem=went_on(row, steps, now) if too_late else problem,
        taken_by=taken_by,
    )


def went_on(row: AlertRow, steps: Sequence[AlertStepRow], now: datetime) -> str:
    """Say what became of an alert meanwhile, to someone who does not have it."""
    named = staff_kept.staff_by_id([one.staff_id for one in steps if one.staff_id])
    not_kept = "What you wrote is not kept."
    if row.state == "closed":
        by = named.get(steps[-1].staff_id or "")
        return f"{by.called if by else 'Checkin'} closed it {at(row.closed_at, now)}. {not_kept}"
    if row.state == "cancelled":
        return f"It was taken off the list {at(row.closed_at, now)}. {not_kept}"
    if row.taken_by:
        return f"{named[row.taken_by].called} has it since {when(row.taken_at, now)}. {not_kept}"
    return f"Nobody has it now. Take it, then save this again. {not_kept}"


def began(alert_id: str) -> datetime:
    """Return since when there was something to know: its check-in began, else it was raised."""
    row = alerts.alert(alert_id)
    if row is None:
        abort(404)
    behind = check_ins.check_in(row.check_in_id) if row.check_in_id else None
    return behind.early_from if behind else row.opened_at


def _check_in_behind(alert: AlertRow) -> CheckInRow | None:
    """Return the check-in it came from, where that is there for them: a call for help always is."""
    found = check_ins.check_in(alert.check_in_id) if alert.check_in_id else None
    return next(iter(open_to(me(), [found])), None) if found else None


def _today(person: PersonRow, now: datetime) -> list[tuple[str, str, str]]:
    """Return the check-ins around now that staff can mark as with staff."""
    rows = check_ins.check_ins_of(person.id, now - DAY / 2, now + DAY / 2)
    open_now = [row for row in open_to(me(), rows) if check_ins.still_open(row)]
    return [(row.id, what_it_asks(row), " ".join(how_it_stands(row, now))) for row in open_now]


def _log(
    steps: Sequence[AlertStepRow], sent: Sequence[MessageRow], now: datetime
) -> list[Happened]:
    ids = [*(one.staff_id for one in steps), *(one.staff_id for one in sent)]
    named = {key: one.called for key, one in staff_kept.staff_by_id(filter(None, ids)).items()}
    found = [*_as_steps(steps, named), *_as_messages(sent, named, now)]
    return sorted(found, key=lambda one: one.at)


def _as_steps(steps: Sequence[AlertStepRow], named: dict[str, str]) -> Iterator[Happened]:
    for one in steps:
        who = named.get(one.staff_id or "", "Checkin")
        words = "" if one.kind in SAY_IT_ALL else one.words
        yield Happened(one.at, who, step_words(one.kind), words)


def _as_messages(
    sent: Sequence[MessageRow], named: dict[str, str], now: datetime
) -> Iterator[Happened]:
    for one in sent:
        way = "Call" if one.channel == "call" else "Text"
        to = named.get(one.staff_id or "", "the person")
        yield Happened(
            one.made_at, "Checkin", f"{way} to {to}", how_sent(one, now), is_message=True
        )
