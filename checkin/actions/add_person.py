"""Someone begins to do check-ins here."""

from datetime import datetime

from checkin.actions.whose_phone import must_be_free_for_person
from checkin.lives.record import CHECKIN, Entry
from checkin.storage import facts, people, record
from checkin.storage.tables import PersonRow, new_id
from checkin.storage.transaction import kept_together


def add_person(
    house_id: str,
    name: str,
    called: str,
    phone: str | None,
    now: datetime,
    *,
    keyworker_id: str | None = None,
) -> str:
    """Keep a new person and return their id, or raise NumberTakenError; the phone is in E.164."""
    with kept_together():
        must_be_free_for_person(phone)
        row = PersonRow(
            id=new_id(), house_id=house_id, name=name, called=called, phone=phone,
            keyworker_id=keyworker_id,
        )  # fmt: skip
        people.put(row)
        what = facts.of_person(row)
        record.note([Entry(now, CHECKIN, "person_added", f"person:{row.id}", what, row.id)])
        return row.id
