"""On which devices Help was pressed, or own words called, and when."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from checkin.storage.on_which_device import NOT_KNOWN
from checkin.storage.tables import DeviceRow, HelpPressRow, db


class PressedOn(NamedTuple):
    """One press, and its device; `not_known`: that is not known to be the person's own, as it is now.

    `wrote`: it was no press, but their own words.
    """

    at: datetime
    wrote: bool
    device: DeviceRow
    not_known: bool


def put(alert_id: str, device_id: str, now: datetime, *, wrote: bool) -> None:
    """Keep one press that opened this call, or joined it."""
    db.session.add(HelpPressRow(alert_id=alert_id, device_id=device_id, at=now, wrote=wrote))


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
