"""The tablets and phones that were let in, and the codes that let them in."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from checkin.agreements.happened import Denied
from checkin.storage.tables.base import Base, Id, Moment, WithId, one_word_of


class DeviceRow(WithId, Base):
    """An enrolled tablet or phone; its token is kept hashed."""

    __tablename__ = "device"

    house_id: Mapped[str] = mapped_column(Id, ForeignKey("house.id"), index=True)
    person_id: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    label: Mapped[str] = mapped_column(String(80))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    enrolled_at: Mapped[datetime] = mapped_column(Moment)
    enrolled_by: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    waits_since: Mapped[datetime | None] = mapped_column(Moment)  # to be known for a person's own
    theirs_at: Mapped[datetime | None] = mapped_column(Moment)  # the person said that it is theirs
    cleared_at: Mapped[datetime | None] = mapped_column(Moment)
    cleared_by: Mapped[str | None] = mapped_column(
        Id, ForeignKey("staff.id")
    )  # never who let it in
    denied: Mapped[Denied | None] = mapped_column(
        one_word_of(Denied, 12, "denied")
    )  # by the person
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)
    revoked_by: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))  # None: the person
    revoked_why: Mapped[str | None] = mapped_column(String(200))


class EnrolCodeRow(WithId, Base):
    """A six-digit code that lets one tablet in, once, for a short time."""

    __tablename__ = "enrol_code"
    __table_args__ = (Index("ix_enrol_code_hash", "code_hash"),)

    code_hash: Mapped[str] = mapped_column(String(64))
    house_id: Mapped[str] = mapped_column(Id, ForeignKey("house.id"))
    person_id: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    label: Mapped[str] = mapped_column(String(80))
    made_by: Mapped[str] = mapped_column(Id, ForeignKey("staff.id"))
    good_until: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)
