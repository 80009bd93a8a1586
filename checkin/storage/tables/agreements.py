"""What was agreed, each version unchangeable."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from checkin.agreements.own_view import Seen
from checkin.storage.tables.base import Base, Id, Moment, WithId, one_word_of


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
    in_force_to: Mapped[datetime | None] = mapped_column(Moment)  # over for good
    review_on: Mapped[date] = mapped_column(Date)
    made_by: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    made_at: Mapped[datetime] = mapped_column(Moment)


class AgreementViewRow(WithId, Base):
    """The person saw a version, or says what they think of it: added, and never changed."""

    __tablename__ = "agreement_view"
    __table_args__ = (UniqueConstraint("version_id", "number"),)

    version_id: Mapped[str] = mapped_column(Id, ForeignKey("agreement_version.id"))
    number: Mapped[int]
    view: Mapped[Seen] = mapped_column(one_word_of(Seen, 14, "view"))
    at: Mapped[datetime] = mapped_column(Moment)
    device_id: Mapped[str | None] = mapped_column(Id, ForeignKey("device.id"))  # pressed there
    staff_id: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))  # wrote down a talk
    how: Mapped[str] = mapped_column(Text)  # how that talk was, and who was there
