"""Whose photos are shown in a house: its people's, their circle's, its staff's, and its contacts'."""

from sqlalchemy import ColumnElement, exists, select

from checkin.storage.tables import (
    CircleRow,
    OwnPhotoRow,
    PersonRow,
    Staff,
    db,
    outside_contacts,
    staff_houses,
)


def is_of_house(name: str, house_id: str) -> bool:
    """Say whether a photo of this name is of somebody, or something, of this house."""
    people = select(PersonRow.id).where(PersonRow.house_id == house_id)
    inside = select(staff_houses.c.staff_id).where(staff_houses.c.house_id == house_id)
    outside = select(outside_contacts.c.staff_id).where(outside_contacts.c.house_id == house_id)
    of_staff = Staff.id.in_(inside) | Staff.id.in_(outside)
    return (
        _any((PersonRow.photo == name) & (PersonRow.house_id == house_id))
        or _any((Staff.photo == name) & of_staff)
        or _any((CircleRow.photo == name) & CircleRow.person_id.in_(people))
        or _any((OwnPhotoRow.photo == name) & OwnPhotoRow.person_id.in_(people))
    )


def _any(where: ColumnElement[bool]) -> bool:
    return bool(db.session.scalar(select(exists().where(where))))
