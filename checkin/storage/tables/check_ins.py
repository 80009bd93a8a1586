"""Check-ins, what was said in them, and the flows they followed."""

from datetime import datetime, time

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, Time, text
from sqlalchemy.orm import Mapped, mapped_column

from checkin.agreements.expected import CheckInState
from checkin.conversation.flows.flow import Channel
from checkin.conversation.talking.said import Done, Until
from checkin.storage.tables.base import Base, Id, Moment, WithId, one_of, one_word_of


class FlowVersionRow(Base):
    """A flow as it was published; its id is the hash of what it says."""

    __tablename__ = "flow_version"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    flow: Mapped[str] = mapped_column(String(60), index=True)
    label: Mapped[str] = mapped_column(String(80))
    document: Mapped[str] = mapped_column(Text)
    edition: Mapped[int]  # of the flow language, in which it was written
    published_at: Mapped[datetime] = mapped_column(Moment)


class CheckInRow(WithId, Base):
    """One occurrence of an agreement at one time, or one the person began on their own.

    The row is the timer: whatever can become due stands in `next_at` (alerts.md).
    """

    __tablename__ = "check_in"
    __table_args__ = (
        CheckConstraint(
            "state NOT IN ('planned', 'asked', 'reminded') OR next_at IS NOT NULL"
            " OR (state <> 'planned' AND deadline_at IS NULL AND put_off_until IS NULL)",
            "never_silent",
        ),
        Index("ix_check_in_person_due", "person_id", "due_at"),
        Index(
            "ix_check_in_next",
            "next_at",
            sqlite_where=text("next_at IS NOT NULL"),
            postgresql_where=text("next_at IS NOT NULL"),
        ),
    )

    plan_key: Mapped[str | None] = mapped_column(String(200), unique=True)
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
    agreement_version_id: Mapped[str | None] = mapped_column(
        Id, ForeignKey("agreement_version.id"), index=True
    )
    key: Mapped[str] = mapped_column(String(60))  # leave, arrive, daily ...
    asks: Mapped[str] = mapped_column(String(60))  # a flow, or a message of travel_texts
    leg: Mapped[str | None] = mapped_column(String(20))
    channel: Mapped[Channel] = mapped_column(one_word_of(Channel, 10, "channel"))
    local_slot: Mapped[str] = mapped_column(String(20))  # "2026-10-25T01:30", as agreed
    flow_version_id: Mapped[str | None] = mapped_column(String(64), ForeignKey("flow_version.id"))

    state: Mapped[CheckInState] = mapped_column(one_of(CheckInState, 20, "state"))
    due_at: Mapped[datetime] = mapped_column(Moment)
    early_from: Mapped[datetime] = mapped_column(Moment)
    remind_at: Mapped[datetime | None] = mapped_column(Moment)
    deadline_at: Mapped[datetime | None] = mapped_column(Moment)
    put_off_until: Mapped[datetime | None] = mapped_column(Moment)  # "later": asked again then
    next_at: Mapped[datetime | None] = mapped_column(Moment)
    late_minutes: Mapped[int] = mapped_column(default=0)

    asked_at: Mapped[datetime | None] = mapped_column(Moment)
    reminded_at: Mapped[datetime | None] = mapped_column(Moment)
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    answered_late_at: Mapped[datetime | None] = mapped_column(Moment)
    missed_at: Mapped[datetime | None] = mapped_column(Moment)
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    seen_at: Mapped[datetime | None] = mapped_column(Moment)  # opened by staff
    seen_by: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    taken_back_at: Mapped[datetime | None] = mapped_column(Moment)
    called_off_at: Mapped[datetime | None] = mapped_column(Moment)  # not going that day
    counted_at: Mapped[datetime | None] = mapped_column(Moment)  # own-only thresholds were judged

    done: Mapped[Done | None] = mapped_column(one_word_of(Done, 12, "done"))
    helper: Mapped[str | None] = mapped_column(String(120))
    device_id: Mapped[str | None] = mapped_column(Id, ForeignKey("device.id"))  # answered last on
    confirmed_by: Mapped[str | None] = mapped_column(String(120))
    confirmed_how: Mapped[str | None] = mapped_column(String(60))
    confirmed_at: Mapped[datetime | None] = mapped_column(Moment)
    hurt_at: Mapped[datetime | None] = mapped_column(Moment)  # said so far, and not sent
    left_told_at: Mapped[datetime | None] = mapped_column(Moment)

    so_far: Mapped[str | None] = mapped_column(Text)  # where the conversation stands
    turns: Mapped[int] = mapped_column(default=0)
    begun_anew: Mapped[int | None] = (
        mapped_column()
    )  # after this turn: what was said before counts not
    later_at: Mapped[time | None] = mapped_column(Time)  # agreed for "later today", local
    left_until: Mapped[Until | None] = mapped_column(one_word_of(Until, 14, "left_until"))
    left_at_step: Mapped[str | None] = mapped_column(String(120))
