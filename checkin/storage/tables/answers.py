"""What was said in check-ins, what was shown with it, and what staff wrote beside it."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from checkin.conversation.flows.does import StepDoes
from checkin.conversation.replies.option import How
from checkin.conversation.talking.given import Silence
from checkin.storage.tables.base import Base, Id, Moment, WithId, one_word_of


class AnswerRow(WithId, Base):
    """One answer exactly as given; never changed, never deleted. The newest of a step stands."""

    __tablename__ = "answer"
    __table_args__ = (
        Index("ix_answer_check_in", "check_in_id", "number"),
        Index("ix_answer_counted", "person_id", "flow_step", "sent_at"),
        Index("ix_answer_device", "device_id"),
    )

    check_in_id: Mapped[str] = mapped_column(Id, ForeignKey("check_in.id"))
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
    number: Mapped[int]  # order within the check-in
    flow_step: Mapped[str] = mapped_column(String(160))  # "group_day.tablets"
    step: Mapped[str] = mapped_column(String(120))
    asked: Mapped[str] = mapped_column(Text)
    choices: Mapped[list[str]] = mapped_column(JSON)
    labels: Mapped[list[str]] = mapped_column(JSON)
    symbol: Mapped[str | None] = mapped_column(String(60))
    symbols: Mapped[list[str | None]] = mapped_column(JSON)
    words: Mapped[str | None] = mapped_column(Text)
    media: Mapped[list[str]] = mapped_column(JSON)
    silence: Mapped[Silence | None] = mapped_column(one_word_of(Silence, 12, "silence"))
    how: Mapped[How] = mapped_column(one_word_of(How, 12, "how"))
    reply: Mapped[str | None] = mapped_column(Text)
    marks: Mapped[list[str]] = mapped_column(JSON)
    does: Mapped[StepDoes | None] = mapped_column(one_word_of(StepDoes, 20, "does"))  # once sent
    hurt_by: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))  # who is named
    hurt_unclear: Mapped[bool | None]  # nobody can tell who it was; none: no words of being hurt
    language: Mapped[str] = mapped_column(String(20))
    channel: Mapped[str] = mapped_column(String(10))
    device_id: Mapped[str | None] = mapped_column(Id, ForeignKey("device.id"))
    beside: Mapped[str | None] = mapped_column(Id, ForeignKey("staff.id"))  # was signed in there
    at: Mapped[datetime] = mapped_column(Moment)
    sent_at: Mapped[datetime | None] = mapped_column(
        Moment
    )  # a row of what was sent, else of a turn


class MediaRow(WithId, Base):
    """A voice note, a photo or a drawing: kept byte for byte, with its hash."""

    __tablename__ = "media"

    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    check_in_id: Mapped[str | None] = mapped_column(Id, ForeignKey("check_in.id"))
    kind: Mapped[str] = mapped_column(String(12))  # audio, photo, drawing
    mimetype: Mapped[str] = mapped_column(String(60))
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    seconds: Mapped[float | None]
    at: Mapped[datetime] = mapped_column(Moment)


class NoteRow(WithId, Base):
    """Words of staff beside an answer, never in its place ("typed by Marcus from Ana's voice")."""

    __tablename__ = "note"

    answer_id: Mapped[str] = mapped_column(Id, ForeignKey("answer.id"), index=True)
    staff_id: Mapped[str] = mapped_column(Id, ForeignKey("staff.id"))
    kind: Mapped[str] = mapped_column(String(20))  # typed_from_voice, note
    words: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Moment)
