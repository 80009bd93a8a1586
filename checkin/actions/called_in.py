"""Who was called in from beyond a house, where nobody in it could be told of an alert."""

from collections.abc import Iterable, Mapping

from checkin.agreements.seen import StaffMember, Viewer
from checkin.storage import what_was_sent
from checkin.storage.tables import AlertRow


def called_in(viewer: Viewer, rows: Iterable[object]) -> Mapping[str, frozenset[str]]:
    """Return by alert who was told of it (staff ids): of those whose house is not this viewer's."""
    if not isinstance(viewer, StaffMember):
        return {}
    alerts = (row for row in rows if isinstance(row, AlertRow))
    elsewhere = [one.id for one in alerts if one.house_id not in viewer.houses]
    told = what_was_sent.told_of(elsewhere) if elsewhere else {}
    return {key: frozenset(staff) for key, staff in told.items()}
