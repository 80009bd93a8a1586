"""Staff, and the houses they work in."""

from collections.abc import Iterable, Sequence
from typing import TypedDict, Unpack

from sqlalchemy import select, update

from checkin.phone_numbers.reading import can_be_kept
from checkin.storage.tables import Role, Staff, db, staff_houses, staff_roles

LEADS = frozenset({"team_lead", "manager"})


def staff(staff_id: str) -> Staff | None:
    """Return one member of staff."""
    return db.session.get(Staff, staff_id)


def staff_by_email(email: str) -> Staff | None:
    """Return who signs in with this address."""
    return db.session.scalar(select(Staff).where(Staff.email == email))


def staff_with_key(key: str) -> Staff | None:
    """Return whose sessions have this key."""
    return db.session.scalar(select(Staff).where(Staff.fs_uniquifier == key))


def staff_by_number(number: str) -> Staff | None:
    """Return which of the staff has this phone, in E.164; they may have left (`active`)."""
    if not can_be_kept(number):
        return None
    return db.session.scalar(select(Staff).where(Staff.phone == number))


class StaffChange(TypedDict, total=False):
    """What changes of a member of staff; what is not named stays as it is."""

    phone: str | None
    phone_unread: str | None
    phone_refused: str | None
    refused_apart: str | None
    active: bool


def change(staff_id: str, **fields: Unpack[StaffChange]) -> None:
    """Change what is kept of a member of staff."""
    db.session.execute(update(Staff).where(Staff.id == staff_id).values(**fields))


def is_leading(one: Staff) -> bool:
    """Say whether they are a team lead or a manager."""
    return not LEADS.isdisjoint(role.name for role in one.roles)


def manages_elsewhere(one: Staff, house_id: str) -> bool:
    """Say whether they manage other houses than this one, and do not work here."""
    manages = any(role.name == "manager" for role in one.roles)
    return manages and all(house.id != house_id for house in one.works_in)


def staff_of_houses(house_ids: Sequence[str]) -> Sequence[Staff]:
    """Return the staff of these houses, by name."""
    return db.session.scalars(
        select(Staff)
        .join(staff_houses, staff_houses.c.staff_id == Staff.id)
        .where(staff_houses.c.house_id.in_(house_ids), Staff.active)
        .distinct()
        .order_by(Staff.called)
    ).all()


def with_refused_numbers(house_ids: Sequence[str]) -> Sequence[Staff]:
    """Return whom of these houses the phone company does not reach, by name."""
    return [each for each in staff_of_houses(house_ids) if each.phone_refused]


def all_refused() -> Sequence[Staff]:
    """Return everybody whom the phone company does not reach, whatever found it, by name."""
    either = Staff.phone_refused.is_not(None) | Staff.refused_apart.is_not(None)
    return db.session.scalars(
        select(Staff).where(either, Staff.active).order_by(Staff.called)
    ).all()


def all_who_lead() -> Sequence[Staff]:
    """Return every team lead and manager, by name."""
    return db.session.scalars(
        select(Staff)
        .where(Staff.roles.any(Role.name.in_(LEADS)), Staff.active)
        .order_by(Staff.called)
    ).all()


def houses_of(staff_id: str) -> Sequence[str]:
    """Return the ids of the houses where someone works."""
    return db.session.scalars(
        select(staff_houses.c.house_id).where(staff_houses.c.staff_id == staff_id)
    ).all()


def managers_of(house_id: str) -> Sequence[str]:
    """Return the ids of a house's managers: the last step of every ladder."""
    return db.session.scalars(
        select(Staff.id)
        .join(staff_houses, staff_houses.c.staff_id == Staff.id)
        .join(staff_roles, staff_roles.c.staff_id == Staff.id)
        .join(Role, Role.id == staff_roles.c.role_id)
        .where(staff_houses.c.house_id == house_id, Role.name == "manager", Staff.active)
        .order_by(Staff.called)
    ).all()


def who_manages_elsewhere(house_id: str) -> Sequence[Staff]:
    """Return who manages other houses than this one, and does not work here, by name."""
    here = select(staff_houses.c.staff_id).where(staff_houses.c.house_id == house_id)
    return db.session.scalars(
        select(Staff)
        .where(
            Staff.roles.any(Role.name == "manager"),
            Staff.id.in_(select(staff_houses.c.staff_id)),
            Staff.id.not_in(here),
            Staff.active,
        )
        .order_by(Staff.called)
    ).all()


def staff_by_name(ids: Iterable[str]) -> tuple[Staff, ...]:
    """Return these members of staff as they are named in a row."""
    return tuple(sorted(staff_by_id(ids).values(), key=lambda one: one.called))


def called_of(staff_id: str | None) -> str:
    """Return what one of staff is called; "" for nobody."""
    one = staff(staff_id) if staff_id else None
    return one.called if one else ""


def staff_by_id(ids: Iterable[str]) -> dict[str, Staff]:
    """Return these members of staff by id."""
    wanted = set(ids)
    if not wanted:
        return {}
    rows = db.session.scalars(select(Staff).where(Staff.id.in_(wanted)))
    return {row.id: row for row in rows}
