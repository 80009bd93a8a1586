"""How often someone tried to come in at a door."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from checkin.storage.tables.base import Base, Moment, WithId


class TryRow(WithId, Base):
    """One try at a door (sign-in, enrolling), for rate limits that hold across processes."""

    __tablename__ = "door_try"
    __table_args__ = (Index("ix_door_try_key_at", "key", "at"),)

    key: Mapped[str] = mapped_column(String(160))
    at: Mapped[datetime] = mapped_column(Moment)
