"""Whose phone has which number: people first, then staff."""

from collections.abc import Sequence

from sqlalchemy import select

from checkin.storage.tables import PersonRow, Staff, db


def phones() -> Sequence[PersonRow | Staff]:
    """Return everyone who has a phone, people first, in the order of their names."""
    people = select(PersonRow).where(PersonRow.phone.is_not(None)).order_by(PersonRow.called)
    staff = select(Staff).where(Staff.phone.is_not(None), Staff.active).order_by(Staff.called)
    return [*db.session.scalars(people), *db.session.scalars(staff)]
