"""Kept rows, as the one rule of who may see what needs them (agreements/seeing.py)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from checkin.actions.around import arounds
from checkin.actions.called_in import with_called_in
from checkin.actions.calls import FOR_HELP
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.kept_so_far import all_kept_so_far
from checkin.actions.named_in_words import named_in
from checkin.agreements.answers_that_tell import ASKED_APART
from checkin.agreements.errands import NO_WORDS, of_alert, promise_of
from checkin.agreements.left_unsent import LEFT_UNSENT
from checkin.agreements.meant_for import EVERYBODY, is_for_some
from checkin.agreements.opened_words import open_since
from checkin.agreements.raised_by_answer import asked_so_far
from checkin.agreements.seeing import (
    Answer,
    May,
    MayNot,
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
from checkin.agreements.unread_words import UNREAD
from checkin.agreements.will_see import those_who_may
from checkin.agreements.words_to_read import TO_READ
from checkin.conversation.flows.every_step import every_step
from checkin.conversation.flows.flow import Flow
from checkin.conversation.talking.manner import MANNERS
from checkin.lives.loop_key import step_of
from checkin.storage import flows, openings
from checkin.storage.kept_from import Confided, confided
from checkin.storage.new_alert import NewAlert
from checkin.storage.on_which_device import let_in_what_is_not_theirs
from checkin.storage.tables import AlertRow, AnswerRow, CheckInRow, LoopRow, MediaRow
from checkin.storage.who_may_see import Called, Kinds, Whose, called_about, step_of_media, whose

SaidRow = AlertRow | AnswerRow | CheckInRow | LoopRow | MediaRow
KINDS = Kinds(
    (*FOR_HELP, LEFT_UNSENT), TOLD_OUTSIDE, ASKED_APART, NO_WORDS, (UNREAD, TO_READ), promise_of
)
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
    apart = {row.person_id for row in rows if not _check_in_of(row)}
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


def kept_whole_from(viewer: Viewer, check_in_ids: Collection[str], now: datetime) -> set[str]:
    """Return in which check-ins what was told is not for this one to know of: told in confidence."""
    apart = _told_apart(check_in_ids, now).items()
    things = {key: CheckIn(replace(one, begun=False)) for key, one in apart}
    return {key for key, one in things.items() if isinstance(may_see(viewer, one), MayNot)}


def said_apart(rows: Sequence[LoopRow], now: datetime) -> set[str]:
    """Return which of these (ids) hold what was told in confidence: no screen of many says it."""
    things = {key: one for key, one in things_of(rows, now).items() if isinstance(one, Loop)}
    return {key for key, one in things.items() if one.said and in_confidence(one.said)}


def told_apart(check_in_ids: Collection[str], now: datetime) -> set[str]:
    """Return which check-ins were told in confidence: no screen of many says what was said there."""
    return set(_told_apart(check_in_ids, now))


def _told_apart(check_in_ids: Collection[str], now: datetime) -> Mapping[str, Said]:
    said = said_in(check_in_ids, now)
    return {key: one for key, one in said.items() if in_confidence(one)}


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


def said_in(check_in_ids: Collection[str], now: datetime) -> dict[str, Said]:
    """Return what decides who may see each of these check-ins."""
    if not check_in_ids:
        return {}
    found = whose(check_in_ids)
    asked = {key: _flow_of(one) for key, one in found.items()}
    told = confided(check_in_ids)
    left = {key for key, one in found.items() if one.left}
    not_theirs = let_in_what_is_not_theirs(check_in_ids)
    narrow = {key for key, flow in asked.items() if _is_narrow(flow)}
    narrow |= told.keys() | left | not_theirs.keys()
    around = arounds({found[key].person_id for key in narrow}, now)
    kept = _kept_outside({key: around[found[key].person_id] for key in left})
    called = called_about(narrow, KINDS)
    nobody, to_all = Called(frozenset(), urgent=False), Confided(frozenset(), frozenset())
    named = named_in({key: found[key].person_id for key, one in told.items() if one.shown_to})
    return {
        key: Said(
            around.get(one.person_id) or Around(one.person_id, one.house_id),
            _seen_by(asked[key]),
            kept_from=told.get(key, to_all).kept_from,
            let_in_by=not_theirs.get(key, NOBODY),
            picked=told.get(key, to_all).shown_to,
            unclear=told.get(key, to_all).unclear,
            on_pages=MANNERS[one.channel].has_pages,
            sent=one.sent or told.get(key, to_all).hurt,
            begun=not one.sent,
            urgent=_is_urgent(one, called.get(key, nobody)),
            called=called.get(key, nobody).outside_now,
            unanswered=called.get(key, nobody).outside_step,
            refused=called.get(key, nobody).refused,
            waited=called.get(key, nobody).waited,
            told=called.get(key, nobody).told,
            errands=called.get(key, nobody).errands,
            promises=called.get(key, nobody).promises,
            named=named.get(key, NOBODY),
            hurt=told.get(key, to_all).hurt,
            hurt_since=told.get(key, to_all).hurt_since,
            steps=_by_step(asked[key]),
            not_told=kept.get(key, NOBODY),
        )
        for key, one in found.items()
    }


def _is_urgent(check_in: Whose, called: Called) -> bool:
    """Say whether it calls at once; off the pages, where nobody is picked, soon is the same."""
    return called.urgent or (called.soon and not MANNERS[check_in.channel].has_pages)


def _kept_outside(left: Mapping[str, Around]) -> dict[str, frozenset[str]]:
    """Return which contacts outside are not told that something was left, or changed, by check-in.

    Here nobody reads what is not sent; that a morning was begun stands where it always does, or
    its absence would tell whom it names.
    """
    kept = all_kept_so_far(left)
    return {key: one.kept_from & left[key].team.outside for key, one in kept.items()}


def _seen_by(flow: Flow | None) -> tuple[str, ...]:
    return flow.seen_by if flow else ()


def _by_step(flow: Flow | None) -> dict[str, tuple[str, ...]]:
    steps = every_step(flow.steps, flow) if flow else ()
    return {name: step.seen_by for name, step in steps if step.seen_by}


def _is_narrow(flow: Flow | None) -> bool:
    """Say whether it matters who is who: where it is not for everybody who works here."""
    each = (_seen_by(flow), *_by_step(flow).values())
    return any(words and EVERYBODY not in words for words in each)


def _flow_of(check_in: Whose) -> Flow | None:
    if check_in.flow_version_id:
        return flows.version(check_in.flow_version_id)
    return flows_in_use().flows.get(check_in.asks)


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
    )


def _thing(
    row: SaidRow,
    said: Mapping[str, Said],
    apart: Mapping[str, Around],
    steps: Mapping[str, str],
    opened: Mapping[str, frozenset[str]],
) -> Thing:
    of = said.get(_check_in_of(row) or "")
    around = of.around if of else apart[row.person_id]
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
            return Words(of, _step_of(row, steps), opened[row.check_in_id or ""])


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
