"""What a person said in the last day, in their own words, and what they did not answer, for the handover."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from checkin.actions.may_see import told_apart
from checkin.door.kept_from_me import for_me, open_to
from checkin.door.me import me
from checkin.staff.calls_over import DAY
from checkin.staff.how_it_stands import how_it_stands, what_it_asks
from checkin.staff.times import when
from checkin.staff.whence import whence_of_loops
from checkin.storage import loops
from checkin.storage.last_check_ins import missed_since
from checkin.storage.tables import CheckInRow, LoopRow

MOST = 5  # of one person; the rest stands under "You said, we did"


@dataclass(frozen=True, slots=True)
class SaidLately:
    """Words as they were said, of which `more` says that they go on; none for a voice or a photo."""

    words: str
    more: bool
    when: str
    whence: Sequence[str]


@dataclass(frozen=True, slots=True)
class OfTheDay:
    """What one person said, the newest first, how many words more there are, and what was missed."""

    said: Sequence[SaidLately]
    left_out: int
    missed: Sequence[str]


def of_the_day(person_ids: Sequence[str], now: datetime) -> Mapping[str, OfTheDay]:
    """Return it by person, as far as it is there for whoever is signed in with no reason of theirs.

    What is kept from somebody is read where it was told: a handover lies open beside whom it names.
    """
    rows = loops.said_since(person_ids, now - DAY)
    mine, apart = (
        for_me(rows),
        told_apart({one.check_in_id for one in rows if one.check_in_id}, now),
    )
    said = [row for row in rows if row.id in mine and row.check_in_id not in apart]
    missed = open_to(me(), missed_since(person_ids, now - DAY))
    return {
        key: _of_one(
            [row for row in said if row.person_id == key],
            [row for row in missed if row.person_id == key],
            now,
        )
        for key in person_ids
    }


def _of_one(said: Sequence[LoopRow], missed: Sequence[CheckInRow], now: datetime) -> OfTheDay:
    shown = said[:MOST]
    whence = whence_of_loops(shown)
    return OfTheDay(
        [_said(row, whence[row.id], now) for row in shown],
        len(said) - len(shown),
        [_missed(row, now) for row in missed],
    )


def _said(row: LoopRow, whence: Sequence[str], now: datetime) -> SaidLately:
    first, _, rest = (row.words or "").strip().partition("\n")
    return SaidLately(first, bool(rest), when(row.raised_at, now), whence)


def _missed(row: CheckInRow, now: datetime) -> str:
    title = what_it_asks(row)
    return f"{title if title.endswith('?') else f'{title}:'} {' '.join(how_it_stands(row, now))}"
