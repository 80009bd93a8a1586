"""Somebody has a new phone, or none any more."""

from datetime import datetime

from checkin.actions.own_phones import have_it_checked, keep_change, stays
from checkin.actions.whose_phone import (
    must_be_free_for_person,
    must_be_free_for_staff,
    must_be_nobodys_of_late,
)
from checkin.lives.record import Entry, What, by_staff, digest
from checkin.storage import people, record
from checkin.storage import staff as staff_kept
from checkin.storage.transaction import kept_together

NOTHING: What = {}


def change_phone_of_person(
    person_id: str, phone: str | None, now: datetime, *, staff_id: str | None = None
) -> None:
    """Keep the phone a person texts from, in E.164, or raise NumberTakenError.

    Where it takes the place of a number that is theirs, it waits until another who leads checked it.
    `staff_id`: who changed it on a page; None: whoever sets Checkin up.
    """
    with kept_together():
        must_be_free_for_person(phone, person_id)
        must_be_nobodys_of_late(phone, person_id, now)
        changed = keep_change(people.held(person_id), phone, staff_id, now)
        if changed is None or changed.used_from:
            people.change(person_id, phone=phone, phone_unread=None)
            _note(f"person:{person_id}", phone, now, staff_id, person_id)
        if changed and staff_id and not stays(changed):
            have_it_checked(changed, now)


def change_phone_of_staff(staff_id: str, phone: str | None, now: datetime) -> None:
    """Keep the phone on which a member of staff is told, in E.164, or raise NumberTakenError."""
    with kept_together():
        must_be_free_for_staff(phone, staff_id)
        staff_kept.change(
            staff_id, phone=phone, phone_unread=None, phone_refused=None, refused_apart=None
        )
        _note(by_staff(staff_id), phone, now, more={"refused": None})


def _note(
    row: str,
    phone: str | None,
    now: datetime,
    by: str | None = None,
    about: str | None = None,
    more: What = NOTHING,
) -> None:
    what: What = {"phone": digest(phone), **more}
    record.note([Entry(now, by_staff(by), "phone_changed", row, what, about)])
