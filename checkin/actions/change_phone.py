"""Somebody has a new phone, or none any more."""

from checkin.actions.whose_phone import must_be_free_for_person, must_be_free_for_staff
from checkin.storage import people
from checkin.storage import staff as staff_kept
from checkin.storage.transaction import kept_together


def change_phone_of_person(person_id: str, phone: str | None) -> None:
    """Keep the phone a person texts from, in E.164, or raise NumberTakenError."""
    with kept_together():
        must_be_free_for_person(phone, person_id)
        people.change(person_id, phone=phone, phone_unread=None)


def change_phone_of_staff(staff_id: str, phone: str | None) -> None:
    """Keep the phone on which a member of staff is told, in E.164, or raise NumberTakenError."""
    with kept_together():
        must_be_free_for_staff(phone, staff_id)
        staff_kept.change(staff_id, phone=phone, phone_unread=None)
