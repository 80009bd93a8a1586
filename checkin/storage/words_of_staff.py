"""Words of staff in a talk, and the answers to them: kept once, and told in the record."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute

from checkin.lives.message import MessageState
from checkin.lives.new_words import NewAnswer, NewWords
from checkin.lives.record import Entry, by_person, by_staff
from checkin.storage import facts_of_talk, record
from checkin.storage.tables import (
    AnswerToStaffRow,
    HeardRow,
    MessageRow,
    WordsOfStaffRow,
    db,
    new_id,
)
from checkin.storage.writing import insert_new

WENT = (MessageState.ACCEPTED, MessageState.DELIVERED)


def put(new: NewWords) -> str | None:
    """Keep words, and return their id; None where this press of this page is kept already."""
    words_id = new_id()
    if not insert_new(WordsOfStaffRow, [{"id": words_id, **new._asdict()}]):
        return None
    what, row = facts_of_talk.as_said_by_staff(new), f"words_of_staff:{words_id}"
    record.note([Entry(new.at, by_staff(new.staff_id), "staff_said", row, what, new.person_id)])
    return words_id


def is_kept(key: str) -> bool:
    """Say whether this press of this page is kept."""
    return (
        db.session.scalar(select(WordsOfStaffRow.id).where(WordsOfStaffRow.key == key)) is not None
    )


def said_last(person_id: str, check_in_id: str | None, staff_id: str) -> WordsOfStaffRow | None:
    """Return what this one of staff said last to a person, in this check-in or in none."""
    return db.session.scalar(
        select(WordsOfStaffRow)
        .where(
            WordsOfStaffRow.person_id == person_id,
            WordsOfStaffRow.check_in_id.is_not_distinct_from(check_in_id),
            WordsOfStaffRow.staff_id == staff_id,
        )
        .order_by(WordsOfStaffRow.at.desc(), WordsOfStaffRow.id)
        .limit(1)
    )


def words(words_id: str) -> WordsOfStaffRow | None:
    """Return words of staff."""
    return db.session.get(WordsOfStaffRow, words_id)


def the_words(words_id: str) -> WordsOfStaffRow:
    """Return them as they are in the database now, held until the transaction ends."""
    return db.session.get_one(
        WordsOfStaffRow, words_id, populate_existing=True, with_for_update=True
    )


def said_in(check_in_id: str) -> Sequence[WordsOfStaffRow]:
    """Return what staff said in a check-in, in order."""
    return db.session.scalars(
        select(WordsOfStaffRow)
        .where(WordsOfStaffRow.check_in_id == check_in_id)
        .order_by(WordsOfStaffRow.at, WordsOfStaffRow.id)
    ).all()


def said_in_none(person_id: str, since: datetime) -> Sequence[WordsOfStaffRow]:
    """Return what staff said to a person on pages since then, in no check-in, in order."""
    return db.session.scalars(
        select(WordsOfStaffRow)
        .where(
            WordsOfStaffRow.person_id == person_id,
            WordsOfStaffRow.check_in_id.is_(None),
            WordsOfStaffRow.way == "page",
            WordsOfStaffRow.at >= since,
        )
        .order_by(WordsOfStaffRow.at, WordsOfStaffRow.id)
    ).all()


def read_in(check_in_id: str) -> Sequence[WordsOfStaffRow]:
    """Return what the person read on a page of a check-in, in order."""
    return [one for one in said_in(check_in_id) if one.read_at]


def waits_for(person_id: str | InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """Ask for what waits to be read on pages of this person."""
    return (
        (WordsOfStaffRow.person_id == person_id)
        & (WordsOfStaffRow.way == "page")
        & WordsOfStaffRow.read_at.is_(None)
    )


def waiting_for(person_id: str) -> Sequence[WordsOfStaffRow]:
    """Return what waits to be read on pages of this person, in order."""
    return db.session.scalars(
        select(WordsOfStaffRow)
        .where(waits_for(person_id))
        .order_by(WordsOfStaffRow.at, WordsOfStaffRow.id)
    ).all()


def note_read(row: WordsOfStaffRow, step: str | None, at: datetime) -> None:
    """Keep when the person went on from these words, and what waited then."""
    row.read_at, row.before_step = at, step
    by, name = by_person(row.person_id), f"words_of_staff:{row.id}"
    record.note(
        [Entry(at, by, "staff_read", name, facts_of_talk.read_on_a_page(row), row.person_id)]
    )


def add_answer(row: WordsOfStaffRow, new: NewAnswer) -> int:
    """Add what the person answers to words that are held, and return its number among them."""
    before = select(func.count()).where(AnswerToStaffRow.words_id == row.id)
    number = (db.session.scalar(before) or 0) + 1
    db.session.add(AnswerToStaffRow(words_id=row.id, number=number, **new._asdict()))
    what, name = facts_of_talk.as_answered(number, new), f"words_of_staff:{row.id}"
    by = by_person(row.person_id)
    record.note([Entry(new.at, by, "staff_answered", name, what, row.person_id)])
    return number


def answers_to(words_ids: Collection[str]) -> Mapping[str, Sequence[AnswerToStaffRow]]:
    """Return by words what was answered to them, in order."""
    found: defaultdict[str, list[AnswerToStaffRow]] = defaultdict(list)
    rows = select(AnswerToStaffRow).where(AnswerToStaffRow.words_id.in_(words_ids))
    for row in db.session.scalars(rows.order_by(AnswerToStaffRow.number)):
        found[row.words_id].append(row)
    return found


def answered_in(heard_ids: Collection[str]) -> Mapping[str, str]:
    """Return by text the check-in in which staff said what it answers."""
    rows = db.session.execute(
        select(AnswerToStaffRow.heard_id, WordsOfStaffRow.check_in_id)
        .join(WordsOfStaffRow, WordsOfStaffRow.id == AnswerToStaffRow.words_id)
        .where(AnswerToStaffRow.heard_id.in_(heard_ids))
    )
    return {heard_id: talk for heard_id, talk in rows if heard_id and talk}


def texts_said_in(texts: Sequence[HeardRow]) -> Mapping[str, str]:
    """Return by text the check-in in which it is said; staff may have asked there."""
    said = {one.id: one.check_in_id for one in texts if one.check_in_id}
    return {**said, **answered_in([one.id for one in texts])}


def key_of_text(words_id: str) -> str:
    """Return the key of the message that brings words."""
    return f"words:{words_id}"


def texts_of(words_ids: Collection[str]) -> Mapping[str, MessageRow]:
    """Return by words the text that brings them."""
    keys = {key_of_text(one): one for one in words_ids}
    rows = db.session.scalars(select(MessageRow).where(MessageRow.key.in_(keys)))
    return {keys[row.key]: row for row in rows}


def texted_last(person_id: str, since: datetime) -> tuple[WordsOfStaffRow, datetime] | None:
    """Return the words that reached a person by text last since then, and when they went."""
    found = db.session.execute(
        select(WordsOfStaffRow, MessageRow.sent_at)
        .join(MessageRow, MessageRow.key == "words:" + WordsOfStaffRow.id)
        .where(
            WordsOfStaffRow.person_id == person_id,
            MessageRow.state.in_(WENT),
            MessageRow.sent_at >= since,
        )
        .order_by(MessageRow.sent_at.desc())
        .limit(1)
    ).first()
    return (found[0], found[1]) if found and found[1] else None
