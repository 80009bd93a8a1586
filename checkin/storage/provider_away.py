"""The providers that take nothing just now, and since when.

How much waits for them nobody is told: it would count what is kept from whoever reads it.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from checkin.lives.new_message import MessageChannel
from checkin.storage.tables import NothingGoesOutRow, db
from checkin.storage.writing import insert_new


@dataclass(frozen=True, slots=True)
class Away:
    """Since when the provider of a channel takes nothing."""

    channel: MessageChannel
    since: datetime


def took_nothing(channel: MessageChannel, now: datetime) -> None:
    """Keep that the provider of a channel took nothing; since when stays as it was."""
    insert_new(NothingGoesOutRow, [{"channel": channel, "since": now}])


def took_one(channel: MessageChannel) -> None:
    """Keep that the provider of a channel takes messages."""
    back = delete(NothingGoesOutRow).where(NothingGoesOutRow.channel == channel)
    db.session.execute(back, execution_options={"synchronize_session": False})


def away() -> list[Away]:
    """Return the providers that take nothing, the one that is away longest first."""
    rows = db.session.scalars(
        select(NothingGoesOutRow).order_by(NothingGoesOutRow.since, NothingGoesOutRow.channel)
    )
    return [Away(one.channel, one.since) for one in rows]
