"""People, their houses and those around them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Unpack

from sqlalchemy import select, update

from checkin.agreements.how_asked import HowAsked
from checkin.names import Named, told_apart
from checkin.phone_numbers.reading import can_be_kept
from checkin.storage.tables import CircleRow, HouseRow, PersonRow, PlaceRow, Staff, db


def person(person_id: str) -> PersonRow | None:
    """Return one person."""
    return db.session.get(PersonRow, person_id)


def the_person(person_id: str) -> PersonRow:
    """Return one person who must be there, as they are now in the database."""
    return db.session.get_one(PersonRow, person_id, populate_existing=True)


def held(person_id: str) -> PersonRow:
    """Return one person as they are now, held until the transaction ends."""
    return db.session.get_one(PersonRow, person_id, populate_existing=True, with_for_update=True)


def people_by_id(person_ids: Iterable[str]) -> dict[str, PersonRow]:
    """Return these people by id, in one question."""
    rows = db.session.scalars(select(PersonRow).where(PersonRow.id.in_(set(person_ids))))
    return {row.id: row for row in rows}


def people_of_houses(house_ids: Sequence[str]) -> Sequence[PersonRow]:
    """Return the people of these houses, by name."""
    return db.session.scalars(
        select(PersonRow).where(PersonRow.house_id.in_(house_ids)).order_by(PersonRow.called)
    ).all()


def known_as(house_ids: Iterable[str]) -> Mapping[str, str]:
    """Return by id what the people of these houses go by, each among those of their house."""
    asked = select(PersonRow.house_id, PersonRow.id, PersonRow.called, PersonRow.name)
    houses: dict[str, list[Named]] = defaultdict(list)
    for house_id, *one in db.session.execute(asked.where(PersonRow.house_id.in_(set(house_ids)))):
        houses[house_id].append(Named(*one))
    return {key: name for here in houses.values() for key, name in told_apart(here).items()}


def name_of(person: PersonRow) -> str:
    """Return what one person goes by among those of their house."""
    return known_as([person.house_id])[person.id]


def person_by_number(number: str) -> PersonRow | None:
    """Return whose phone this is, written as it is kept: it identifies, it does not prove."""
    if not can_be_kept(number):
        return None
    return db.session.scalar(select(PersonRow).where(PersonRow.phone == number))


def everyone() -> Sequence[PersonRow]:
    """Return all people of this installation, by name."""
    return db.session.scalars(select(PersonRow).order_by(PersonRow.name, PersonRow.id)).all()


def put(row: PersonRow | CircleRow | PlaceRow | HouseRow) -> None:
    """Keep someone or something new."""
    db.session.add(row)
    db.session.flush()


class PersonChange(HowAsked, total=False):
    """What changes of a person; what is not named stays as it is."""

    called: str
    phone: str | None
    phone_unread: str | None
    texts_stopped_at: datetime | None
    texts_paused_at: datetime | None
    keyworker_id: str | None
    photo: str | None


def change(person_id: str, **fields: Unpack[PersonChange]) -> None:
    """Change what is kept of a person."""
    db.session.execute(update(PersonRow).where(PersonRow.id == person_id).values(**fields))


def first_staff_among(ids: Iterable[str]) -> str | None:
    """Return the one of these ids that is a member of staff, if any is."""
    return db.session.scalar(select(Staff.id).where(Staff.id.in_(set(ids))).limit(1))
