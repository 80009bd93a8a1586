"""Who is around a person, and where they can go: their circle and their places."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from checkin.storage.tables import CircleRow, PlaceRow, db


def circle_of(person_id: str) -> Sequence[CircleRow]:
    """Return family, friends and professionals around a person."""
    return db.session.scalars(
        select(CircleRow).where(CircleRow.person_id == person_id).order_by(CircleRow.name)
    ).all()


def circles_of(person_ids: Iterable[str]) -> Mapping[str, Sequence[CircleRow]]:
    """Return by person those around them, by name, in one question."""
    asked = select(CircleRow).where(CircleRow.person_id.in_(set(person_ids)))
    found: dict[str, list[CircleRow]] = defaultdict(list)
    for row in db.session.scalars(asked.order_by(CircleRow.name)):
        found[row.person_id].append(row)
    return found


def places_of(person_id: str) -> Sequence[PlaceRow]:
    """Return the places a person picked to go to, in their order."""
    return db.session.scalars(
        select(PlaceRow).where(PlaceRow.person_id == person_id).order_by(PlaceRow.position)
    ).all()
