"""Staff say something to a person, in a talk or in none: kept once, and read as the page said."""

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from checkin.actions.answer_in_words import answer_in_words
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.hours_of import hours_of
from checkin.actions.may_see import person_answer, words_answer, words_open_to
from checkin.actions.said_in import said_in
from checkin.actions.start_check_in import is_begun, so_far_of
from checkin.actions.text_person import text_to
from checkin.actions.where_told import where_told
from checkin.agreements.happened_by_text import WhyNoText
from checkin.agreements.promise_of_words import promise
from checkin.agreements.seeing import Answer, in_confidence, is_for_them
from checkin.agreements.seen import StaffMember
from checkin.agreements.words_of_staff import (
    ByText,
    NotAtAll,
    Read,
    Talk,
    how_read,
    how_read_in_no_talk,
)
from checkin.conversation.flows.telling import is_telling
from checkin.lives.new_words import NewWords, Way
from checkin.lives.reach import reach
from checkin.storage import check_ins, devices, flows, messages, people, texts_heard, words_of_staff
from checkin.storage.tables import CheckInRow, PersonRow, Staff, WordsOfStaffRow
from checkin.storage.transaction import kept_together
from checkin.storage.what_was_sent import OF_STAFF

JUST_NOW = timedelta(hours=1)
A_MINUTE = timedelta(minutes=1)


class NotForThemError(Exception):
    """What was said there is not for them to read."""


class ChangedMeanwhileError(Exception):
    """How the person would read it is not as the page said; the message says how it is."""


def how_they_read(row: CheckInRow, viewer: StaffMember, now: datetime) -> Read:
    """Return how a person reads what this one of staff says in this check-in now.

    Who may not know what was told in it reads of it as of any other that was begun.
    """
    person = people.the_person(row.person_id)
    told_apart = is_told_apart(row, now) and bool(words_open_to(viewer, {row.id}, now))
    since = row.due_at if told_apart else now  # a telling is not on a device let in after it
    talk = Talk(
        by_text=row.channel == "text",
        is_over=_is_over(row),
        gone="taken_back" if row.taken_back_at else "thrown_away" if _thrown_away(row) else None,
        no_text=_no_text(person) or _not_checked(person, row, told_apart=told_apart),
        is_texting=_is_texting(row.person_id, row.id, now),
        is_telling=told_apart,
        devices=_devices(person, since),
        hours=hours_of(person, now),
    )
    return how_read(talk, now)


def how_they_read_in_no_talk(person: PersonRow, now: datetime) -> Read:
    """Return how a person reads what staff say in no check-in now."""
    talk = Talk(
        by_text=True,
        is_over=True,
        no_text=_no_text(person),
        is_texting=_is_texting(person.id, None, now),
        devices=_devices(person, now),
        hours=hours_of(person, now),
    )
    return how_read_in_no_talk(talk, now)


def _is_texting(person_id: str, check_in_id: str | None, now: datetime) -> bool:
    """Say whether they texted just now; what they told some alone counts in that talk alone."""
    texts = texts_heard.texts_from(person_id, now - JUST_NOW)
    answered = words_of_staff.answered_in([one.id for one in texts])
    told = {one.id: one.check_in_id for one in texts if one.meaning == texts_heard.TOLD}
    talks = {one.id: told.get(one.id) or answered.get(one.id) for one in texts}
    others = set(talks.values()) - {None, check_in_id}
    apart = {one for one in others if one and _is_told_apart(one, now)}
    return any(one not in apart for one in talks.values())


def in_words(person: PersonRow, read: Read, now: datetime) -> str:
    """Say it to staff."""
    return promise(read, people.name_of(person), now, hours_of(person, now).zone)


class Saying(NamedTuple):
    """Words that are said, and the page they were written on.

    `once` names the page: pressed twice, it is said once. `promised`: how it said they would be read.
    `answers`: what of it waits for staff (ids of alerts), and is theirs from then on.
    """

    words: str
    once: str
    promised: str
    answers: tuple[str, ...] = ()


