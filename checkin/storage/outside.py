"""The contacts of a house outside it: a safeguarding lead, somebody of another organisation.

They see and are told only what no manager, or nobody, of the house may see (agreements/seeing.py).
Source: trust.md A2, flow-library.md M2.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import insert, select

from checkin.lives.reach import reach
from checkin.storage.tables import HouseRow, Staff, db, outside_contacts

FEWEST = 2  # so many a house has, before it opens
ROLES = ("safeguarding_lead", "outside")
"""The safeguarding lead of the same provider, and somebody of another organisation."""


def is_outside(one: Staff) -> bool:
    """Say whether someone is a contact outside houses, and works in none."""
    return any(role.name in ROLES for role in one.roles)


def put(staff_id: str, house_id: str) -> None:
    """Note that someone is a contact outside this house."""
    db.session.execute(insert(outside_contacts).values(staff_id=staff_id, house_id=house_id))


def contacts_of(house_ids: Collection[str]) -> Mapping[str, Sequence[Staff]]:
    """Return by house its contacts outside it, by name."""
    rows = db.session.execute(
        select(outside_contacts.c.house_id, Staff)
        .join(Staff, Staff.id == outside_contacts.c.staff_id)
        .where(outside_contacts.c.house_id.in_(house_ids), Staff.active)
        .order_by(Staff.called, Staff.id)
    )
    found: dict[str, list[Staff]] = defaultdict(list)
    for house_id, one in rows:
        found[house_id].append(one)
    return found


def ids_of_contacts(house_ids: Collection[str]) -> Mapping[str, frozenset[str]]:
    """Return by house the ids of its contacts outside it."""
    rows = db.session.execute(
        select(outside_contacts)
        .join(Staff, Staff.id == outside_contacts.c.staff_id)
        .where(outside_contacts.c.house_id.in_(house_ids), Staff.active)
    )
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[row.house_id].add(row.staff_id)
    return {house_id: frozenset(ids) for house_id, ids in found.items()}


def is_outside_of(staff_id: str) -> Sequence[str]:
    """Return the ids of the houses that someone is an outside contact of."""
    return db.session.scalars(
        select(outside_contacts.c.house_id)
        .where(outside_contacts.c.staff_id == staff_id)
        .order_by(outside_contacts.c.house_id)
    ).all()


def houses_with_too_few(among: Collection[str] | None = None) -> Sequence[HouseRow]:
    """Return the houses that have too few who can be rung outside them, by name: of all, or of some."""
    every = select(HouseRow).order_by(HouseRow.name, HouseRow.id)
    some = every if among is None else every.where(HouseRow.id.in_(among))
    houses = db.session.scalars(some).all()
    known = contacts_of([one.id for one in houses])
    return [one for one in houses if _can_be_rung(known.get(one.id, ())) < FEWEST]


def has_too_few(house_id: str) -> bool:
    """Say whether a house has too few who can be rung outside it."""
    return _can_be_rung(contacts_of([house_id]).get(house_id, ())) < FEWEST


def can_be_rung(one: Staff) -> bool:
    """Say whether a contact can be rung."""
    return reach(one, "call") is not None


def _can_be_rung(contacts: Sequence[Staff]) -> int:
    return sum(can_be_rung(one) for one in contacts)
