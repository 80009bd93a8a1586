"""Which calls would ring a phone once too often: they go as texts, which say more.

What the page of an alert says of it must tell nobody that something they may not know of rang that
phone: so only what everybody in the house may know of is counted together.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from checkin.actions.known_to_all import known_to_all
from checkin.actions.telling import URGENCY
from checkin.storage import before_sending
from checkin.storage.before_sending import Rang
from checkin.storage.tables import MessageRow

MOST_RINGS, TEN_MINUTES = 3, timedelta(minutes=10)
"""Whoever was rung so often of late is texted instead: nobody is rung in a storm."""


@dataclass(frozen=True, slots=True)
class _Rung:
    """Which phones rang of late; `together`: the house of each alert of which all there may know."""

    rings: Collection[Rang]
    together: Mapping[str, str]

    def too_often(self, row: MessageRow) -> bool:
        """Say so of a call that waits. What calls at once rings a phone once, whatever rang it."""
        first = not self._calls(row, {row.alert_id or ""})
        if first and row.urgency == URGENCY["now"]:
            return False
        return len(self._calls(row, self._counted_with(row.alert_id or ""))) >= MOST_RINGS

    def _counted_with(self, alert_id: str) -> Collection[str]:
        house = self.together.get(alert_id)
        return {alert_id, *(key for key, its in self.together.items() if its == house)}

    def _calls(self, row: MessageRow, of: Collection[str]) -> Collection[str]:
        """Return the calls to its phone about any of these alerts."""
        return {one.call for one in self.rings if one.address == row.address and one.alert_id in of}


def rings_too_often(rows: Sequence[MessageRow], now: datetime) -> Sequence[MessageRow]:
    """Return which of these messages are calls that go as texts."""
    calls = [row for row in rows if row.channel == "call"]
    if not calls:
        return ()
    rings = before_sending.rung_since({row.address for row in calls}, now - TEN_MINUTES)
    if len({one.call for one in rings}) < MOST_RINGS:
        return ()
    of = {row.alert_id or "" for row in calls} | {one.alert_id for one in rings}
    rung = _Rung(rings, known_to_all(of, now))
    return [row for row in calls if rung.too_often(row)]
