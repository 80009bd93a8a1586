"""What whoever is signed in may not see is not there for them (agreements/seeing.py)."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from checkin import clock
from checkin.actions import may_see
from checkin.actions.may_see import Row
from checkin.agreements.seeing import Answer, May, Why, is_for_them
from checkin.agreements.seen import StaffMember
from checkin.door.me import Me, me
from checkin.storage.kept_from import confided
from checkin.storage.tables import AlertRow, CheckInRow

CALLED_IN = (Why.called_in, Why.called_last)


def open_to(who: Me, rows: Iterable[Row]) -> list[Row]:
    """Return the rows that this member of staff may know of, in few questions for all."""
    return may_see.open_to(as_viewer(who), rows, clock.now())


def for_me(rows: Iterable[Row]) -> set[str]:
    """Return which of these (ids) are for whoever is signed in, with no reason of theirs."""
    return may_see.for_them_among(as_viewer(me()), list(rows), clock.now())


def called_in_to(who: Me, rows: Sequence[AlertRow]) -> dict[str, Why]:
    """Return to which of these alerts (ids) this one was called in from beyond their house, and why."""
    elsewhere = [one for one in rows if one.house_id not in who.house_ids]
    found = may_see.answers_of(as_viewer(who), elsewhere, clock.now()) if elsewhere else {}
    return {key: one.why for key, one in found.items() if one.why in CALLED_IN}


def first_open_to(who: Me, read: Callable[[int, int], Sequence[Row]], most: int) -> list[Row]:
    """Return the first `most` rows this one may know of, however many others lie between them.

    `read(most, after)` returns so many rows, without the first `after`.
    """
    found: list[Row] = []
    after = 0
    while rows := read(most, after):
        found += open_to(who, rows)
        after += len(rows)
        if len(found) >= most or len(rows) < most:
            break
    return found[:most]


def reads_words(who: Me, check_in: CheckInRow) -> bool:
    """Say whether this member of staff may read what was said in a check-in."""
    return isinstance(why_words(who, check_in), May)


def for_me_to_read(check_ins: Iterable[CheckInRow]) -> set[str]:
    """Return in which of these (ids) whoever is signed in reads what is said, with no reason of theirs."""
    return {one.id for one in check_ins if is_for_them(why_words(me(), one))}


def why_words(who: Me, check_in: CheckInRow) -> Answer:
    """Say it with the reason."""
    return may_see.words_answer(as_viewer(who), check_in, clock.now())


def kept_since(who: Me, check_in: CheckInRow) -> datetime | None:
    """Return from when on what is said in a check-in is kept from this one, if any of it is."""
    reads = may_see.words_open_to(as_viewer(who), {check_in.id}, clock.now())
    told = None if reads else confided({check_in.id}).get(check_in.id)
    return told.hurt_since if told else None


def as_viewer(who: Me) -> StaffMember:
    """Return who is signed in, as the rule sees them."""
    return StaffMember(who.id, frozenset(who.house_ids), frozenset(who.outside_of))
