"""What was begun on a device that is not known to be the person's own is nobody's on another one.

What nobody agreed ends with that device; what was agreed is begun anew on the next.
"""

from checkin.conversation.talking.keeping import from_json
from checkin.storage.on_which_device import is_not_known
from checkin.storage.tables import CheckInRow


def begun_elsewhere(row: CheckInRow, device_id: str | None) -> bool:
    """Say whether it was answered last on such a device, and not on this one."""
    return row.device_id not in (None, device_id) and is_not_known(row.device_id or "")


def ends_with_its_device(row: CheckInRow, device_id: str | None) -> bool:
    """Say it of what nobody agreed: it is gone on with there, and nowhere else."""
    return row.plan_key is None and row.sent_at is None and begun_elsewhere(row, device_id)


def begins_anew(row: CheckInRow, device_id: str | None) -> bool:
    """Say of what was agreed that it is begun anew on this device."""
    if row.plan_key is None or row.sent_at or not row.so_far or device_id is None:
        return False
    so_far = from_json(row.so_far)
    begun = so_far.stage != "hello" or bool(so_far.answers)
    return begun and begun_elsewhere(row, device_id)
