"""Of which alerts everybody in the house may know: what follows from those tells nobody of others."""

from collections.abc import Collection, Mapping
from datetime import datetime

from checkin.actions.contacts import Contacts
from checkin.storage import alerts


def known_to_all(alert_ids: Collection[str], now: datetime) -> Mapping[str, str]:
    """Return the house of each of these alerts of which everybody who works there may know."""
    rows = alerts.alerts_by_id(alert_ids)
    contacts = Contacts(
        frozenset(row.house_id for row in rows),
        frozenset(row.check_in_id for row in rows if row.check_in_id),
    )
    return {
        row.id: row.house_id
        for row in rows
        if set(contacts.all_here(row.house_id)) <= contacts.may_know(row, now, row.step).keys()
    }
