"""What staff did about an alert, step by step, until it is closed with an outcome."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from checkin.actions.calls import AGREED_WORD, rings_them
from checkin.actions.ends_with_promise import StillOpenError, ends_with, words_to_read
from checkin.actions.just_closed import Ending, just_closed
from checkin.actions.left_of_telling import have_the_rest_answered
from checkin.actions.loops import read_loop
from checkin.actions.reached_them import end, end_with_it
from checkin.actions.tell_who_has_it import tell_who_ended, tell_who_is_with_them
from checkin.actions.unseen_steps import UnseenError, unseen_steps
from checkin.actions.whom_a_step_tells import whom
from checkin.agreements.times import local
from checkin.agreements.words_to_read import TO_READ
from checkin.lives.alert import Claimed, LoggedStep
from checkin.lives.alert_due import SAME_BREATH
from checkin.lives.alert_moves import Close, LogStep, moved
from checkin.lives.check_in_moved_by_staff import ConfirmedByOther
from checkin.lives.record import Entry, by_staff
from checkin.storage import alert_life, alert_steps, alerts, check_ins, houses, people, record
from checkin.storage.alert_steps import AlertStep
from checkin.storage.tables import AlertRow
from checkin.storage.transaction import kept_together
from checkin.wording import plain_time


class NotYoursError(Exception):
    """Take the alert first: only who has it can log a step or close it."""


def log_step(
    alert_id: str,
    staff_id: str,
    kind: LoggedStep,
    words: str,
    now: datetime,
    *,
    seen: int | None = None,
) -> None:
    """Write down a step; whoever logs one keeps the alert a while longer.

    The same words from a second press in one breath are one step. `seen`: the number of the last
    step that a page showed; UnseenError where news came since.
    """
    with kept_together():
        alert, life = _yours(alert_id, staff_id, seen)
        if _just_logged(alert_id, staff_id, kind, words, now):
            return
        to = moved(LogStep(life), now)
        alert_steps.add_steps([AlertStep(alert_id, now, kind, words, staff_id, to)])
        if kind == "with_them" and rings_them(alert):
            tell_who_is_with_them(alert.whose, staff_id, now)


def close_alert(
    alert_id: str,
    staff_id: str,
    outcome: str,
    words: str,
    now: datetime,
    *,
    seen: int | None = None,
    needed: str = "",
    known_at: datetime | None = None,
    confirmed_by: str | None = None,
    confirmed_how: str | None = None,
    also: Mapping[str, int] | None = None,
) -> None:
    """Close an alert with its outcome, and say who told us how the person is, if someone did.

    What someone else says is kept beside the check-in, and never counts as the person's answer;
    where there is none, it stands in the step that closes the alert. Texts that it shows are read by
    whoever closes it. A second press within a minute closes nothing more. `seen`: as for a step.
    `known_at`: since when we know. `needed`: whether it was, if they say. `also`: what the person
    missed, by id, closed with it, each with the last step that the page showed. StillOpenError.
    """
    with kept_together():
        alert, told = alerts.the_alert(alert_id), (confirmed_by, confirmed_how)
        on_check_in = alert.check_in_id if confirmed_by else None
        known = "" if on_check_in else _how_we_know((*told, _wall(alert, known_at)))
        said = " ".join(filter(None, (outcome, words, known)))
        ending = Ending(said, needed, known_at, *(told if on_check_in else (None, None)))
        if ending == just_closed(alert, staff_id, now, on_check_in):
            return
        _must_be_over(alert, staff_id, seen)
        if needed:
            log_step(alert_id, staff_id, "judged", needed, now, seen=seen)
        close = Close(_yours(alert_id, staff_id, seen)[1], outcome, known_at)
        tell_who_ended(alert, staff_id, outcome, now)
        end(alert_id, close, said, staff_id, now)
        end_with_it(alert, close, staff_id, also or {}, now)
        if on_check_in and confirmed_by:
            _confirm(on_check_in, ConfirmedByOther(confirmed_by, confirmed_how, known_at or now))
        _once_it_ended(alert, staff_id, now)


def _confirm(check_in_id: str, said: ConfirmedByOther) -> None:
    check_ins.move(check_ins.the_check_in(check_in_id), said)


def _once_it_ended(alert: AlertRow, staff_id: str, now: datetime) -> None:
    """Whoever ended the work to read texts had them before their eyes; texts that paused go again.

    What was texted after a telling, and asks for something, goes on.
    """
    have_the_rest_answered(alert, now)
    if alert.kind == TO_READ:
        for row in words_to_read(alert.group_key.removeprefix(f"{TO_READ}:")):
            read_loop(row.id, staff_id, now)
    if alert.kind == AGREED_WORD:
        _text_again(alert.whose, staff_id, now)


def _must_be_over(alert: AlertRow, staff_id: str, seen: int | None) -> None:
    """Raise where it is not theirs to close, or ends with a promise that is open."""
    _yours(alert.id, staff_id, seen)
    if ends_with(alert):
        raise StillOpenError(StillOpenError.__doc__)


def _text_again(person_id: str, staff_id: str, now: datetime) -> None:
    """Whoever used the secret word is texted again, once somebody closed its alert."""
    people.change(person_id, texts_paused_at=None)
    by, row, what = by_staff(staff_id), f"person:{person_id}", {"texts_paused": None}
    record.note([Entry(now, by, "texts_resumed", row, what, person_id)])


def _how_we_know(known: Iterable[str | None]) -> str:
    said = ", ".join(filter(None, known))
    return f"How we know: {said}." if said else ""


def _wall(alert: AlertRow, at: datetime | None) -> str | None:
    return plain_time(local(at, houses.house(alert.house_id).zone)) if at else None


def _just_logged(alert_id: str, staff_id: str, kind: LoggedStep, words: str, now: datetime) -> bool:
    last = alert_steps.newest_step(alert_id)
    same = (last.staff_id, last.kind, last.words) == (staff_id, kind, words)
    return same and now - last.at <= SAME_BREATH


def _yours(alert_id: str, staff_id: str, seen: int | None) -> tuple[AlertRow, Claimed]:
    alert = alerts.the_alert(alert_id)
    life = alert_life.life_of(alert)
    if not isinstance(life, Claimed) or life.owner != staff_id:
        raise NotYoursError(NotYoursError.__doc__)
    if staff_id in whom(alert).contacts.about(alert):
        raise NotYoursError(NotYoursError.__doc__)
    if seen is not None and unseen_steps(alert_id, staff_id, seen):
        raise UnseenError(UnseenError.__doc__)
    return alert, life
