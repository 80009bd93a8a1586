"""What staff said to a person in a talk, and what the person answered them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from checkin.lives.new_words import Way
from checkin.storage.tables.base import Base, Id, Moment, WithId, one_word_of


class WordsOfStaffRow(WithId, Base):
    """Words of one member of staff, never changed; when they were read on a page is set once.

    When a text with them went says its message.
    """

    __tablename__ = "words_of_staff"
    __table_args__ = (
        Index("ix_words_of_staff_check_in", "check_in_id"),
        Index("ix_words_of_staff_person", "person_id", "at"),
    )

    key: Mapped[str] = mapped_column(String(120), unique=True)  # one press of one page
    check_in_id: Mapped[str | None] = mapped_column(Id, ForeignKey("check_in.id"))  # of a talk
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
    staff_id: Mapped[str] = mapped_column(Id, ForeignKey("staff.id"))
    words: Mapped[str] = mapped_column(Text)
    way: Mapped[Way] = mapped_column(one_word_of(Way, 8, "way"))
    at: Mapped[datetime] = mapped_column(Moment)
    read_at: Mapped[datetime | None] = mapped_column(Moment)
    before_step: Mapped[str | None] = mapped_column(String(120))  # the question that waited then


class AnswerToStaffRow(WithId, Base):
    """What a person answered to words of staff: added, and never changed."""

    __tablename__ = "answer_to_staff"
    __table_args__ = (UniqueConstraint("words_id", "number"),)

    words_id: Mapped[str] = mapped_column(Id, ForeignKey("words_of_staff.id"))
    number: Mapped[int]
    at: Mapped[datetime] = mapped_column(Moment)
    words: Mapped[str | None] = mapped_column(Text)
    media_id: Mapped[str | None] = mapped_column(Id, ForeignKey("media.id"))
    heard_id: Mapped[str | None] = mapped_column(Id, ForeignKey("heard.id"), unique=True)
    device_id: Mapped[str | None] = mapped_column(Id, ForeignKey("device.id"))
