"""The calls of the last day that are over: who had each, and how it ended, for whoever comes on shift."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from checkin.door.kept_from_me import open_to
from checkin.door.me import me
from checkin.staff.times import at, when
from checkin.storage import alert_steps, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, Staff

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CallOver:
    """A call that is over, and what became of it: "At 10:02. Jo had it. Closed at 10:30: Done. Rang Sam."."""

    alert: AlertRow
    became: str


def calls_over(now: datetime) -> Sequence[CallOver]:
    """Return those that are there for whoever is signed in, in the order in which they came."""
    rows = open_to(me(), which_alerts.calls_over_since(me().house_ids, now - DAY))
    named = staff_kept.staff_by_id([one.taken_by for one in rows if one.taken_by])
    wrote = alert_steps.written_at_closing([one.id for one in rows])
    return [CallOver(one, _became(one, named, wrote.get(one.id, ""), now)) for one in rows]


def _became(row: AlertRow, named: Mapping[str, Staff], wrote: str, now: datetime) -> str:
    """Say it, with what staff wrote as they closed it, which begins with its outcome."""
    had = named.get(row.taken_by or "")
    who = f"{had.called} had it" if had else "Nobody took it"
    ended = "Closed" if row.state == "closed" else "Taken off the list"
    said = f"{when(row.opened_at, now)}. {who}. {ended} {at(row.closed_at, now)}: {row.outcome}."
    return f"{said} {wrote.removeprefix(row.outcome or '').strip()}".rstrip()
