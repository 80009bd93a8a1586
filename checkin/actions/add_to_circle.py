"""Somebody is around a person: family, a friend, an advocate, a professional."""

from checkin.storage import people
from checkin.storage.tables import CircleRow, new_id
from checkin.storage.transaction import kept_together


def add_to_circle(person_id: str, name: str, relation: str, phone: str | None) -> str:
    """Keep who it is and return their id; the phone, in E.164, may be anybody's."""
    with kept_together():
        row = CircleRow(id=new_id(), person_id=person_id, name=name, relation=relation, phone=phone)
        people.put(row)
        return row.id
