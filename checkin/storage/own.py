"""What is one person's own, each kept by itself: two who write at once lose nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, select, update

from checkin.agreements.how_asked import Lines
from checkin.storage.tables import (
    HandoverReadRow,
    OwnLineRow,
    OwnPhotoRow,
    PersonRow,
    PlaceRow,
    ProfileFieldRow,
    db,
)
from checkin.storage.writing import insert_new, rows_changed

OwnLines = Mapping[Lines, tuple[str, ...]]
"""A person's goals, plan and what to leave out; a kind that has none is empty."""


def lines_of(person_ids: Iterable[str]) -> dict[str, OwnLines]:
    """Return the lines of each of these people, in their order."""
    found: dict[str, dict[Lines, list[str]]] = {one: defaultdict(list) for one in person_ids}
    asked = select(OwnLineRow).where(OwnLineRow.person_id.in_(found)).order_by(OwnLineRow.position)
    for row in db.session.scalars(asked):
        found[row.person_id][row.kind].append(row.words)
    return {
        one: {kind: tuple(lines.get(kind, ())) for kind in Lines} for one, lines in found.items()
    }


def put_lines(person_id: str, kind: Lines, lines: Sequence[str]) -> None:
    """Keep these lines in place of the ones before."""
    _one_at_a_time(person_id)
    mine = (OwnLineRow.person_id == person_id) & (OwnLineRow.kind == kind)
    db.session.execute(delete(OwnLineRow).where(mine))
    insert_new(
        OwnLineRow,
        [
            {"person_id": person_id, "kind": kind, "position": number, "words": words}
            for number, words in enumerate(lines)
        ],
    )


def put_places(person_id: str, names: Sequence[str]) -> None:
    """Keep the places a person picked, in their order; one that stays keeps its id."""
    _one_at_a_time(person_id)
    kept = db.session.scalars(select(PlaceRow).where(PlaceRow.person_id == person_id)).all()
    by_name = {row.name: row for row in kept}
    for row in kept:
        if row.name not in names:
            db.session.delete(row)
    for position, name in enumerate(dict.fromkeys(names)):
        row = by_name.get(name) or PlaceRow(person_id=person_id, name=name)
        row.position = position
        db.session.add(row)
    db.session.flush()


def fields_of(person_id: str) -> dict[str, str]:
    """Return what flows may ask about a person: field -> yes, no or a word."""
    rows = db.session.scalars(select(ProfileFieldRow).where(ProfileFieldRow.person_id == person_id))
    return {row.name: row.value for row in rows}


def put_field(person_id: str, name: str, value: str) -> None:
    """Keep one field of what flows may ask about a person."""
    mine = (ProfileFieldRow.person_id == person_id) & (ProfileFieldRow.name == name)
    if not rows_changed(update(ProfileFieldRow).where(mine).values(value=value)):
        insert_new(ProfileFieldRow, [{"person_id": person_id, "name": name, "value": value}])


def put_photo(person_id: str, idea: str, photo: str) -> None:
    """Keep a person's own photo for one idea."""
    mine = (OwnPhotoRow.person_id == person_id) & (OwnPhotoRow.idea == idea)
    if not rows_changed(update(OwnPhotoRow).where(mine).values(photo=photo)):
        insert_new(OwnPhotoRow, [{"person_id": person_id, "idea": idea, "photo": photo}])


def put_read(person_id: str, staff_id: str, at: datetime) -> None:
    """Keep when a member of staff last read a person's card."""
    mine = (HandoverReadRow.person_id == person_id) & (HandoverReadRow.staff_id == staff_id)
    if not rows_changed(update(HandoverReadRow).where(mine).values(at=at)):
        insert_new(HandoverReadRow, [{"person_id": person_id, "staff_id": staff_id, "at": at}])


def reads_of(person_ids: Iterable[str]) -> dict[str, dict[str, datetime]]:
    """Return, for each of these people, when each member of staff last read their card."""
    found: dict[str, dict[str, datetime]] = {one: {} for one in person_ids}
    rows = db.session.scalars(select(HandoverReadRow).where(HandoverReadRow.person_id.in_(found)))
    for row in rows:
        found[row.person_id][row.staff_id] = row.at
    return found


def _one_at_a_time(person_id: str) -> None:
    """Wait for whoever else is writing lists of this person."""
    db.session.execute(select(PersonRow.id).where(PersonRow.id == person_id).with_for_update())