def say_to_person(
    person_id: str,
    check_in_id: str | None,
    staff: Staff,
    viewer: StaffMember,
    saying: Saying,
    now: datetime,
) -> None:
    """Keep what this member of staff says, and let a text bring it where one does."""
    with kept_together():
        row = check_ins.the_check_in(check_in_id) if check_in_id else None
        person = people.the_person(person_id)
        if not is_for_them(_may_say(viewer, person, row, now)):
            raise NotForThemError
        key = f"{check_in_id or person_id}:{staff.id}:{saying.once}"
        last = words_of_staff.said_last(person_id, check_in_id, staff.id)
        if words_of_staff.is_kept(key) or _is_said_again(last, saying, now):
            return
        read = how_they_read(row, viewer, now) if row else how_they_read_in_no_talk(person, now)
        how = in_words(person, read, now)
        if isinstance(read, NotAtAll) or how != saying.promised:
            raise ChangedMeanwhileError(how)
        way: Way = "text" if isinstance(read, ByText) else "page"
        new = NewWords(key, check_in_id, person_id, staff.id, saying.words, way, now)
        said = words_of_staff.put(new)
        if said and isinstance(read, ByText):
            _text(new, read, said, f"{staff.called}: {saying.words}")
        if said:
            answer_in_words(saying.answers, person_id, check_in_id, staff, viewer, now)


def _is_said_again(last: WordsOfStaffRow | None, saying: Saying, now: datetime) -> bool:
    """Say whether they said these very words a moment ago: from another page they go out once too."""
    return last is not None and last.words == saying.words and now - last.at < A_MINUTE


def _may_say(
    viewer: StaffMember, person: PersonRow, row: CheckInRow | None, now: datetime
) -> Answer:
    return words_answer(viewer, row, now) if row else person_answer(viewer, person.id, now)


def _text(said: NewWords, read: ByText, words_id: str, body: str) -> None:
    text = text_to(
        people.the_person(said.person_id),
        OF_STAFF,
        {},
        said.at,
        key=words_of_staff.key_of_text(words_id),
        body=body,
        check_in_id=said.check_in_id,
        not_after=read.not_after,
    )
    messages.put([text._replace(not_before=read.waits_until)])


def is_apart(words: WordsOfStaffRow, now: datetime) -> bool:
    """Say whether words of staff stand in a talk that is told apart; in no talk they never do."""
    return words.check_in_id is not None and _is_told_apart(words.check_in_id, now)


def _is_told_apart(check_in_id: str, now: datetime) -> bool:
    row = check_ins.as_it_stands(check_in_id)
    return row is not None and is_told_apart(row, now)


def is_told_apart(row: CheckInRow, now: datetime) -> bool:
    """Say whether it is a telling, or was told to some alone."""
    flow = flows.version(row.flow_version_id) if row.flow_version_id else None
    flow = flow or flows_in_use().flows.get(row.asks)
    telling = flow is not None and is_telling(flow)
    return telling or in_confidence(said_in({row.id}, now)[row.id])


def _devices(person: PersonRow, since: datetime) -> frozenset[Literal["of_many", "own"]]:
    """Return what is let in for them, and was by then."""
    there = devices.devices_of_house(person.house_id)
    let_in = [one for one in there if one.revoked_at is None and one.enrolled_at <= since]
    whose = {one.person_id for one in let_in}
    many: frozenset[Literal["of_many", "own"]] = frozenset({"of_many"} if None in whose else ())
    return many | ({"own"} if person.id in whose else set())


def _no_text(person: PersonRow) -> WhyNoText | None:
    if person.texts_paused_at:
        return "paused"
    if person.texts_stopped_at:
        return "stopped"
    return None if reach(person, "text") else "no_phone"


def _not_checked(
    person: PersonRow, row: CheckInRow, *, told_apart: bool
) -> Literal["not_checked"] | None:
    told_in = row.id if told_apart else None
    return None if where_told(person, row.due_at, told_in=told_in) else "not_checked"


def _is_over(row: CheckInRow) -> bool:
    if row.sent_at is not None:
        return True
    return not (check_ins.still_open(row) or is_begun(row))


def _thrown_away(row: CheckInRow) -> bool:
    return bool(row.so_far) and so_far_of(row).end == "thrown_away"
