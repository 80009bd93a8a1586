"""The record: what happened, one entry after another, for as long as there is an installation."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from checkin.lives.record import RecordKind
from checkin.storage.tables.base import Base, Id, Moment, one_word_of


class RecordRow(Base):
    """One entry. The database itself refuses to change or delete any (its migrations).

    Nothing points from here to other tables: an entry outlives what it tells of. A migration that
    makes this table anew on SQLite must put its triggers back.
    """

    __tablename__ = "record"
    __table_args__ = (
        Index("ix_record_row", "row", "number"),
        Index("ix_record_person", "person_id", "number"),
    )

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Moment)
    by: Mapped[str] = mapped_column(String(44))
    kind: Mapped[RecordKind] = mapped_column(one_word_of(RecordKind, 30, "kind"))
    row: Mapped[str] = mapped_column(String(80))
    person_id: Mapped[str | None] = mapped_column(Id)
    what: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(String(64))
