"""What was begun on a device that is not known to be the person's own is nobody's on another one."""

from checkin.storage.on_which_device import is_not_known
from checkin.storage.tables import CheckInRow


def begun_elsewhere(row: CheckInRow, device_id: str | None) -> bool:
    """Say whether it was answered last on such a device, and not on this one."""
    return row.device_id not in (None, device_id) and is_not_known(row.device_id or "")


def ends_with_its_device(row: CheckInRow, device_id: str | None) -> bool:
    """Say it of what nobody agreed: it is gone on with there, and nowhere else."""
    return row.plan_key is None and row.sent_at is None and begun_elsewhere(row, device_id)
