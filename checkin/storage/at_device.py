"""Who is at a device."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple, cast

from sqlalchemy import Boolean, bindparam, exists, func, select

from checkin.storage import check_ins, devices
from checkin.storage.reading import look_up_all
from checkin.storage.tables import DeviceRow, OwnPhotoRow, PersonRow
from checkin.storage.words_of_staff import waits_for

STILL_TAKEN_FOR = timedelta(hours=1)  # since a device was turned away


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


def who_is_at(hashed: str, sat_down: str, away: TurnedAway | None) -> AtDevice | None:
    """Return who is at the device that holds this token, in one question; None is no device.

    `hashed`: the token, as it is kept. `away`: which devices that were turned away are there too.
    """
    after, denied_too = away or (None, False)
    rows = look_up_all(
        _AT_DEVICE, hashed=hashed, sat_down=sat_down, after=after, denied_too=denied_too
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


def whose_page(hashed: str, shown_to: str, away: TurnedAway | None) -> AtDevice | None:
    """Return for whom (an id) a page was shown at this device, whoever sits there; None: not one of it."""
    found = who_is_at(hashed, shown_to, away)
    return found if found and found.person and found.person.id == shown_to else None


def who_sat_last(hashed: str, sat_last: str, away: TurnedAway | None) -> AtDevice | None:
    """Return who (an id) sat last at a device that was turned away: where nobody sits, its Help is theirs.

    Not who answered last there: that would tell whoever turned it away of a telling.
    """
    found = whose_page(hashed, sat_last, away)
    return found if found and found.turned_away else None


def who_was_at(
    on: str, before: Collection[str], check_in_id: str | None, away: TurnedAway
) -> AtDevice | None:
    """Return of whom a page left open is, on a device (an id) that this browser was before.

    It is taken as on a tablet that was turned away. `before`: the tokens it had, as they are kept.
    """
    row = devices.device(on) if before and check_in_id else None
    check_in = check_ins.as_it_stands(check_in_id) if row and check_in_id else None
    if row is None or check_in is None or row.token_hash not in before:
        return None
    found = who_is_at(row.token_hash, check_in.person_id, away)
    return found and found._replace(turned_away=True)
