"""Who is at a device."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple, cast

from sqlalchemy import bindparam, exists, func, select

from checkin.storage.devices import hashed
from checkin.storage.reading import look_up_all
from checkin.storage.tables import DeviceRow, OwnPhotoRow, PersonRow
from checkin.storage.words_of_staff import waits_for


class AtDevice(NamedTuple):
    """Whom a device shows: its own person, or who sat down at it, if they live in its house."""

    device_id: str
    shared: bool
    person: PersonRow | None  # to look at only
    own_photos: Mapping[str, str]  # idea -> photo
    since: datetime  # it was let in then
    waits: bool  # it is not known yet to be theirs
    words_wait: bool  # staff said something that they have not read


_AT_DEVICE = (
    select(
        DeviceRow.id.label("device_id"),
        DeviceRow.person_id.label("device_of"),
        DeviceRow.enrolled_at,
        DeviceRow.waits_since,
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
    .where(DeviceRow.token_hash == bindparam("hashed"), DeviceRow.revoked_at.is_(None))
)


def who_is_at(token: str, sat_down: str) -> AtDevice | None:
    """Return who is at the device that holds this token, in one question; None is no device."""
    rows = look_up_all(_AT_DEVICE, hashed=hashed(token), sat_down=sat_down)
    if not rows:
        return None
    first = rows[0]
    person = cast("PersonRow", first) if first.id else None
    own = {row.idea: row.of_idea for row in rows if row.idea}
    shared = first.device_of is None
    waits = first.waits_since is not None
    since, words_wait = first.enrolled_at, bool(first.words_wait)
    return AtDevice(first.device_id, shared, person, own, since, waits, words_wait)
