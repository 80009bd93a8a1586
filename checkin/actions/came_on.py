"""A call keeps on which device it was pressed or written, so that staff go where the person is."""

from datetime import datetime

from checkin.storage import alerts, help_presses


def keep_where(
    group: str,
    device_id: str | None,
    at: datetime,
    *,
    wrote: bool = False,
    press_id: str | None = None,
) -> None:
    """Keep it with the call of this group that was just opened or joined. `wrote`: in own words."""
    call = alerts.held_in_group(group) if device_id else None
    if call and device_id:
        help_presses.put(call.id, device_id, at, wrote=wrote, press_id=press_id)
