"""What staff said to a person, in a check-in or in none, what became of it, and what the person answered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from checkin.door.kept_from_me import kept_since
from checkin.door.me import me
from checkin.staff.how_sent import how_sent
from checkin.staff.times import at, when
from checkin.storage import media, words_of_staff
from checkin.storage import staff as staff_kept
from checkin.storage.tables import (
    AnswerToStaffRow,
    CheckInRow,
    MediaRow,
    MessageRow,
    PersonRow,
    WordsOfStaffRow,
)


@dataclass(frozen=True, slots=True)
class AnsweredBack:
    """What the person answered, exactly as given."""

    when: str
    words: str | None
    media: MediaRow | None


@dataclass(frozen=True, slots=True)
class SaidToPerson:
    """Words of a member of staff: who, when, whether they were read, and what was answered."""

    id: str
    who: str
    words: str
    when: str
    became: str
    stands_at: datetime  # where in the talk
    answers: tuple[AnsweredBack, ...]


def said_to_person(row: CheckInRow, name: str, now: datetime) -> Iterator[SaidToPerson]:
    """Yield what staff said to a person, whom they call `name`, in order, as whoever looks may know it.

    Where something was told in it that is kept from them, what came since is not there for them,
    but for their own words.
    """
    since, said = kept_since(me(), row), words_of_staff.said_in(row.id)
    if since is None:
        return _said(said, name, now)
    known = [one for one in said if one.at < since or one.staff_id == me().id]
    return _said(known, name, now, since)


def said_in_none(person: PersonRow, since: datetime, now: datetime) -> Iterator[SaidToPerson]:
    """Yield what staff said on this person's page, in no check-in, since then, in order."""
    return _said(words_of_staff.said_in_none(person.id, since), person.called, now)


def _said(
    rows: Sequence[WordsOfStaffRow], name: str, now: datetime, until: datetime | None = None
) -> Iterator[SaidToPerson]:
    ids = [one.id for one in rows]
    texts, answers = words_of_staff.texts_of(ids), words_of_staff.answers_to(ids)
    files = media.media_of(
        [one.media_id for each in answers.values() for one in each if one.media_id]
    )
    who = staff_kept.staff_by_id(one.staff_id for one in rows)
    for row in rows:
        text = texts.get(row.id)
        yield SaidToPerson(
            row.id,
            who[row.staff_id].called,
            row.words,
            when(row.at, now),
            _of_text(text, now) if text else _of_page(row, name, now),
            row.read_at or (text.sent_at if text else None) or row.at,
            tuple(_answered(_before(answers.get(row.id, ()), until), files, now)),
        )


def _before(rows: Sequence[AnswerToStaffRow], until: datetime | None) -> list[AnswerToStaffRow]:
    return [one for one in rows if until is None or one.at < until]


def _answered(
    rows: Sequence[AnswerToStaffRow], files: Mapping[str, MediaRow], now: datetime
) -> Iterator[AnsweredBack]:
    for one in rows:
        yield AnsweredBack(when(one.at, now), one.words, files.get(one.media_id or ""))


def _of_page(row: WordsOfStaffRow, name: str, now: datetime) -> str:
    if row.read_at is None:
        return f"{name} has not had this on a page yet."
    return f"{name} had this on a page, and went on {at(row.read_at, now)}."


def _of_text(text: MessageRow, now: datetime) -> str:
    match text.state:
        case "pending" if text.next_at and text.next_at > now and not text.attempts:
            return f"A text {at(text.next_at, now)}."
        case "cancelled":
            return text.fault or "Not sent: texts were stopped."
        case _:
            return f"A text: {how_sent(text, now)}."
