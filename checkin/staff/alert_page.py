"""One alert on one page: what happened, what was agreed, what to do, what was done."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from flask import abort
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.discloses import discloses
from checkin.actions.reached_them import misses_besides
from checkin.actions.start_check_in import given_at_once
from checkin.actions.take_alert import TakenBy
from checkin.actions.unseen_steps import unseen_steps
from checkin.door.kept_from_me import open_to, reads_words
from checkin.door.me import me
from checkin.lives.alert import StepKind
from checkin.lives.check_in import may_be_with_staff
from checkin.staff.alert_lines import AlertLine, alert_lines
from checkin.staff.alert_log import step_words
from checkin.staff.alert_of_nobody import of_nobody
from checkin.staff.desk import show
from checkin.staff.ends_with import NOT_YET, how_it_ends
from checkin.staff.forms.alerts import AboutAlert, StepForm
from checkin.staff.forms.close_alert import CloseForm
from checkin.staff.how_it_stands import how_it_stands, what_it_asks
from checkin.staff.named import alert_name
from checkin.staff.own_phone import phone_waits
from checkin.staff.private_words import private_text
from checkin.staff.sent_from_device import sent_from_device
from checkin.staff.texts_read import texts_with
from checkin.staff.times import at, when
from checkin.staff.what_to_do import agreed_about, what_to_do
from checkin.staff.what_was_done import each_thing_done, what_was_done, words_of
from checkin.staff.whence import how_it_stands_there
from checkin.storage import (
    agreements,
    alert_steps,
    alerts,
    check_ins,
    houses,
    people,
    what_was_sent,
    which_check_ins,
)
from checkin.storage import staff as staff_kept
from checkin.storage.folded_log import all_of, folded
from checkin.storage.tables import AlertRow, AlertStepRow, CheckInRow, PersonRow

DAY = timedelta(days=1)
READ_FIRST = "This is new since you opened the page. Read it, then save again."
SAID_THERE: tuple[StepKind, ...] = ("again", "heard", "heard_late")
"""The kinds of steps that hold words of the person."""
OK, WRONG, TOO_LATE = 200, 400, 409


def each_page(alert_id: str, before: int | None) -> Response:
    """Show each thing that was done about an alert, so many at once. `before`: a step, by its number."""
    now, row = clock.now(), _the_row(alert_id)
    (line,), log = alert_lines([row], me(), now), all_of(alert_id, before)
    done = each_thing_done(log, now, _hidden(line))
    return show("alert_each", alert=row, log=done, before=log.before)


def alert_page(
    alert_id: str,
    *,
    step: StepForm | None = None,
    closing: CloseForm | None = None,
    taken_by: TakenBy | None = None,
    too_late: bool = False,
    unseen: bool = False,
    refused: bool = False,
    still_open: bool = False,
) -> Response:
    """Show an alert, with what stands in the way of what was just tried.

    The page was old: `too_late`, who looks at it does not have the alert; `unseen`, something came
    that it did not show. `refused`: it is for others. `still_open`: it ends with an open promise.
    """
    now, last, given = clock.now(), alert_steps.newest_step(alert_id), step or closing
    row = _the_row(alert_id)  # read after its last step, so that what came between is still unseen
    person = people.the_person(row.person_id) if row.person_id else None
    (line,) = alert_lines([row], me(), now)
    problems = _written_wrong(given, still_open=still_open)
    if unseen and given:
        problems = _came_meanwhile(alert_id, given.steps_seen, line, now)
    elif too_late:
        problems = [went_on(row, last, now, wrote=given is not None)]
    return show(
        "alert" if person else "alert_from_nobody",
        TOO_LATE if too_late or unseen or refused else WRONG if problems else OK,
        line=line,
        alert=row,
        person=person,
        **(_behind(row, person, now) if person else of_nobody(row)),
        **_log(alert_id, line, now),
        can_refuse=line.can_take and _may_refuse(alert_id),
        **_forms(row, step, closing, None if unseen else given, last, now),
        given=given,
        problems=problems,
        taken_by=taken_by,
        refused=refused and line.for_others,
    )


def _hidden(line: AlertLine) -> Sequence[StepKind]:
    """Return of which kinds of steps whoever looks reads that they came, and no words: they were called in."""
    return SAID_THERE if line.no_words else ()


def _log(alert_id: str, line: AlertLine, now: datetime) -> dict[str, object]:
    """Return what was done, without what the person said, as above."""
    log = folded(alert_id)
    return {"log": what_was_done(log, now, _hidden(line)), "before": log.before}


def _written_wrong(given: StepForm | CloseForm | None, *, still_open: bool) -> list[str]:
    if still_open:
        return [NOT_YET]
    return given.problems if given else []


def _may_refuse(alert_id: str) -> bool:
    """Say whether they were told of it, and neither gave it back nor refused it already."""
    cannot = alert_steps.who_cannot([alert_id])[alert_id]
    return me().id not in cannot and what_was_sent.was_to_hear(alert_id, me().id)


def _forms(
    row: AlertRow,
    step: StepForm | None,
    closing: CloseForm | None,
    keeps: AboutAlert | None,
    last: AlertStepRow,
    now: datetime,
) -> dict[str, AboutAlert]:
    """Return both forms; they say which steps this page shows, or still those that `keeps` says."""
    step = step or StepForm(row.opened_at, now, formdata=None)
    closing = closing or close_form(row.id, now, formdata=None)
    step.seen.data = closing.seen.data = keeps.seen.data if keeps else str(last.number)
    return {"step": step, "closing": closing}


def _came_meanwhile(alert_id: str, seen: int, line: AlertLine, now: datetime) -> list[str]:
    """Say what is new on an alert to whoever wrote on an old page of it, up to the step that was `seen`."""
    new, hidden = unseen_steps(alert_id, me().id, seen), _hidden(line)
    named = staff_kept.staff_by_id([one.staff_id for one in new if one.staff_id])
    who = {key: one.called for key, one in named.items()}
    came = [
        f"{at(one.at, now)}, {who.get(one.staff_id or '', 'Checkin')} {step_words(one.kind)} {words_of(one, hidden)}"
        for one in new
    ]
    return [READ_FIRST, *came]


def _behind(row: AlertRow, person: PersonRow, now: datetime) -> dict[str, object]:
    """Return what it came from, what was agreed about it, that day, and what there is to do.

    `house`: its name, to somebody outside it, who does not see the person's texts either.
    """
    works_here = row.house_id in me().house_ids
    check_in = _check_in_behind(row)
    agreed = agreed_about(row, check_in)
    agreement = agreed.agreement if agreed else None
    in_force = agreements.agreements_of(person.id, now)
    return {
        "today": _today(person, now),
        "house": "" if works_here else houses.house(row.house_id).name,
        "private": private_text(row, me(), now),
        "texts": texts_with(person, now - DAY, me(), now)[-6:] if works_here else (),
        "agreed": agreed,
        "phone_waits": phone_waits(person),
        "to_do": what_to_do(row, person, agreement, in_force, check_in, now),
        "check_in": check_in,
        "begun": check_in is not None and bool(given_at_once(check_in)),
        "check_in_words": how_it_stands(check_in, now) if check_in else (),
        "sent_from_it": sent_from_device(row, now),
        "reads": check_in is not None and reads_words(me(), check_in),
        "ends_with": how_it_ends(row, now, works_here=works_here),
    }


def went_on(row: AlertRow, last: AlertStepRow, now: datetime, *, wrote: bool) -> str:
    """Say what became of an alert meanwhile, to someone who does not have it."""
    not_kept = " What you wrote is not kept." if wrote else ""
    return f"{_stands(row, last, now, wrote=wrote)}{not_kept}"


def _stands(row: AlertRow, last: AlertStepRow, now: datetime, *, wrote: bool) -> str:
    named = staff_kept.staff_by_id(filter(None, [last.staff_id, row.taken_by]))
    if row.state == "closed":
        by = named.get(last.staff_id or "")
        return f"{by.called if by else 'Checkin'} closed it {at(row.closed_at, now)}."
    if row.state == "cancelled":
        return f"It was taken off the list {at(row.closed_at, now)}."
    if row.taken_by:
        return f"{named[row.taken_by].called} has it since {when(row.taken_at, now)}."
    return f"Nobody has it now.{' Take it, then save this again.' if wrote else ''}"


def began(alert_id: str) -> datetime:
    """Return since when there was something to know: its check-in began, else it was raised."""
    row = _the_row(alert_id)
    behind = check_ins.check_in(row.check_in_id) if row.check_in_id else None
    return behind.early_from if behind else row.opened_at


def close_form(alert_id: str, now: datetime, **values: Any) -> CloseForm:
    """Return the form that closes it, and what else the person missed."""
    row = _the_row(alert_id)
    besides = {
        f"{one.id}:{alert_steps.newest_step(one.id).number}": alert_name(one)
        for one in misses_besides(row, me().id, now)
    }
    return CloseForm(began(alert_id), now, disclosure=discloses(row), besides=besides, **values)


def _the_row(alert_id: str) -> AlertRow:
    row = alerts.alert(alert_id)
    return row if row else abort(404)


def _check_in_behind(alert: AlertRow) -> CheckInRow | None:
    """Return the check-in it came from, where that is there for them: a call for help always is."""
    found = check_ins.check_in(alert.check_in_id) if alert.check_in_id else None
    return next(iter(open_to(me(), [found])), None) if found else None


def _today(person: PersonRow, now: datetime) -> list[tuple[str, str, str]]:
    """Return the check-ins around now that staff can mark as with staff."""
    rows = which_check_ins.check_ins_of(person.id, now - DAY / 2, now + DAY / 2)
    open_now = [
        row for row in open_to(me(), rows) if may_be_with_staff(check_ins.life_of(row), now)
    ]
    return [
        (row.id, what_it_asks(row), " ".join(how_it_stands_there(row, now))) for row in open_now
    ]
