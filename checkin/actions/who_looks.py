"""Who looks at what a person has sent, and by when: named after it was sent (flow-library.md B.2).

It is whoever has each alert and task that it raised and that is open: took it, was told, or whose
list it is on; where there is none, whoever may read it, first who knows the person. A time is said
only where an alert or a task really has one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.may_see import said_in
from checkin.actions.telling import reached_by
from checkin.actions.until_read import read_by
from checkin.actions.who_knows import raised_by_answers
from checkin.actions.whom_a_step_tells import whom
from checkin.agreements.ladder import next_tell
from checkin.agreements.seeing import in_confidence
from checkin.agreements.seen import Said, Words
from checkin.agreements.will_see import those_who_may
from checkin.conversation.replies.own_words import OwnWordsAre, own_words_are
from checkin.lives.alert import LIVE
from checkin.lives.loop import Unread
from checkin.storage import loops, what_was_sent
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, CheckInRow, LoopRow, MessageRow, PersonRow, Staff


@dataclass(frozen=True, slots=True)
class Looks:
    """Who looks at it (nobody: no one here may), and until when it is to be done, if ever.

    `reads`: it is own words that wait to be read, and what they are. `unreached`: those who should be told of it were tried, and nobody could be reached yet.
    """

    staff: tuple[Staff, ...]
    do_by: datetime | None = None
    unreached: bool = False
    reads: OwnWordsAre | None = None


def who_looks(check_in: CheckInRow, person: PersonRow, now: datetime) -> tuple[Looks, ...]:
    """Return all who look at a check-in that was sent, as it stands now: first what is for now.

    Those of one time are told together. Where nothing is open any more, it is who reads it.
    """
    live = sorted(
        (one for one in raised_by_answers(check_in.id) if one.state in LIVE),
        key=lambda one: (one.level != "now", one.do_by is not None, one.do_by or now, one.id),
    )
    if not live:
        said = said_in({check_in.id}, now)[check_in.id]
        reads = Looks(tuple(reader(said, person)))
        unread = _unread(check_in, said)
        return (_until_read(reads, unread) if unread else reads,)
    by_time: dict[tuple[datetime | None, bool], dict[str, Staff]] = {}
    for alert in live:
        unreached = _reached_nobody(alert)
        have_it = {} if unreached else {one.id: one for one in who_has(alert, now)}
        by_time.setdefault((alert.do_by, unreached), {}).update(have_it)
    return tuple(_each_once(by_time))


def _unread(check_in: CheckInRow, said: Said) -> list[LoopRow]:
    """Return own words of it that are noticed where nobody reads them in time."""
    if in_confidence(said) or check_in.seen_at:
        return []
    rows = loops.all_read_with(check_in.id)
    return [row for row in rows if isinstance(loops.life_of(row), Unread)]


def _until_read(reads: Looks, unread: Sequence[LoopRow]) -> Looks:
    """Say until when (actions/notice_unread_words.py), and what the words are, as by text."""
    words = "\n".join(filter(None, (row.words for row in unread)))
    are = own_words_are(words, flows_in_use().library.language)
    return replace(reads, do_by=min(map(read_by, unread)), reads=are)


def _each_once(
    by_time: Mapping[tuple[datetime | None, bool], Mapping[str, Staff]],
) -> Iterator[Looks]:
    """Yield each with what they do first: told "today" and "by Thursday", nobody knows which."""
    named: set[str] = set()
    for (do_by, unreached), have_it in by_time.items():
        new = tuple(staff for key, staff in have_it.items() if key not in named)
        named |= have_it.keys()
        if new or not have_it:
            yield Looks(new, do_by, unreached=unreached)


def _reached_nobody(alert: AlertRow) -> bool:
    """Say whether every call and text about it failed so far, and nobody took it."""
    states = [one.state for one in _to_staff(alert)]
    failed = all(state in what_was_sent.NOT_TOLD for state in states)
    return not alert.taken_by and bool(states) and failed


def _to_staff(alert: AlertRow) -> list[MessageRow]:
    return [one for one in what_was_sent.messages_of_alert(alert.id) if not one.to_person]


def who_has(alert: AlertRow, now: datetime) -> Sequence[Staff]:
    """Return who took it, else whom its step tells: at the first, as it was told then."""
    if alert.taken_by:
        return list(staff_kept.staff_by_id([alert.taken_by]).values())
    at = now if alert.step else alert.opened_at
    tell = next_tell(alert.level, alert.step, at, task=alert.task, do_by=alert.do_by)
    named = reached_by(tell, whom(alert).at_step(tell, at))
    failed = {one.staff_id for one in _to_staff(alert) if one.state in what_was_sent.NOT_TOLD}
    return [one for one in named if one.id not in failed] or _told(alert) or named


def _told(alert: AlertRow) -> Sequence[Staff]:
    """Return who was told of it at any step, or is being told."""
    told = (one for one in _to_staff(alert) if one.state not in what_was_sent.NOT_TOLD)
    return list(staff_kept.staff_by_id(one.staff_id for one in told if one.staff_id).values())


def reader(said: Said, person: PersonRow, step: str = "") -> Sequence[Staff]:
    """Return who reads what was said there, first who knows the person; nobody if no one may.

    Where nobody here may, it is a contact outside the house.
    """
    here = {one.id: one for one in staff_kept.staff_of_houses([person.house_id])}
    outside = staff_kept.staff_by_id(said.around.team.outside)
    may = those_who_may(here, Words(said, step), person.house_id, outside)
    if person.keyworker_id in may:
        return [here[person.keyworker_id or ""]]
    return [one for key, one in {**here, **outside}.items() if key in may][:1]
