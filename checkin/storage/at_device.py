"""Who is at a device."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple, cast

from sqlalchemy import Boolean, bindparam, exists, func, select

from checkin.storage.devices import hashed
from checkin.storage.reading import look_up_all
from checkin.storage.tables import DeviceRow, OwnPhotoRow, PersonRow
from checkin.storage.words_of_staff import waits_for


class TurnedAway(NamedTuple):
    """Devices that were turned away after then; `denied_too`: of which the person says "not mine" too."""

    after: datetime
    denied_too: bool


class AtDevice(NamedTuple):
    """Whom a device shows: its own person, or who sat down at it, if they live in its house."""

    device_id: str
    shared: bool
    person: PersonRow | None  # to look at only
    own_photos: Mapping[str, str]  # idea -> photo
    since: datetime  # it was let in then
    waits: bool  # it is not known yet to be theirs
    words_wait: bool  # staff said something that they have not read
    turned_away: bool


_LET_IN = DeviceRow.revoked_at.is_(None) | (
    (DeviceRow.revoked_at > bindparam("after"))
    & (DeviceRow.denied.is_(None) | bindparam("denied_too", type_=Boolean))
)
_AT_DEVICE = (
    select(
        DeviceRow.id.label("device_id"),
        DeviceRow.person_id.label("device_of"),
        DeviceRow.enrolled_at,
        DeviceRow.waits_since,
        DeviceRow.revoked_at,
        PersonRow.__table__,
        OwnPhotoRow.idea,
        OwnPhotoRow.photo.label("of_idea"),
        exists().where(waits_for(PersonRow.id)).label("words_wait"),
    )
    .select_from(DeviceRow)
    .outerjoin(
        PersonRow,
        (PersonRow.id == func.coalesce(DeviceRow.person_id, bindparam("sat_down")))
        & (PersonRow.house_id == DeviceRow.house_id),
    )
    .outerjoin(OwnPhotoRow, OwnPhotoRow.person_id == PersonRow.id)
    .where(DeviceRow.token_hash == bindparam("hashed"), _LET_IN)
)


def who_is_at(token: str, sat_down: str, away: TurnedAway | None) -> AtDevice | None:
    """Return who is at the device that holds this token, in one question; None is no device.

    `away`: which devices that were turned away are there too.
    """
    after, denied_too = away or (None, False)
    rows = look_up_all(
        _AT_DEVICE, hashed=hashed(token), sat_down=sat_down, after=after, denied_too=denied_too
    )
    if not rows:
        return None
    first = rows[0]
    person = cast("PersonRow", first) if first.id else None
    own = {row.idea: row.of_idea for row in rows if row.idea}
    shared = first.device_of is None
    waits = first.waits_since is not None
    since, words_wait = first.enrolled_at, bool(first.words_wait)
    away_now = first.revoked_at is not None
    return AtDevice(first.device_id, shared, person, own, since, waits, words_wait, away_now)
