"""You said, decided, done, told, did it help."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from checkin.conversation.flows.does import Verdict
from checkin.lives.loop import Decision
from checkin.storage.tables.base import Base, Id, Moment, WithId, one_word_of


class LoopRow(WithId, Base):
    """One thing a person said, and what we did about it (evidence.md F.1 "loop item")."""

    __tablename__ = "loop"
    __table_args__ = (Index("ix_loop_person", "person_id", "raised_at"),)

    key: Mapped[str] = mapped_column(String(200), unique=True)  # answer:..., heard:..., staff:...
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
    check_in_id: Mapped[str | None] = mapped_column(Id, ForeignKey("check_in.id"))
    words: Mapped[str | None] = mapped_column(Text)  # verbatim
    media_id: Mapped[str | None] = mapped_column(Id, ForeignKey("media.id"))
    raised_at: Mapped[datetime] = mapped_column(Moment)
    read_at: Mapped[datetime | None] = mapped_column(Moment)
    read_by: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    decided_by: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    decisions: Mapped[int] = mapped_column(default=0)  # how many; what follows is the newest
    decision: Mapped[Decision | None] = mapped_column(one_word_of(Decision, 10, "decision"))
    we_did: Mapped[str | None] = mapped_column(Text)  # in easy words; or why we cannot
    owner_id: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    due_on: Mapped[date | None] = mapped_column(Date)
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    done_by: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    done_how: Mapped[str | None] = mapped_column(Text)
    told_at: Mapped[datetime | None] = mapped_column(Moment)
    impact: Mapped[Verdict | None] = mapped_column(one_word_of(Verdict, 10, "impact"))
    impact_at: Mapped[datetime | None] = mapped_column(Moment)
    asked: Mapped[int] = mapped_column(default=0)  # on how many days whether it helped
    asked_at: Mapped[datetime | None] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)


class LoopDecisionRow(WithId, Base):
    """One decision about a loop, added and never changed; what became of it is set once."""

    __tablename__ = "loop_decision"
    __table_args__ = (Index("uq_loop_decision_number", "loop_id", "number", unique=True),)

    loop_id: Mapped[str] = mapped_column(Id, ForeignKey("loop.id"))
    number: Mapped[int]
    at: Mapped[datetime] = mapped_column(Moment)
    staff_id: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    decision: Mapped[Decision] = mapped_column(one_word_of(Decision, 10, "decision"))
    words: Mapped[str] = mapped_column(Text)
    owner_id: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    due_on: Mapped[date | None] = mapped_column(Date)
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    done_by: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))
    done_how: Mapped[str | None] = mapped_column(Text)
    told_at: Mapped[datetime | None] = mapped_column(Moment)
    impact: Mapped[Verdict | None] = mapped_column(one_word_of(Verdict, 10, "impact"))
    impact_at: Mapped[datetime | None] = mapped_column(Moment)
