"""The providers that take nothing just now, since when, and how much waits for them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select

from checkin.lives.message import WAITING
from checkin.lives.new_message import MessageChannel
from checkin.storage.tables import MessageRow, NothingGoesOutRow, db
from checkin.storage.writing import among, insert_new


@dataclass(frozen=True, slots=True)
class Away:
    """Since when the provider of a channel takes nothing, and how many messages wait to be sent."""

    channel: MessageChannel
    since: datetime
    waiting: int


def took_nothing(channel: MessageChannel, now: datetime) -> None:
    """Keep that the provider of a channel took nothing; since when stays as it was."""
    insert_new(NothingGoesOutRow, [{"channel": channel, "since": now}])


def took_one(channel: MessageChannel) -> None:
    """Keep that the provider of a channel takes messages."""
    back = delete(NothingGoesOutRow).where(NothingGoesOutRow.channel == channel)
    db.session.execute(back, execution_options={"synchronize_session": False})


def away() -> list[Away]:
    """Return the providers that take nothing, the one that is away longest first."""
    waits = among(MessageRow.state, WAITING) & (MessageRow.channel == NothingGoesOutRow.channel)
    rows = db.session.execute(
        select(NothingGoesOutRow.channel, NothingGoesOutRow.since, func.count(MessageRow.id))
        .outerjoin(MessageRow, waits)
        .group_by(NothingGoesOutRow.channel, NothingGoesOutRow.since)
        .order_by(NothingGoesOutRow.since, NothingGoesOutRow.channel)
    )
    return [Away(channel, since, count) for channel, since, count in rows]
