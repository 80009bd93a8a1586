"""Who was called in from beyond a house, where nobody in it could be told of an alert."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from checkin.agreements.seen import Alert, StaffMember, Thing, Viewer
from checkin.storage import what_was_sent
from checkin.storage.tables import AlertRow


def with_called_in(
    viewer: Viewer, rows: Iterable[object], things: Mapping[str, Thing]
) -> Mapping[str, Thing]:
    """Return these with who was told of each alert (ids), where its house is not this viewer's."""
    told = _told_elsewhere(viewer, rows)
    return {
        key: replace(one, called_in=told[key]) if key in told and isinstance(one, Alert) else one
        for key, one in things.items()
    }


def _told_elsewhere(viewer: Viewer, rows: Iterable[object]) -> Mapping[str, frozenset[str]]:
    if not isinstance(viewer, StaffMember):
        return {}
    alerts = (row for row in rows if isinstance(row, AlertRow))
    elsewhere = [one.id for one in alerts if one.house_id not in viewer.houses]
    told = what_was_sent.told_of(elsewhere) if elsewhere else {}
    return {key: frozenset(staff) for key, staff in told.items()}
