"""Enrolled tablets and phones, and the codes that let them in."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update

from checkin.storage.reading import look_up
from checkin.storage.tables import DeviceRow, EnrolCodeRow, db
from checkin.storage.writing import rows_changed


def hashed(secret: str) -> str:
    """Return how a token or a code is kept."""
    return hashlib.sha256(secret.encode()).hexdigest()


_BY_TOKEN = select(DeviceRow.__table__).where(
    DeviceRow.token_hash == bindparam("hashed"), DeviceRow.revoked_at.is_(None)
)


def device_by_token(token: str) -> DeviceRow | None:
    """Return the device that holds this token, unless it was turned away; to look at only."""
    return look_up(DeviceRow, _BY_TOKEN, hashed=hashed(token))


def with_token(token: str) -> DeviceRow | None:
    """Return the device that holds this token, though it was turned away."""
    return db.session.scalar(select(DeviceRow).where(DeviceRow.token_hash == hashed(token)))


def is_turned_away(device_id: str) -> bool:
    """Say whether a device is let in no more."""
    found = device(device_id)
    return found is not None and found.revoked_at is not None


def id_of(token: str) -> str:
    """Return the id of the device that holds this token."""
    return db.session.scalars(
        select(DeviceRow.id).where(DeviceRow.token_hash == hashed(token))
    ).one()


def devices_of_person(person_id: str) -> Sequence[DeviceRow]:
    """Return the devices that are a person's own and are let in, the newest first."""
    return db.session.scalars(
        select(DeviceRow)
        .where(DeviceRow.person_id == person_id, DeviceRow.revoked_at.is_(None))
        .order_by(DeviceRow.enrolled_at.desc(), DeviceRow.id)
    ).all()


def never_known(person_id: str, since: datetime) -> Sequence[DeviceRow]:
    """Return a person's own that were turned away since then before they said whose they are."""
    return db.session.scalars(
        select(DeviceRow)
        .where(
            DeviceRow.person_id == person_id,
            DeviceRow.waits_since.is_not(None),
            DeviceRow.revoked_at > since,
            DeviceRow.denied.is_(None),
            DeviceRow.theirs_at.is_(None),
        )
        .order_by(DeviceRow.enrolled_at.desc(), DeviceRow.id)
    ).all()


def denied_by(person_id: str, since: datetime) -> Sequence[DeviceRow]:
    """Return the devices that a person said, since then, are not theirs, the newest first."""
    return db.session.scalars(
        select(DeviceRow)
        .where(
            DeviceRow.person_id == person_id,
            DeviceRow.denied.is_not(None),
            DeviceRow.revoked_at > since,
        )
        .order_by(DeviceRow.revoked_at.desc(), DeviceRow.id)
    ).all()


def devices_of_house(house_id: str) -> Sequence[DeviceRow]:
    """Return the devices of a house, the newest first."""
    return db.session.scalars(
        select(DeviceRow)
        .where(DeviceRow.house_id == house_id)
        .order_by(DeviceRow.enrolled_at.desc())
    ).all()


def device(device_id: str) -> DeviceRow | None:
    """Return one device."""
    return db.session.get(DeviceRow, device_id)


def held(device_id: str) -> DeviceRow | None:
    """Return one device as it is now, held until the transaction ends."""
    return db.session.get(DeviceRow, device_id, populate_existing=True, with_for_update=True)


def let_in_before(row: DeviceRow, at: datetime) -> frozenset[str]:
    """Return the devices (ids) let in before then on which the person can say whose this one is."""
    return frozenset(
        db.session.scalars(
            select(DeviceRow.id).where(
                DeviceRow.house_id == row.house_id,
                DeviceRow.person_id.is_(None) | (DeviceRow.person_id == row.person_id),
                DeviceRow.id != row.id,
                DeviceRow.enrolled_at < at,
                DeviceRow.revoked_at.is_(None),
                DeviceRow.waits_since.is_(None),
            )
        )
    )


def code_good_until(row: DeviceRow) -> datetime | None:
    """Return until when the code was good that let a device in."""
    return db.session.scalar(
        select(EnrolCodeRow.good_until)
        .where(
            EnrolCodeRow.used_at == row.enrolled_at,
            EnrolCodeRow.made_by == row.enrolled_by,
            EnrolCodeRow.person_id == row.person_id,
        )
        .order_by(EnrolCodeRow.good_until)
        .limit(1)
    )


def put(row: DeviceRow | EnrolCodeRow) -> None:
    """Keep a new device or code."""
    db.session.add(row)
    db.session.flush()


def use_code(code: str, now: datetime) -> EnrolCodeRow | None:
    """Use up a code that is still good; None when it is not, or was used before."""
    row = db.session.scalar(
        select(EnrolCodeRow).where(
            EnrolCodeRow.code_hash == hashed(code),
            EnrolCodeRow.good_until > now,
            EnrolCodeRow.used_at.is_(None),
        )
    )
    if row is None:
        return None
    used = rows_changed(
        update(EnrolCodeRow)
        .where(EnrolCodeRow.id == row.id, EnrolCodeRow.used_at.is_(None))
        .values(used_at=now)
    )
    return row if used else None


def turn_away(device_id: str, by: str, why: str, now: datetime) -> None:
    """Let a device in no more, from its next page on. `by`: a staff id; `why`: in a line."""
    away = {"revoked_at": now, "revoked_by": by, "revoked_why": why or None}
    db.session.execute(update(DeviceRow).where(DeviceRow.id == device_id).values(away))
