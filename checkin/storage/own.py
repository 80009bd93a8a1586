"""What is one person's own, each kept by itself: two who write at once lose nothing."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select, update

from checkin.storage.own_sets import one_at_a_time
from checkin.storage.tables import HandoverReadRow, OwnPhotoRow, PlaceRow, ProfileFieldRow, db
from checkin.storage.writing import insert_new, rows_changed


def put_places(person_id: str, names: Sequence[str]) -> None:
    """Keep the places a person picked, in their order; one that stays keeps its id."""
    one_at_a_time(person_id)
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
    """Keep that a member of staff read a person's card."""
    insert_new(HandoverReadRow, [{"person_id": person_id, "staff_id": staff_id, "at": at}])


def reads_of(person_ids: Iterable[str]) -> dict[str, list[tuple[str, datetime]]]:
    """Return, for each of these people, who of staff read their card and when, oldest first."""
    found: dict[str, list[tuple[str, datetime]]] = {one: [] for one in person_ids}
    asked = select(HandoverReadRow).where(HandoverReadRow.person_id.in_(found))
    for row in db.session.scalars(asked.order_by(HandoverReadRow.at)):
        found[row.person_id].append((row.staff_id, row.at))
    return found
