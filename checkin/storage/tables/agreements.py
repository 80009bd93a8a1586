"""What was agreed, each version unchangeable."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from checkin.storage.tables.base import Base, Id, Moment, WithId


class AgreementRow(WithId, Base):
    """One agreement with one person, through all its versions."""

    __tablename__ = "agreement"

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    key: Mapped[str] = mapped_column(String(80), unique=True)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)


class AgreementVersionRow(WithId, Base):
    """One version: the document as agreed, never changed after."""

    __tablename__ = "agreement_version"
    __table_args__ = (UniqueConstraint("agreement_id", "version"),)

    agreement_id: Mapped[str] = mapped_column(Id, ForeignKey("agreement.id"))
    version: Mapped[int]
    document: Mapped[str] = mapped_column(Text)
    in_force_from: Mapped[datetime] = mapped_column(Moment)
    in_force_to: Mapped[datetime | None] = mapped_column(Moment)  # set once, by the next version
    review_on: Mapped[date] = mapped_column(Date)
    made_by: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    made_at: Mapped[datetime] = mapped_column(Moment)
