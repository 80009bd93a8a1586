"""Someone begins to do check-ins here."""

from checkin.storage import people
from checkin.storage.tables import PersonRow, new_id
from checkin.storage.transaction import kept_together


class NumberTakenError(Exception):
    """This phone belongs to someone here already. Give another number, or none."""


def add_person(house_id: str, name: str, called: str, phone: str | None) -> str:
    """Keep a new person and return their id, or raise NumberTakenError."""
    with kept_together():
        if phone and people.person_by_number(phone):
            raise NumberTakenError(NumberTakenError.__doc__)
        row = PersonRow(
            id=new_id(), house_id=house_id, name=name, called=called, phone=phone, profile={}
        )
        people.put(row)
        return row.id
