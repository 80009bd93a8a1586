"""What a person said in the last day, in their own words, and what they did not answer, for the handover."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from checkin.actions.may_see import said_apart
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

    said: list[SaidLately]
    left_out: int
    missed: list[str]


def of_the_day(person_ids: Sequence[str], now: datetime) -> Mapping[str, OfTheDay]:
    """Return it by person, as far as it is there for whoever is signed in with no reason of theirs.

    What is kept from somebody is read where it was told: a handover lies open beside whom it names.
    """
    rows = loops.said_since(person_ids, now - DAY)
    mine = for_me(rows) - said_apart(rows, now)
    said = [row for row in rows if row.id in mine]
    missed = open_to(me(), missed_since(person_ids, now - DAY))
    whence = whence_of_loops(said)
    days = {key: OfTheDay([], 0, []) for key in person_ids}
    for row in said:
        days[row.person_id] = _more(days[row.person_id], _said(row, whence[row.id], now))
    for one in missed:
        days[one.person_id].missed.append(_missed(one, now))
    return days


def _more(day: OfTheDay, said: SaidLately) -> OfTheDay:
    """Show it too, or count it where enough is shown."""
    if len(day.said) < MOST:
        return replace(day, said=[*day.said, said])
    return replace(day, left_out=day.left_out + 1)


def _said(row: LoopRow, whence: Sequence[str], now: datetime) -> SaidLately:
    first, _, rest = (row.words or "").strip().partition("\n")
    return SaidLately(first, bool(rest), when(row.raised_at, now), whence)


def _missed(row: CheckInRow, now: datetime) -> str:
    title = what_it_asks(row)
    return f"{title if title.endswith('?') else f'{title}:'} {' '.join(how_it_stands(row, now))}"
