"""What was set for a person, each time by whom: the newest of a kind stands, and none is taken away."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select, update

from checkin.agreements.how_asked import Lines
from checkin.conversation.talking.said import Done
from checkin.lives.record import CHECKIN
from checkin.storage.on_which_device import NOT_KNOWN
from checkin.storage.tables import (
    CheckInRow,
    DeviceRow,
    OwnLineRow,
    OwnSetRow,
    PersonRow,
    db,
    new_id,
)
from checkin.storage.writing import insert_new, rows_changed


class Line(NamedTuple):
    """One line as it was said or shown; `media_id`: a voice note or a photo."""

    words: str = ""
    symbol: str | None = None
    media_id: str | None = None


@dataclass(frozen=True, slots=True)
class NewSet:
    """Something that is set now. `by`: as the record names them; `undoes`: what it takes back."""

    person_id: str
    kind: str
    lines: tuple[Line, ...]
    by: str
    at: datetime
    check_in_id: str | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class WasSet:
    """What was set once, by whom, and how they did it where they said."""

    number: int
    kind: str
    lines: tuple[Line, ...]
    by: str
    at: datetime
    done: Done | None
    helper: str | None
    undoes: int | None
    check_in_id: str | None = None
    device: DeviceRow | None = None  # on which it was set, where that is not known to be theirs

    @property
    def is_theirs(self) -> bool:
        """Whether it was set on a page of the person, not written down by staff."""
        return self.by.startswith("person:")

    @property
    def can_be_put_back(self) -> bool:
        """Whether it was set on a page of the person, and does not put something back itself."""
        return self.is_theirs and self.undoes is None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of its lines."""
        return tuple(one.words for one in self.lines if one.words)


LINES = frozenset(Lines)
OwnLines = Mapping[Lines, tuple[str, ...]]
"""A person's goals, plan, what to leave out and so on; a kind that has none is empty."""


def put(new: NewSet) -> WasSet | None:
    """Keep what is set now after all that was set before; None where it stands so already."""
    one_at_a_time(new.person_id)
    stands = standing([new.person_id])[new.person_id].get(new.kind)
    if stands and (stands.lines, stands.by) == (new.lines, new.by):
        return None
    newest = db.session.scalar(
        select(func.max(OwnSetRow.number)).where(OwnSetRow.person_id == new.person_id)
    )
    row = OwnSetRow(
        id=new_id(), person_id=new.person_id, number=(newest or 0) + 1, kind=new.kind, at=new.at,
        by=new.by, check_in_id=new.check_in_id, undoes=new.undoes,
    )  # fmt: skip
    db.session.add(row)
    db.session.flush()
    insert_new(
        OwnLineRow,
        [
            {"set_id": row.id, "position": number, **one._asdict()}
            for number, one in enumerate(new.lines)
        ],
    )
    return _was_set(row, None, new.lines)


def put_as_it_was(person_id: str, kind: str, was: str, now: datetime) -> None:
    """Keep first what was so before anything was set here; empty: there was nothing."""
    stands = standing([person_id])[person_id].get(kind)
    if was and (stands is None or stands.words != (was,)):
        put(NewSet(person_id, kind, (Line(was),), CHECKIN, now))


def standing(person_ids: Iterable[str]) -> dict[str, dict[str, WasSet]]:
    """Return for each of these people what stands now, by its kind."""
    return {person: newest(history) for person, history in history_of(person_ids).items()}


def newest(history: Iterable[WasSet]) -> dict[str, WasSet]:
    """Return what stands of this, by its kind.

    A line from a device that is not known for the person's own stands once it is.
    """
    return {one.kind: one for one in history if not (one.device and one.kind in LINES)}


def history_of(person_ids: Iterable[str]) -> dict[str, list[WasSet]]:
    """Return all that was set for these people, oldest first; not what was taken back unread."""
    found: dict[str, list[WasSet]] = {one: [] for one in person_ids}
    asked = (
        select(OwnSetRow, CheckInRow, DeviceRow)
        .outerjoin(CheckInRow, CheckInRow.id == OwnSetRow.check_in_id)
        .outerjoin(DeviceRow, (DeviceRow.id == CheckInRow.device_id) & NOT_KNOWN)
        .where(OwnSetRow.person_id.in_(found), CheckInRow.taken_back_at.is_(None))
        .order_by(OwnSetRow.number)
    )
    lines = _lines_of(found)
    for row, said_in, device in db.session.execute(asked):
        one = _was_set(row, said_in, tuple(lines[row.id]))
        found[row.person_id].append(replace(one, device=device))
    return found


def kinds_set_in(check_in_id: str) -> set[str]:
    """Return the kinds of what was set as this check-in was answered or sent."""
    return set(
        db.session.scalars(select(OwnSetRow.kind).where(OwnSetRow.check_in_id == check_in_id))
    )


def lines_of(person_ids: Iterable[str]) -> dict[str, OwnLines]:
    """Return the lines of each of these people, in their order."""
    return {person: lines_in(now) for person, now in standing(person_ids).items()}


def lines_in(stands: Mapping[str, WasSet]) -> OwnLines:
    """Return the lines among what stands of one person."""
    return {kind: stands[kind].words if kind in stands else () for kind in Lines}


def put_lines(person_id: str, kind: Lines, words: Sequence[str], by: str, now: datetime) -> None:
    """Let these lines stand from now on; the ones before are kept."""
    put(NewSet(person_id, kind, tuple(Line(one) for one in words), by, now))


def say_done(person_id: str, number: int, done: Done, helper: str | None = None) -> bool:
    """Keep how a change on a page was made, and who helped, where nobody said so yet."""
    mine = (OwnSetRow.person_id == person_id) & (OwnSetRow.number == number)
    unsaid = OwnSetRow.done.is_(None) & OwnSetRow.check_in_id.is_(None)
    said = {"done": done, "helper": helper}
    return bool(rows_changed(update(OwnSetRow).where(mine, unsaid).values(said)))


def one_at_a_time(person_id: str) -> None:
    """Wait for whoever else is writing what is one person's own."""
    db.session.execute(select(PersonRow.id).where(PersonRow.id == person_id).with_for_update())


def _lines_of(person_ids: Iterable[str]) -> Mapping[str, list[Line]]:
    found: dict[str, list[Line]] = defaultdict(list)
    asked = (
        select(OwnLineRow)
        .join(OwnSetRow, OwnSetRow.id == OwnLineRow.set_id)
        .where(OwnSetRow.person_id.in_(person_ids))
        .order_by(OwnLineRow.position)
    )
    for row in db.session.scalars(asked):
        found[row.set_id].append(Line(row.words, row.symbol, row.media_id))
    return found


def _was_set(row: OwnSetRow, said_in: CheckInRow | None, lines: tuple[Line, ...]) -> WasSet:
    return WasSet(
        row.number, row.kind, lines, row.by, row.at,
        done=said_in.done if said_in else row.done,
        helper=said_in.helper if said_in else row.helper,
        undoes=row.undoes, check_in_id=row.check_in_id,
    )  # fmt: skip
