"""On which devices Help was pressed, or own words called, and when."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from checkin.storage.on_which_device import NOT_KNOWN
from checkin.storage.tables import DeviceRow, HelpPressRow, db, new_id


class PressedOn(NamedTuple):
    """One press, and its device; `not_known`: that is not known to be the person's own, as it is now.

    `wrote`: it was no press, but their own words.
    """

    at: datetime
    wrote: bool
    device: DeviceRow
    not_known: bool


def put(
    alert_id: str, device_id: str, at: datetime, *, wrote: bool, press_id: str | None = None
) -> None:
    """Keep one press that opened this call, or joined it."""
    row = HelpPressRow(alert_id=alert_id, device_id=device_id, at=at, wrote=wrote)
    row.id = press_id or new_id()
    db.session.add(row)


def is_kept(press_id: str) -> bool:
    """Say whether this one was kept before."""
    return db.session.get(HelpPressRow, press_id) is not None


def presses_of(alert_ids: Collection[str]) -> Mapping[str, list[PressedOn]]:
    """Return the presses of each of these calls, the newest first."""
    asked = (
        select(HelpPressRow.alert_id, HelpPressRow.at, HelpPressRow.wrote, DeviceRow, NOT_KNOWN)
        .join(DeviceRow, DeviceRow.id == HelpPressRow.device_id)
        .where(HelpPressRow.alert_id.in_(alert_ids))
        .order_by(HelpPressRow.at.desc(), HelpPressRow.id.desc())
    )
    found: dict[str, list[PressedOn]] = {alert_id: [] for alert_id in alert_ids}
    for alert_id, at, wrote, device, not_known in db.session.execute(asked) if alert_ids else ():
        found[alert_id].append(PressedOn(at, wrote, device, bool(not_known)))
    return found
