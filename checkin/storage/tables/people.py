"""People, those around them, and the tablets they use."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from checkin.storage.tables.base import Base, Id, Moment, Phone, WithId, one_spelling
from checkin.storage.tables.own import SETTINGS_HOLD, Settings


class HouseRow(WithId, Base):
    """A house or a service; staff see only their own."""

    __tablename__ = "house"

    name: Mapped[str] = mapped_column(String(120))
    zone: Mapped[str] = mapped_column(String(60), default="Europe/London")


class PersonRow(Settings, WithId, Base):
    """Someone who draws on support and does check-ins."""

    __tablename__ = "person"
    __table_args__ = (one_spelling(), *SETTINGS_HOLD)

    house_id: Mapped[str] = mapped_column(Id, ForeignKey("house.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    called: Mapped[str] = mapped_column(String(60))  # what they like to be called
    phone: Mapped[str | None] = mapped_column(Phone, unique=True)
    phone_unread: Mapped[str | None] = mapped_column(Text)  # typed once, and no number
    texts_stopped_at: Mapped[datetime | None] = mapped_column(Moment)
    texts_paused_at: Mapped[datetime | None] = mapped_column(Moment)  # the secret word was used
    keyworker_id: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    photo: Mapped[str | None] = mapped_column(String(80))


class CircleRow(WithId, Base):
    """Family, a friend, an advocate or a professional around a person."""

    __tablename__ = "circle"
    __table_args__ = (one_spelling(),)

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    relation: Mapped[str] = mapped_column(String(60))
    phone: Mapped[str | None] = mapped_column(Phone)
    phone_unread: Mapped[str | None] = mapped_column(Text)
    photo: Mapped[str | None] = mapped_column(String(80))


class PlaceRow(WithId, Base):
    """A place the person named as one to go to when things are hard."""

    __tablename__ = "place"

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    position: Mapped[int] = mapped_column(default=0)


class SecretWordRow(WithId, Base):
    """A secret word, encrypted; a retired one still counts for 30 days (thresholds.md T3)."""

    __tablename__ = "secret_word"

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    sealed: Mapped[str] = mapped_column(Text)
    set_at: Mapped[datetime] = mapped_column(Moment)
    counts_until: Mapped[datetime | None] = mapped_column(Moment)


class DeviceRow(WithId, Base):
    """An enrolled tablet or phone; its token is kept hashed."""

    __tablename__ = "device"

    house_id: Mapped[str] = mapped_column(Id, ForeignKey("house.id"), index=True)
    person_id: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    label: Mapped[str] = mapped_column(String(80))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    enrolled_at: Mapped[datetime] = mapped_column(Moment)
    enrolled_by: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    seen_at: Mapped[datetime | None] = mapped_column(Moment)
    waits_since: Mapped[datetime | None] = mapped_column(Moment)  # to be known for a person's own
    theirs_at: Mapped[datetime | None] = mapped_column(Moment)  # the person said that it is theirs
    cleared_at: Mapped[datetime | None] = mapped_column(Moment)
    cleared_by: Mapped[str | None] = mapped_column(
        Id, ForeignKey("staff.id")
    )  # never who let it in
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)


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
