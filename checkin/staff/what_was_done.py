"""What was done about an alert, line by line: steps of staff and of Checkin, and what was sent."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from checkin.lives.alert import StepKind
from checkin.lives.telling import is_for_a_call
from checkin.staff.alert_log import step_words
from checkin.staff.how_sent import how_all_sent, how_sent
from checkin.staff.times import when
from checkin.storage import staff as staff_kept
from checkin.storage.folded_log import Again, Each, Folded
from checkin.storage.tables import AlertStepRow, MessageRow

SAY_IT_ALL = ("opened", "taken")  # kinds whose own words say no more
NOT_SHOWN = "The words are not shown to you."


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of what was done: who, what, when; a message also says what became of it.

    `again`: how often, and until when, where it was done more than once; `last`: its last times.
    """

    at: datetime
    who: str
    what: str
    words: str
    is_message: bool = False
    times: int = 1
    again: str = ""
    last: tuple[str, ...] = ()


def what_was_done(log: Folded, now: datetime, hidden: Collection[StepKind] = ()) -> list[Happened]:
    """Return the last of what was done as lines, what we did again on one, by when it began.

    `hidden`: the kinds of steps whose words are not for whoever looks.
    """
    named = _named([*(one.last[0] for one in log.steps), *(one.last[0] for one in log.messages)])
    found = [
        *_steps_again(log.steps, named, now, hidden),
        *_messages_again(log.messages, named, now),
    ]
    return sorted(found, key=lambda one: one.at)


def each_thing_done(log: Each, now: datetime, hidden: Collection[StepKind] = ()) -> list[Happened]:
    """Return each step and message of this part of what was done as a line, in order; `hidden` as above."""
    named = _named([*log.steps, *log.messages])
    steps = [_as_step(one, named, hidden) for one in log.steps]
    found = [*steps, *(_as_message(one, named, how_sent(one, now)) for one in log.messages)]
    return sorted(found, key=lambda one: one.at)


def _named(rows: Iterable[AlertStepRow | MessageRow]) -> dict[str, str]:
    ids = {one.staff_id for one in rows if one.staff_id}
    return {key: one.called for key, one in staff_kept.staff_by_id(ids).items()}


def _steps_again(
    steps: Sequence[Again[AlertStepRow]],
    named: dict[str, str],
    now: datetime,
    hidden: Collection[StepKind],
) -> Iterator[Happened]:
    for one in steps:
        line = _as_step(one.last[0], named, hidden)
        moments = [row.at for row in one.last]
        yield _folded(line, one, moments, [when(at, now) for at in moments], now)


def _messages_again(
    messages: Sequence[Again[MessageRow]], named: dict[str, str], now: datetime
) -> Iterator[Happened]:
    for one in messages:
        row = one.last[0]
        how = how_sent(row, now) if one.times == 1 else how_all_sent(row)
        moments = [row.made_at for row in one.last]
        last = [f"{when(row.made_at, now)}: {how_sent(row, now)}" for row in one.last]
        yield _folded(_as_message(row, named, how), one, moments, last, now)


def _folded(
    line: Happened,
    one: Again[AlertStepRow] | Again[MessageRow],
    moments: Sequence[datetime],
    last: Sequence[str],
    now: datetime,
) -> Happened:
    """Return the line of what was done again: "4 times, 10:02 to 11:40"."""
    if one.times == 1:
        return line
    again = f"{one.times} times, {when(one.since, now)} to {when(moments[-1], one.since)}"
    return replace(line, at=one.since, times=one.times, again=again, last=tuple(last))


def words_of(one: AlertStepRow, hidden: Collection[StepKind]) -> str:
    """Return what a step says to whoever looks: that it came, where its words are not for them."""
    return NOT_SHOWN if one.kind in hidden else one.words


def _as_step(one: AlertStepRow, named: dict[str, str], hidden: Collection[StepKind]) -> Happened:
    who = named.get(one.staff_id or "", "Checkin")
    words = "" if one.kind in SAY_IT_ALL else words_of(one, hidden)
    return Happened(one.at, who, step_words(one.kind), words)


def _as_message(one: MessageRow, named: dict[str, str], how: str) -> Happened:
    what = _way(one, named.get(one.staff_id or "", "the person"))
    return Happened(one.made_at, "Checkin", what, how, is_message=True)


def _way(one: MessageRow, to: str) -> str:
    """Say by which way it went, and where nobody was rung though it says above that we ring."""
    if one.channel == "call":
        return f"Call to {to}"
    return f"Text to {to} in place of a call" if is_for_a_call(one.key) else f"Text to {to}"
