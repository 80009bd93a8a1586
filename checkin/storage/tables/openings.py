"""What staff opened, with a reason, though it was not meant for them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from checkin.storage.tables.base import Base, Id, Moment, WithId


class OpeningRow(WithId, Base):
    """One member of staff opened one check-in, at one time: added, and never changed."""

    __tablename__ = "opening"
    __table_args__ = (
        Index("ix_opening_check_in", "check_in_id", "at"),
        Index("ix_opening_person", "person_id", "at"),
    )

    check_in_id: Mapped[str] = mapped_column(Id, ForeignKey("check_in.id"))
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
    staff_id: Mapped[str] = mapped_column(Id, ForeignKey("staff.id"))
    whom: Mapped[str] = mapped_column(Text)  # it was said to, as it read then: "Priya and Marcus"
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Moment)
