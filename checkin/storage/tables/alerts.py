"""Alerts and their steps; the heartbeat that shows when we ourselves were down."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from checkin.agreements.reached import About
from checkin.conversation.flows.level import Level
from checkin.lives.alert import AlertState, StepKind
from checkin.storage.tables.base import Base, Id, Moment, WithId, one_word_of


class AlertRow(WithId, Base):
    """Something a person of staff must act on, until one did. There is no silent end."""

    __tablename__ = "alert"
    __table_args__ = (
        CheckConstraint("state NOT IN ('open', 'claimed') OR next_at IS NOT NULL", "never_silent"),
        CheckConstraint("person_id IS NOT NULL OR from_number IS NOT NULL", "of_somebody"),
        Index(
            "uq_alert_open_group",
            "group_key",
            unique=True,
            sqlite_where=text("state IN ('open', 'claimed')"),
            postgresql_where=text("state IN ('open', 'claimed')"),
        ),
        Index(
            "ix_alert_next",
            "next_at",
            sqlite_where=text("state IN ('open', 'claimed')"),
            postgresql_where=text("state IN ('open', 'claimed')"),
        ),
        Index("ix_alert_house_state", "house_id", "state", "opened_at"),
    )

    key: Mapped[str] = mapped_column(String(200), unique=True)
    group_key: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(40))
    level: Mapped[Level] = mapped_column(one_word_of(Level, 8, "level"))
    about: Mapped[About] = mapped_column(one_word_of(About, 10, "about"))
    task: Mapped[bool] = mapped_column(default=False)
    house_id: Mapped[str] = mapped_column(Id, ForeignKey("house.id"))
    person_id: Mapped[str | None] = mapped_column(Id, ForeignKey("person.id"), index=True)
    from_number: Mapped[str | None] = mapped_column(String(20))  # of a cry of nobody whom we know
    tells_of: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")  # staff
    check_in_id: Mapped[str | None] = mapped_column(Id, ForeignKey("check_in.id"))
    agreement_version_id: Mapped[str | None] = mapped_column(Id, ForeignKey("agreement_version.id"))
    title: Mapped[str] = mapped_column(Text)
    what: Mapped[list[str]] = mapped_column(JSON, default=list)
    agreed_words: Mapped[str] = mapped_column(Text, default="")
    said_privately: Mapped[bool] = mapped_column(default=False)
    for_staff: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    do_by: Mapped[datetime | None] = mapped_column(Moment)

    state: Mapped[AlertState] = mapped_column(one_word_of(AlertState, 10, "state"))
    step: Mapped[int] = mapped_column(default=0)
    round: Mapped[int] = mapped_column(default=0)
    taken_by: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    taken_at: Mapped[datetime | None] = mapped_column(Moment)
    first_taken_at: Mapped[datetime | None] = mapped_column(Moment)
    known_at: Mapped[datetime | None] = mapped_column(Moment)  # when someone knew how they are
    outcome: Mapped[str | None] = mapped_column(String(60))
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    next_at: Mapped[datetime | None] = mapped_column(Moment)
    opened_at: Mapped[datetime] = mapped_column(Moment)
    v: Mapped[int] = mapped_column(default=0)

    @property
    def whose(self) -> str:
        """The id of whom it is about; "" where nobody knows."""
        return self.person_id or ""


class AlertStepRow(WithId, Base):
    """One thing that happened to an alert; only added, and told in the record."""

    __tablename__ = "alert_step"
    __table_args__ = (Index("uq_alert_step_number", "alert_id", "number", unique=True),)

    alert_id: Mapped[str] = mapped_column(Id, ForeignKey("alert.id"))
    number: Mapped[int]
    at: Mapped[datetime] = mapped_column(Moment)
    staff_id: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))  # None: Checkin
    kind: Mapped[StepKind] = mapped_column(one_word_of(StepKind, 30, "kind"))
    words: Mapped[str] = mapped_column(Text, default="")


class HelpPressRow(WithId, Base):
    """One press of Help, or own words that call: for which call, on which device, when; only added."""

    __tablename__ = "help_press"

    alert_id: Mapped[str] = mapped_column(Id, ForeignKey("alert.id"), index=True)
    device_id: Mapped[str] = mapped_column(Id, ForeignKey("device.id"))
    at: Mapped[datetime] = mapped_column(Moment)
    wrote: Mapped[bool] = mapped_column(default=False)  # else Help was pressed


class BeatRow(Base):
    """The last time a worker looked for silence."""

    __tablename__ = "beat"

    worker: Mapped[str] = mapped_column(String(80), primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)


class OutageRow(WithId, Base):
    """A time in which nobody looked: ours, never the person's (alerts.md 7)."""

    __tablename__ = "outage"

    since: Mapped[datetime] = mapped_column(Moment, unique=True)
    until: Mapped[datetime] = mapped_column(Moment, index=True)
