"""What should have gone on by now and did not: asked by whoever watches the work itself."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute

from checkin.lives.alert import LIVE
from checkin.lives.message import WAITING
from checkin.storage.tables import AlertRow, CheckInRow, MessageRow, db
from checkin.storage.writing import among

AT_MOST = timedelta(minutes=1)  # for which anything of ours may stand still

What = Literal["check-in", "alert", "message"]


class Overdue(NamedTuple):
    """How many of these wait though their time has come, and since when the oldest does."""

    what: What
    many: int
    since: datetime


def stands_still(since: datetime | None, now: datetime) -> bool:
    """Say whether what last went on then stands still by now; None: it never went on."""
    return since is None or now - since > AT_MOST


def overdue(now: datetime) -> Iterator[Overdue]:
    """Yield what is due for more than a minute: steps of alerts, check-ins, and what is to be sent."""
    before = now - AT_MOST
    yield from _overdue("alert", AlertRow.next_at, among(AlertRow.state, LIVE), before)
    yield from _overdue("check-in", CheckInRow.next_at, CheckInRow.next_at.is_not(None), before)
    yield from _overdue("message", MessageRow.next_at, among(MessageRow.state, WAITING), before)


def _overdue(
    what: What,
    due: InstrumentedAttribute[datetime | None],
    goes_on: ColumnElement[bool],
    before: datetime,
) -> Iterator[Overdue]:
    found = select(func.count(), func.min(due)).where(goes_on, due < before)
    many, since = db.session.execute(found).one()
    if since:
        yield Overdue(what, many, since)
