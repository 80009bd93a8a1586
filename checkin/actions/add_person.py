"""Someone begins to do check-ins here."""

from datetime import datetime

from checkin.actions.whose_phone import must_be_free_for_person
from checkin.lives.record import CHECKIN, Entry, What, digest
from checkin.storage import people, record
from checkin.storage.tables import PersonRow, new_id
from checkin.storage.transaction import kept_together


def add_person(house_id: str, name: str, called: str, phone: str | None, now: datetime) -> str:
    """Keep a new person and return their id, or raise NumberTakenError; the phone is in E.164."""
    with kept_together():
        must_be_free_for_person(phone)
        row = PersonRow(id=new_id(), house_id=house_id, name=name, called=called, phone=phone)
        people.put(row)
        what: What = {"house": house_id, "phone": digest(phone)}
        record.note([Entry(now, CHECKIN, "person_added", f"person:{row.id}", what, row.id)])
        return row.id
