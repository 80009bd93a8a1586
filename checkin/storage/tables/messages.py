"""What waits to be sent, what was sent, and what arrived."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from checkin.lives.message import MessageState
from checkin.lives.new_message import MessageChannel
from checkin.storage.tables.base import Base, Id, Moment, WithId, one_of, one_word_of

IN_ONE = text("bundle_id IS NOT NULL")
NO_WORD = text("state = 'accepted' AND asked_at IS NULL")
RINGS = text("channel = 'call'")


class MessageRow(WithId, Base):
    """A text or a call to one contact point: first the row, then the sending (alerts.md 2)."""

    __tablename__ = "message"
    __table_args__ = (
        CheckConstraint(
            "state NOT IN ('pending', 'leased', 'unknown') OR next_at IS NOT NULL", "never_silent"
        ),
        Index(
            "ix_message_due",
            "urgency",
            "next_at",
            sqlite_where=text("state IN ('pending', 'leased', 'unknown')"),
            postgresql_where=text("state IN ('pending', 'leased', 'unknown')"),
        ),
        Index(
            "ix_message_pending_to",
            "address",
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
        Index("ix_message_no_word", "sent_at", sqlite_where=NO_WORD, postgresql_where=NO_WORD),
        Index("ix_message_bundle", "bundle_id", sqlite_where=IN_ONE, postgresql_where=IN_ONE),
        Index("ix_message_rung", "address", "sent_at", sqlite_where=RINGS, postgresql_where=RINGS),
        Index("ix_message_person", "person_id", "made_at"),
        Index("ix_message_alert", "alert_id"),
        Index("ix_message_provider", "provider_id"),
    )

    key: Mapped[str] = mapped_column(String(200), unique=True)  # sent at least once, under one key
    to_person: Mapped[bool]
    person_id: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    staff_id: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    alert_id: Mapped[str | None] = mapped_column(Id, ForeignKey("alert.id"))
    check_in_id: Mapped[str | None] = mapped_column(Id, ForeignKey("check_in.id"))
    about: Mapped[str] = mapped_column(String(40))  # ask_leave, remind, thanks, tell_staff ...
    channel: Mapped[MessageChannel] = mapped_column(one_word_of(MessageChannel, 10, "channel"))
    address: Mapped[str] = mapped_column(String(320))  # as long as an e-mail address may be
    body: Mapped[str] = mapped_column(Text)
    urgency: Mapped[int]  # 0 NOW, 1 SOON, 2 to a person, 3 TODAY

    state: Mapped[MessageState] = mapped_column(one_of(MessageState, 10, "state"))
    next_at: Mapped[datetime | None] = mapped_column(Moment)
    not_after: Mapped[datetime | None] = mapped_column(Moment)  # pointless later than this
    despite_stop: Mapped[bool] = mapped_column(default=False)  # goes though texts are stopped
    lease: Mapped[str | None] = mapped_column(Id)
    bundle_id: Mapped[str | None] = mapped_column(Id, ForeignKey("bundle.id"))
    attempts: Mapped[int] = mapped_column(default=0)
    provider_id: Mapped[str | None] = mapped_column(String(64))
    receipt_rank: Mapped[int] = mapped_column(default=0)
    fault: Mapped[str | None] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(Moment)
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    asked_at: Mapped[datetime | None] = mapped_column(Moment)  # when we asked what became of it
    delivered_at: Mapped[datetime | None] = mapped_column(Moment)


class BundleRow(WithId, Base):
    """Several messages about alerts that go to one contact point as one, in these words."""

    __tablename__ = "bundle"

    body: Mapped[str] = mapped_column(Text)


class NothingGoesOutRow(WithId, Base):
    """A channel whose provider takes nothing just now; where it takes messages there is no row."""

    __tablename__ = "nothing_goes_out"

    channel: Mapped[MessageChannel] = mapped_column(
        one_word_of(MessageChannel, 10, "channel"), unique=True
    )
    since: Mapped[datetime] = mapped_column(Moment)


class HeardRow(WithId, Base):
    """A text that arrived, exactly as it came, once for each id of the phone company."""

    __tablename__ = "heard"
    __table_args__ = (Index("ix_heard_person_at", "person_id", "at"),)

    provider_id: Mapped[str] = mapped_column(String(64), unique=True)
    person_id: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"))
    staff_id: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    number: Mapped[str] = mapped_column(String(20))
    words: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Moment)
    meaning: Mapped[str | None] = mapped_column(String(30))
    check_in_id: Mapped[str | None] = mapped_column(Id, ForeignKey("check_in.id"))
    private: Mapped[bool] = mapped_column(default=False)  # holds the secret word
    read_with: Mapped[str | None] = mapped_column(Id)  # the text whose place on the list it shares


class ReceiptRow(WithId, Base):
    """What the phone company said of a message, once for each thing it said."""

    __tablename__ = "receipt"

    key: Mapped[str] = mapped_column(String(120), unique=True)  # provider id and status
    provider_id: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[str | None] = mapped_column(Id, index=True)  # what we called what went
    status: Mapped[str] = mapped_column(String(20))
    code: Mapped[str | None] = mapped_column(String(12))
    at: Mapped[datetime] = mapped_column(Moment)
    applied_at: Mapped[datetime | None] = mapped_column(Moment)
