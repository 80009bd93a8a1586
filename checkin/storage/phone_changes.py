"""What became of people's phones: each change, who wrote it down, and who checked it with them."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import select

from checkin.phone_numbers.reading import can_be_kept
from checkin.storage.tables import PhoneChangeRow, db


def put(row: PhoneChangeRow) -> None:
    """Keep a change."""
    db.session.add(row)
    db.session.flush()


def change(change_id: str) -> PhoneChangeRow | None:
    """Return one change."""
    return db.session.get(PhoneChangeRow, change_id)


def held(change_id: str) -> PhoneChangeRow | None:
    """Return one change as it is now, held until the transaction ends."""
    return db.session.get(PhoneChangeRow, change_id, populate_existing=True, with_for_update=True)


def last_change(person_id: str) -> PhoneChangeRow | None:
    """Return the last change of a person's phone, whether it is used or waits; None: there was none."""
    return db.session.scalars(
        select(PhoneChangeRow)
        .where(PhoneChangeRow.person_id == person_id)
        .order_by(PhoneChangeRow.changed_at.desc(), PhoneChangeRow.id.desc())
        .limit(1)
    ).first()


def changes_of(person_ids: Iterable[str]) -> Mapping[str, list[PhoneChangeRow]]:
    """Return all changes of these people's phones, the newest first."""
    wanted = set(person_ids)
    found: dict[str, list[PhoneChangeRow]] = {one: [] for one in wanted}
    asked = select(PhoneChangeRow).where(PhoneChangeRow.person_id.in_(wanted))
    order = PhoneChangeRow.changed_at.desc(), PhoneChangeRow.id.desc()
    for row in db.session.scalars(asked.order_by(*order)) if wanted else ():
        found[row.person_id].append(row)
    return found


def was_known(took: PhoneChangeRow) -> bool:
    """Say whether the number that this change took was known for the person's: theirs from the start, or checked."""
    wrote = _wrote(took)
    return wrote is None or wrote.changed_by is None or wrote.checked_at is not None


def _wrote(took: PhoneChangeRow) -> PhoneChangeRow | None:
    """Return the change that had made the number theirs which this one took; None: it was from the start."""
    return db.session.scalars(
        select(PhoneChangeRow)
        .where(
            PhoneChangeRow.person_id == took.person_id,
            PhoneChangeRow.phone == took.was,
            PhoneChangeRow.was.is_distinct_from(PhoneChangeRow.phone),  # not: written down again
            PhoneChangeRow.changed_at <= took.changed_at,
        )
        .order_by(PhoneChangeRow.changed_at.desc())
        .limit(1)
    ).first()


def maybe_theirs(number: str, since: datetime) -> PhoneChangeRow | None:
    """Return what makes a number maybe somebody's: what took it from them since then, if it was known for theirs.

    Else what wrote it down, and nobody checked.
    """
    took = last_with(number, since)
    if took is None:
        return waiting_with(number)
    return took if was_known(took) else _wrote(took)


def who_had(number: str) -> frozenset[str]:
    """Return whose number this was at any time (person ids)."""
    asked = select(PhoneChangeRow.person_id).where(PhoneChangeRow.was == number)
    return frozenset(db.session.scalars(asked)) if can_be_kept(number) else frozenset()


def last_with(number: str, since: datetime) -> PhoneChangeRow | None:
    """Return the change that took this number from somebody since then, the newest."""
    if not can_be_kept(number):
        return None
    return db.session.scalars(
        select(PhoneChangeRow)
        .where(PhoneChangeRow.was == number, PhoneChangeRow.used_from >= since)
        .order_by(PhoneChangeRow.used_from.desc(), PhoneChangeRow.id.desc())
        .limit(1)
    ).first()


def waiting_with(number: str) -> PhoneChangeRow | None:
    """Return the change that would make this number somebody's, while nobody checked it."""
    if not can_be_kept(number):
        return None
    row = db.session.scalars(
        select(PhoneChangeRow)
        .where(
            PhoneChangeRow.phone == number,
            PhoneChangeRow.used_from.is_(None),
            PhoneChangeRow.checked_at.is_(None),
        )
        .order_by(PhoneChangeRow.changed_at.desc(), PhoneChangeRow.id.desc())
        .limit(1)
    ).first()
    newest = last_change(row.person_id) if row else None
    return row if row and newest and newest.id == row.id else None
