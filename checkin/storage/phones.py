"""Whose phone has which number: people first, then staff; and which could not be read."""

from collections.abc import Sequence

from sqlalchemy import select

from checkin.storage.tables import CircleRow, PersonRow, Staff, db


def phones() -> Sequence[PersonRow | Staff]:
    """Return everyone who has a phone, people first, in the order of their names."""
    people = select(PersonRow).where(PersonRow.phone.is_not(None)).order_by(PersonRow.called)
    staff = select(Staff).where(Staff.phone.is_not(None), Staff.active).order_by(Staff.called)
    return [*db.session.scalars(people), *db.session.scalars(staff)]


def unread_phones() -> Sequence[PersonRow | Staff | CircleRow]:
    """Return everyone whose number, kept before numbers were read, is none or somebody else's."""
    ask = db.session.scalars
    return [
        *ask(select(PersonRow).where(PersonRow.phone_unread.is_not(None)).order_by(PersonRow.name)),
        *ask(select(Staff).where(Staff.phone_unread.is_not(None)).order_by(Staff.name)),
        *ask(select(CircleRow).where(CircleRow.phone_unread.is_not(None)).order_by(CircleRow.name)),
    ]


def shared_phones() -> Sequence[str | None]:
    """Return the numbers that a person and a member of staff both have."""
    return db.session.scalars(
        select(PersonRow.phone).join(Staff, Staff.phone == PersonRow.phone)
    ).all()
