"""What staff said to a person, for their own pages: what waits to be read, and what was read."""

from collections.abc import Sequence
from datetime import datetime

from checkin.actions.answer_to_staff import answer_to_staff
from checkin.actions.count_answers import look_at_once
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.hear_own_words import (
    call_of_no_talk,
    calls_apart,
    hear_own_words,
    raise_for_all,
)
from checkin.actions.listen_for_the_word import listen_for_the_word, listen_in
from checkin.actions.say_to_person import is_apart
from checkin.actions.start_check_in import so_far_of
from checkin.actions.tell_at_once import and_those_before, tell, tell_at_once
from checkin.actions.tell_outside import tell_outside
from checkin.actions.told_already import told_already
from checkin.actions.who_hurts import around_them, who_hurts_in_answer
from checkin.conversation.flows.level import Level
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.talking.facts import Tell
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.staff_said import AnsweredBack, StaffSaid
from checkin.for_whom.courtesy import is_courtesy, is_courtesy_to_us
from checkin.for_whom.of_somebody import OfSomebody
from checkin.lives.new_words import NewAnswer
from checkin.storage import check_ins, media, words_of_staff
from checkin.storage import staff as staff_kept
from checkin.storage.answers import Where
from checkin.storage.tables import CheckInRow, WordsOfStaffRow
from checkin.storage.transaction import kept_together


def as_staff_said(rows: Sequence[WordsOfStaffRow]) -> tuple[StaffSaid, ...]:
    """Return kept words as the talk tells them, with their answers."""
    who = staff_kept.staff_by_id(row.staff_id for row in rows)
    back = words_of_staff.answers_to([row.id for row in rows]) if rows else {}
    return tuple(
        StaffSaid(
            row.id,
            who[row.staff_id].called,
            who[row.staff_id].photo,
            row.words,
            row.at,
            row.read_at,
            row.before_step,
            tuple(AnsweredBack(one.at, one.words, one.media_id) for one in back.get(row.id, ())),
        )
        for row in rows
    )


def read_words(words_id: str, now: datetime) -> None:
    """The person went on from these words: the first time counts."""
    with kept_together():
        _read(words_of_staff.the_words(words_id), now)


def answer_words(
    words_id: str,
    now: datetime,
    *,
    words: str | None = None,
    media_id: str | None = None,
    device_id: str | None = None,
) -> str | None:
    """Keep what they answer on a page, exactly as given; the same once more is one answer.

    `device_id`: on which.

    What tells of a hurt, where no talk is behind it, is a telling: it stands in that alone, and its
    check-in (id) is returned.
    """
    with kept_together():
        row = words_of_staff.the_words(words_id)
        _read(row, now)
        before = words_of_staff.answers_to([row.id]).get(row.id, ())
        if (words, _sound_of(media_id)) in [(one.words, _sound_of(one.media_id)) for one in before]:
            return None
        if row.check_in_id is None and words and (told := _told_in(row, words, now, device_id)):
            return told
        courtesy = words is not None and _is_courtesy(row, words, now)
        check_in = check_ins.the_check_in(row.check_in_id) if row.check_in_id else None
        calls = calls_apart(check_in, words, now, row.staff_id) if check_in and words else False
        answer = NewAnswer(now, words, media_id, device_id=device_id)
        if check_in:  # before it is kept: these words alone keep no talk apart
            _hear_call(check_in, row, answer)
        answer_to_staff(row, answer, courtesy=courtesy, calls=calls)
        if check_in:
            _hear(check_in, row, answer)
            tell_outside(check_in, now)
        return None


def _sound_of(media_id: str | None) -> str | None:
    """Return what tells a voice or a photo from another: pressed twice, it is kept in two files."""
    found = media.media(media_id) if media_id else None
    return found.sha256 if found else None


def _read(row: WordsOfStaffRow, now: datetime) -> None:
    if row.read_at is None:
        words_of_staff.note_read(row, _waits(row.check_in_id), now)


def _waits(check_in_id: str | None) -> str | None:
    if check_in_id is None:
        return None
    check_in = check_ins.the_check_in(check_in_id)
    so_far = so_far_of(check_in) if check_in.so_far else None
    return so_far.step if so_far and so_far.stage == "steps" else None


def _is_courtesy(row: WordsOfStaffRow, words: str, now: datetime) -> bool:
    """Say whether it is no more than thanks; where a hurt was told, a name is more than that."""
    if is_apart(row, now):
        return is_courtesy(words, OnAJourney(_language()))
    around = around_them(row.person_id)
    return is_courtesy_to_us(words, OnAJourney(_language(), around=around))


def _told_in(row: WordsOfStaffRow, words: str, now: datetime, device_id: str | None) -> str | None:
    """Hear the same in an answer that belongs to no talk; return where it was told as a hurt."""
    source = f"{row.id}:{now.isoformat()}"
    listen_in(row.person_id, [words], source, now)
    called = call_of_no_talk(row.person_id, words, source, now, row.staff_id)
    if isinstance(called, OfSomebody):
        return tell_at_once(row.person_id, called, (), now, Where(device_id)).id
    by, told = who_hurts_in_answer(row.person_id, words, row.staff_id), None
    if by:
        if once := told_already(row.person_id, words):
            return once.id
        kept_from = and_those_before(row.person_id, by)
        level: Level = "now" if by.hurts else "today"
        told = tell(row.person_id, words, kept_from, now, Where(device_id), level).id
    if called:
        raise_for_all(row.person_id, called, device_id, now)
    return told


def _hear_call(check_in: CheckInRow, row: WordsOfStaffRow, answer: NewAnswer) -> None:
    """Hear in it what any own words call for."""
    given = _given(row, answer)
    on = answer.device_id
    hear_own_words(check_in, (given,), answer.at, asked_by=row.staff_id, device_id=on)


def _hear(check_in: CheckInRow, row: WordsOfStaffRow, answer: NewAnswer) -> None:
    """Hear in it that they are hurt, and the secret word."""
    now, words = answer.at, answer.words
    by = who_hurts_in_answer(row.person_id, words, row.staff_id) if words else None
    if by and words and not told_already(row.person_id, words):
        told = Tell("now" if by.hurts else "today", "", hurt=by.hurts)
        look_at_once(check_in, (told,), now)
    listen_for_the_word(check_in, (_given(row, answer),), now)


def _given(row: WordsOfStaffRow, answer: NewAnswer) -> Given:
    return Given(step=row.id, asked="", words=answer.words)


def _language() -> Language:
    return flows_in_use().library.language
