"""What staff write beside an answer, never in its place."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from checkin.storage.tables import NoteRow, db


def put_note(answer_id: str, staff_id: str, kind: str, words: str, now: datetime) -> None:
    """Keep words of staff beside an answer, never in its place."""
    db.session.add(NoteRow(answer_id=answer_id, staff_id=staff_id, kind=kind, words=words, at=now))
    db.session.flush()


def notes_of(answer_ids: Sequence[str]) -> Sequence[NoteRow]:
    """Return what staff wrote beside these answers, oldest first."""
    return db.session.scalars(
        select(NoteRow).where(NoteRow.answer_id.in_(answer_ids)).order_by(NoteRow.at)
    ).all()
