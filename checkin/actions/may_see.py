"""Kept rows, as the one rule of who may see what needs them (agreements/seeing.py)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from checkin.actions.around import arounds
from checkin.actions.called_in import with_called_in
from checkin.actions.calls import FOR_HELP
from checkin.actions.said_in import said_in
from checkin.agreements.errands import of_alert
from checkin.agreements.left_unsent import LEFT_UNSENT
from checkin.agreements.meant_for import is_for_some
from checkin.agreements.opened_words import open_since
from checkin.agreements.raised_by_answer import asked_so_far
from checkin.agreements.seeing import (
    Answer,
    May,
    as_it_was,
    in_confidence,
    is_for_them,
    may_know_that_it_waits,
    may_see,
)
from checkin.agreements.seen import (
    NOBODY,
    Alert,
    Around,
    CheckIn,
    Loop,
    OfAPerson,
    PrivateWords,
    Said,
    Thing,
    Viewer,
    Words,
)
from checkin.agreements.told_outside import TOLD_OUTSIDE
from checkin.agreements.will_see import those_who_may
from checkin.lives.loop_key import step_of
from checkin.storage import openings
from checkin.storage.new_alert import NewAlert
from checkin.storage.tables import AlertRow, AnswerRow, CheckInRow, LoopRow, MediaRow
from checkin.storage.who_may_see import step_of_media

SaidRow = AlertRow | AnswerRow | CheckInRow | LoopRow | MediaRow
Row = TypeVar("Row", bound=SaidRow)


def open_to(viewer: Viewer, rows: Iterable[Row], now: datetime) -> list[Row]:
    """Return the rows that this one may see."""
    found = list(rows)
    answers = answers_of(viewer, found, now)
    return [row for row in found if isinstance(answers[row.id], May)]


def answers_of(viewer: Viewer, rows: Sequence[SaidRow], now: datetime) -> dict[str, Answer]:
    """Return by id whether this one may see each of these, and why."""
    things = with_called_in(viewer, rows, things_of(rows, now))
    return {key: may_see(viewer, one) for key, one in things.items()}


def for_them_among(viewer: Viewer, rows: Sequence[Row], now: datetime) -> set[str]:
    """Return which of these (ids) are there for this one with no reason of theirs."""
    return {key for key, one in things_of(rows, now).items() if is_for_them(may_see(viewer, one))}


def that_wait_elsewhere(viewer: Viewer, rows: Sequence[LoopRow], now: datetime) -> set[str]:
    """Return of which of these (ids) this one may know that they wait, and reads them with a reason."""
    found = things_of(rows, now).items()
    return {
        key for key, one in found if isinstance(one, Loop) and may_know_that_it_waits(viewer, one)
    }


def things_of(rows: Sequence[SaidRow], now: datetime) -> dict[str, Thing]:
    """Return by id what these rows are to the rule."""
    said = said_in({one for row in rows if (one := _check_in_of(row))}, now)
    apart = {row.person_id or "" for row in rows if not _check_in_of(row)} - {""}
    around = arounds(apart, now, teams=False) if apart else {}
    steps, opened = _steps_of_media(rows, said), opened_in(said, now)
    return {row.id: _thing(row, said, around, steps, opened) for row in rows}


def words_answer(viewer: Viewer, check_in: CheckInRow, now: datetime) -> Answer:
    """Say whether this one may open a check-in, with what was said in it for them."""
    words = _words_in({check_in.id}, now)[check_in.id]
    return may_see(viewer, replace(words, page=True))


def words_open_to(viewer: Viewer, check_in_ids: Collection[str], now: datetime) -> set[str]:
    """Return of which check-ins this one may read what was said."""
    words = _words_in(check_in_ids, now)
    return {key for key, one in words.items() if isinstance(may_see(viewer, one), May)}


def opened_in(said: Mapping[str, Said], now: datetime) -> Mapping[str, frozenset[str]]:
    """Return by check-in for whom (staff ids) it is open now with a reason, where it is for some only."""
    some = [key for key, one in said.items() if is_for_some(one)]
    found = openings.opened_after(some, open_since(now)) if some else {}
    return {key: frozenset(found[key]) if key in found else NOBODY for key in said}


def _words_in(check_in_ids: Collection[str], now: datetime) -> dict[str, Words]:
    said = said_in(check_in_ids, now)
    opened = opened_in(said, now)
    return {key: Words(one, opened=opened[key]) for key, one in said.items()}


def said_apart(rows: Sequence[LoopRow], now: datetime) -> set[str]:
    """Return which of these (ids) hold what was told in confidence: no screen of many says it."""
    things = {key: one for key, one in things_of(rows, now).items() if isinstance(one, Loop)}
    return {key for key, one in things.items() if one.said and in_confidence(one.said)}


def private_words_answer(viewer: Viewer, person_id: str, now: datetime) -> Answer:
    """Say whether this one may read words that hold the secret word (scenarios.md D23)."""
    return may_see(viewer, PrivateWords(arounds({person_id}, now)[person_id]))


def person_answer(viewer: Viewer, person_id: str, now: datetime) -> Answer:
    """Say whether this one may see what everybody sees who works with a person."""
    return may_see(viewer, OfAPerson(arounds({person_id}, now, teams=False)[person_id]))


def who_may_own(
    rows: Sequence[LoopRow], staff: Collection[str], outside: Collection[str], now: datetime
) -> dict[str, frozenset[str]]:
    """Return by id who of these staff, and of those outside, would see a loop that is theirs."""
    theirs = frozenset(staff)
    return {
        key: those_who_may(staff, replace(loop, concerns=theirs), loop.around.house, outside)
        for key, loop in things_of(rows, now).items()
        if isinstance(loop, Loop)
    }


def as_alert(row: AlertRow | NewAlert, around: Around, said: Said | None) -> Alert:
    """Return what an alert is to the rule; work to do tells no more than it did as it was made."""
    if said and row.task:
        said = as_it_was(said, row.opened_at)
    return Alert(
        around,
        of_alert(said, row.kind, row.id) if said else None,
        calls_for_help=row.kind in FOR_HELP,
        for_outside=row.kind in (TOLD_OUTSIDE, LEFT_UNSENT),
        left_unsent=row.kind == LEFT_UNSENT,
        tells_of=frozenset(row.tells_of),
    )


def _thing(
    row: SaidRow,
    said: Mapping[str, Said],
    apart: Mapping[str, Around],
    steps: Mapping[str, str],
    opened: Mapping[str, frozenset[str]],
) -> Thing:
    of = said.get(_check_in_of(row) or "")
    around = of.around if of else _around(row, apart)
    match row:
        case AlertRow():
            return replace(
                as_alert(row, around, of), asked=asked_so_far(row, row.step, around.team)
            )
        case LoopRow():
            have = frozenset(filter(None, (row.read_by, row.decided_by, row.owner_id)))
            concerns = have | (of.promises.get(row.id, NOBODY) if of else NOBODY)
            open_now = opened.get(row.check_in_id or "", NOBODY)
            return Loop(
                around,
                of and as_it_was(of, row.raised_at),
                _step_of(row, steps),
                concerns,
                open_now,
            )
        case _ if of is None:
            return OfAPerson(around)
        case CheckInRow():
            return CheckIn(of)
        case _:
            then = as_it_was(of, row.at)
            return Words(then, _step_of(row, steps), opened[row.check_in_id or ""])


def _around(row: SaidRow, apart: Mapping[str, Around]) -> Around:
    if isinstance(row, AlertRow) and row.person_id is None:
        return Around("", row.house_id)
    return apart[row.person_id or ""]


def _step_of(row: SaidRow, of_media: Mapping[str, str]) -> str:
    match row:
        case AnswerRow():
            return row.step
        case LoopRow():
            return step_of(row.key)
        case _:
            return of_media.get(row.id, "")


def _steps_of_media(rows: Iterable[SaidRow], said: Mapping[str, Said]) -> Mapping[str, str]:
    files = {row.check_in_id for row in rows if isinstance(row, MediaRow) and row.check_in_id}
    apart = {one for one in files if said[one].steps}
    return step_of_media(apart) if apart else {}


def _check_in_of(row: SaidRow) -> str | None:
    return row.id if isinstance(row, CheckInRow) else row.check_in_id
