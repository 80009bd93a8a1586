"""People, those around them, and the tablets they use."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, String, Text
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
    phone_refused: ClassVar[str | None] = None  # of theirs staff are told by an alert
    refused_apart: ClassVar[str | None] = None
    texts_stopped_at: Mapped[datetime | None] = mapped_column(Moment)
    texts_paused_at: Mapped[datetime | None] = mapped_column(Moment)  # the secret word was used
    keyworker_id: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    photo: Mapped[str | None] = mapped_column(String(80))


class PhoneChangeRow(WithId, Base):
    """A person's phone was changed: from which number to which, by whom; and who checked it with them."""

    __tablename__ = "phone_change"

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    was: Mapped[str | None] = mapped_column(Phone, index=True)
    phone: Mapped[str | None] = mapped_column(Phone, index=True)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    used_from: Mapped[datetime | None] = mapped_column(Moment)  # None: it waits, or never was used
    changed_by: Mapped[str | None] = mapped_column(
        Id, ForeignKey("staff.id")
    )  # None: whoever sets Checkin up
    checked_at: Mapped[datetime | None] = mapped_column(Moment)
    checked_by: Mapped[str | None] = mapped_column(
        Id, ForeignKey("staff.id")
    )  # never who changed it


class CircleRow(WithId, Base):
    """Family, a friend, an advocate or a professional around a person."""

    __tablename__ = "circle"
    __table_args__ = (one_spelling(),)

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    relation: Mapped[str] = mapped_column(String(60))
    phone: Mapped[str | None] = mapped_column(Phone)
    phone_unread: Mapped[str | None] = mapped_column(Text)
    phone_refused: ClassVar[str | None] = None
    refused_apart: ClassVar[str | None] = None
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
