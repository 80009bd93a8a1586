"""What was kept, read straight from the tables."""

from datetime import datetime
from typing import TypeVar

from sqlalchemy import select

from checkin.storage.tables import AlertRow, AlertStepRow, Base, CheckInRow, LoopRow, db
from tests.conftest import LONDON, World

Row = TypeVar("Row", bound=Base)
IN_ORDER = ("at", "made_at", "opened_at", "raised_at", "number")


def kept(world: World, table: type[Row], **having: object) -> list[Row]:
    """Return the rows of a table that have these values, in the order in which they came."""
    order = [getattr(table, one) for one in IN_ORDER if hasattr(table, one)]
    with world.app.app_context():
        found = list(db.session.scalars(select(table).filter_by(**having).order_by(*order)))
        db.session.expunge_all()
    return found


def check_in(world: World, person: str, slot: str, key: str) -> CheckInRow:
    """Return a person's check-in that was to happen, by its agreed day and time."""
    (found,) = (
        one
        for one in kept(world, CheckInRow, person_id=person, local_slot=slot, key=key)
        if one.state != "cancelled"
    )
    return found


def alerts(world: World, *, task: bool = False) -> list[AlertRow]:
    """Return the alerts, or the work to do, in the order in which they were opened."""
    return sorted(kept(world, AlertRow, task=task), key=lambda one: one.opened_at)


def steps(world: World, alert: AlertRow) -> list[tuple[str, str, str]]:
    """Return what happened to an alert: the time in London, the kind, the words."""
    found = sorted(kept(world, AlertStepRow, alert_id=alert.id), key=lambda one: one.number)
    return [(at(one.at), one.kind, one.words) for one in found]


def loop(world: World, words: str) -> LoopRow:
    """Return the loop that these words opened."""
    (found,) = (one for one in kept(world, LoopRow) if one.words and words in one.words)
    return found


def at(moment: datetime | None) -> str:
    """Return a moment as the clock on a wall in London shows it, with its day."""
    return f"{moment.astimezone(LONDON):%a %H:%M:%S}" if moment else ""
