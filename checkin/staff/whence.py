"""From where words came, as staff read it: a device that nobody knows for theirs, or who wrote them down."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from checkin import clock
from checkin.actions.from_which_device import Reads, from_which_device, loops_from
from checkin.actions.from_which_number import (
    numbers_of_alerts,
    numbers_of_check_ins,
    numbers_of_loops,
)
from checkin.actions.start_check_in import is_begun
from checkin.agreements.left_unsent import LEFT_UNSENT
from checkin.agreements.own_devices import NotKnown, from_whom
from checkin.door.kept_from_me import open_to
from checkin.door.me import Me
from checkin.staff.goes_by import called
from checkin.staff.how_it_stands import how_it_stands
from checkin.staff.said_in_pieces import beside_in_loops
from checkin.storage import answers, people
from checkin.storage.tables import AlertRow, AnswerRow, CheckInRow, LoopRow, Staff
from checkin.storage.written_down import who_wrote_down

Lines = tuple[str, ...]


def whence(row: CheckInRow, who: Me) -> Lines:
    """Return it of a check-in, as far as this one may read what was said in it."""
    return _in_check_ins({row.id: row.person_id}, who).get(row.id, ())


def how_it_stands_there(row: CheckInRow, now: datetime) -> Lines:
    """Return how it stands; of what is begun and not sent also from which device it came."""
    begun = is_begun(row) and not row.sent_at
    came = _in_check_ins({row.id: row.person_id}, None)[row.id] if begun else ()
    return (*how_it_stands(row, now), *came)


def whence_of_alerts(rows: Iterable[AlertRow], who: Me) -> Mapping[str, Lines]:
    """Return it by alert. What was begun and is not sent has no words that anybody reads."""
    kept = list(rows)
    behind = [row for row in kept if row.check_in_id]
    begun = _in_check_ins(_whose(one for one in behind if one.kind == LEFT_UNSENT), None)
    sent = _in_check_ins(_whose(one for one in behind if one.kind != LEFT_UNSENT), who)
    numbers = numbers_of_alerts((row for row in kept if not row.check_in_id), clock.now())
    return {
        **numbers,
        **{
            row.id: (begun if row.kind == LEFT_UNSENT else sent)[row.check_in_id or ""]
            for row in behind
        },
    }


def whence_of_loops(rows: Iterable[LoopRow]) -> Mapping[str, Lines]:
    """Return it by loop, who was signed in there, and who wrote it down: its words are known to who sees it."""
    kept = list(rows)
    names = _names(row.person_id for row in kept)
    numbers = numbers_of_loops(kept, clock.now())
    found, beside, wrote = loops_from(kept), beside_in_loops(kept), who_wrote_down(kept)
    return {
        row.id: (
            *_written_down(wrote.get(row.id)),
            *_said(found[row.id], names[row.person_id]),
            *numbers.get(row.id, ()),
            *beside[row.id],
        )
        for row in kept
    }


def _written_down(by: Staff | None) -> Lines:
    return (f"Said in a talk. {by.called} wrote it down.",) if by else ()


def _whose(rows: Iterable[AlertRow]) -> Mapping[str, str]:
    return {row.check_in_id or "": row.whose for row in rows}


def _in_check_ins(whose: Mapping[str, str], who: Me | None) -> dict[str, Lines]:
    """Return it by check-in (id, and whose it is); `who`: whoever may read its answers."""

    def reads(rows: Sequence[AnswerRow]) -> Sequence[AnswerRow]:
        return open_to(who, rows) if who else rows

    names, found = _names(whose.values()), from_which_device(whose, reads)
    numbers = _numbers(whose, reads)
    return {
        key: (*_said(found[key], names[person]), *numbers[key]) for key, person in whose.items()
    }


def _numbers(whose: Collection[str], reads: Reads) -> Mapping[str, Lines]:
    """Return from which numbers their texts came, where whoever looks may read any of it."""
    found = numbers_of_check_ins(whose, clock.now())
    told = [key for key, lines in found.items() if lines]
    open_ = {one.check_in_id for one in reads(answers.sent_answers_of(*told))} if told else set()
    return {key: lines if key in open_ else () for key, lines in found.items()}


def _names(person_ids: Iterable[str]) -> Mapping[str, str]:
    return {key: called(one) for key, one in people.people_by_id(list(person_ids)).items()}


def _said(devices: Collection[NotKnown], name: str) -> Lines:
    return tuple(from_whom(one, name) for one in devices)
