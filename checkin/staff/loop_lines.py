"""What became of what a person said, step by step, and what is late."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from checkin.agreements.times import local
from checkin.conversation.flows.does import Verdict
from checkin.lives.loop import Decision, Done, Loop, Read, Reopened, Unread
from checkin.lives.loop_due import ASK_TIMES, due_by, over
from checkin.staff.times import ZONE, when
from checkin.staff.whence import whence_of_loops
from checkin.storage import loops
from checkin.storage import staff as staff_kept
from checkin.storage.answered_in_words import Answer, answers_in_words, is_all
from checkin.storage.tables import LoopDecisionRow, LoopRow
from checkin.wording import short_date

DECISIONS: Mapping[Decision, str] = {
    "do": "We will do it",
    "trial": "We will try it",
    "cannot": "We cannot",
    "later": "Later",
}


SAYS: Mapping[Verdict, str] = {
    "better": "It is better.",
    "same": "It is the same.",
    "worse": "It is worse.",
    "not_done": "It did not happen.",
}


@dataclass(frozen=True, slots=True)
class LoopLine:
    """One loop as staff see it."""

    loop: LoopRow
    steps: tuple[str, ...]
    late: str | None
    owner: str
    over: bool  # nothing is left to do for staff
    waits: str = ""  # what it waits for, that is not ours to do
    open_again: bool = False
    whence: tuple[str, ...] = ()  # from which device, where nobody knows that it is theirs


def loop_lines(rows: Iterable[LoopRow], now: datetime) -> list[LoopLine]:
    """Return loops with what happened in each."""
    kept = list(rows)
    decided = loops.decisions_of([row.id for row in kept])
    answered = answers_in_words([row.id for row in kept])
    ids = {one for row in kept for one in _who(row, decided.get(row.id, ())) if one}
    ids |= {one.staff_id for one in answered.values()}
    named = {key: one.called for key, one in staff_kept.staff_by_id(ids).items()}
    came_from = whence_of_loops(kept)
    return [
        LoopLine(
            row,
            tuple(_steps(row, decided.get(row.id, ()), answered.get(row.id), named, now)),
            None if is_all(life, answered.get(row.id)) else late(row, now),
            named.get(row.owner_id or "", ""),
            over(life) or is_all(life, answered.get(row.id)),
            _waits(life),
            isinstance(life, Reopened),
            came_from[row.id],
        )
        for row in kept
        for life in (loops.life_of(row),)
    ]


def _who(row: LoopRow, decided: Sequence[LoopDecisionRow]) -> Iterable[str | None]:
    return (row.read_by, row.owner_id, *(one.staff_id for one in decided))


def _steps(
    row: LoopRow,
    decided: Sequence[LoopDecisionRow],
    answer: Answer | None,
    named: Mapping[str, str],
    now: datetime,
) -> Iterable[str]:
    yield f"Said {when(row.raised_at, now)}."
    if row.read_at:
        yield f"Read by {named.get(row.read_by or '', 'staff')}, {when(row.read_at, now)}."
    if answer:
        yield f"{named.get(answer.staff_id, 'Staff')} answered in words, {when(answer.at, now)}."
    for one in decided:
        yield from _decided(one, named, now, changed=one.number < row.decisions)
    if row.impact and not any(one.impact for one in decided[-1:]):  # kept before 0019
        yield f"They say, {when(row.impact_at, now)}: {SAYS[row.impact]}"
    if row.closed_at and row.impact is None:
        yield (
            f"Asked {ASK_TIMES} times whether it helped; they said nothing. "
            f"Closed {when(row.closed_at, now)}."
        )


def _decided(
    one: LoopDecisionRow, named: Mapping[str, str], now: datetime, *, changed: bool
) -> Iterable[str]:
    by = named.get(one.staff_id or "", "staff")
    words = f" “{one.words}”" if changed else ""
    yield f"Decided by {by}, {when(one.at, now)}: {DECISIONS[one.decision]}.{words}"
    if one.done_at:
        yield f"Done {when(one.done_at, now)}. {one.done_how or ''}".rstrip()
    if one.told_at:
        yield f"Told {when(one.told_at, now)}."
    elif changed:
        yield "They were not told of this."
    if one.impact and one.impact_at:
        yield f"They say, {when(one.impact_at, now)}: {SAYS[one.impact]}"


def _waits(life: Loop) -> str:
    match life:
        case Done(told=True, asked=asked):
            times = ("", "Asked once. ", "Asked twice. ")[min(asked, ASK_TIMES)]
            return f"{times}Waiting for them to say whether it helped."
        case _:
            return ""


def late(row: LoopRow, now: datetime) -> str | None:
    """Say what is late in a loop: that is about us, not about the person."""
    life, since = loops.life_of(row), local(row.impact_at or row.raised_at, ZONE).date()
    due = due_by(life, since)
    if due is None or due >= local(now, ZONE).date():
        return None
    what = {Unread: "read", Read: "decided", Reopened: "decided anew"}.get(type(life), "done")
    return f"Late: this was to be {what} by {short_date(due)}."
