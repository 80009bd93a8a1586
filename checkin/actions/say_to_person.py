"""Staff say something to a person in a talk: kept once, and read as the page said it would be."""

from datetime import datetime, timedelta
from typing import Literal

from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.hours_of import hours_of
from checkin.actions.may_see import said_in, words_answer
from checkin.actions.start_check_in import is_begun, so_far_of
from checkin.actions.text_person import text_to
from checkin.agreements.happened import WhyNoText
from checkin.agreements.promise_of_words import promise
from checkin.agreements.seeing import in_confidence, is_for_them
from checkin.agreements.seen import StaffMember
from checkin.agreements.words_of_staff import ByText, NotAtAll, Read, Talk, how_read
from checkin.conversation.flows.telling import is_telling
from checkin.lives.new_words import NewWords, Way
from checkin.lives.reach import reach
from checkin.storage import check_ins, devices, flows, messages, people, texts_heard, words_of_staff
from checkin.storage.tables import CheckInRow, PersonRow, Staff
from checkin.storage.transaction import kept_together
from checkin.storage.what_was_sent import OF_STAFF

JUST_NOW = timedelta(hours=1)


class NotForThemError(Exception):
    """What was said there is not for them to read."""


class ChangedMeanwhileError(Exception):
    """How the person would read it is not as the page said; the message says how it is."""


def how_they_read(row: CheckInRow, now: datetime) -> Read:
    """Return how a person reads what staff say in this check-in now."""
    person = people.the_person(row.person_id)
    told_apart = is_told_apart(row, now)
    since = row.due_at if told_apart else now  # a telling is not on a device let in after it
    talk = Talk(
        by_text=row.channel == "text",
        is_over=_is_over(row),
        gone="taken_back" if row.taken_back_at else "thrown_away" if _thrown_away(row) else None,
        no_text=_no_text(person),
        is_texting=_is_texting(row, now),
        is_telling=told_apart,
        devices=_devices(person, since),
        hours=hours_of(person, now),
    )
    return how_read(talk, now)


def _is_texting(row: CheckInRow, now: datetime) -> bool:
    """Say whether they texted just now; what they told by text counts in that telling alone."""
    texts = texts_heard.texts_from(row.person_id, now - JUST_NOW)
    return any(one.meaning != texts_heard.TOLD or one.check_in_id == row.id for one in texts)


def in_words(row: CheckInRow, read: Read, now: datetime) -> str:
    """Say it to staff."""
    person = people.the_person(row.person_id)
    return promise(read, people.name_of(person), now, hours_of(person, now).zone)


def say_to_person(
    check_in_id: str,
    staff: Staff,
    viewer: StaffMember,
    words: str,
    once: str,
    promised: str,
    now: datetime,
) -> None:
    """Keep what this member of staff says, and let a text bring it where one does.

    `once` names the page it was written on: pressed twice, it is said once. `promised`: how the
    page said that it would be read.
    """
    with kept_together():
        row = check_ins.the_check_in(check_in_id)
        if not is_for_them(words_answer(viewer, row, now)):
            raise NotForThemError
        key = f"{row.id}:{staff.id}:{once}"
        if words_of_staff.is_kept(key):
            return
        read = how_they_read(row, now)
        if isinstance(read, NotAtAll) or in_words(row, read, now) != promised:
            raise ChangedMeanwhileError(in_words(row, read, now))
        way: Way = "text" if isinstance(read, ByText) else "page"
        said = words_of_staff.put(NewWords(key, row.id, row.person_id, staff.id, words, way, now))
        if said and isinstance(read, ByText):
            _text(row, read, said, f"{staff.called}: {words}", now)


def _text(row: CheckInRow, read: ByText, words_id: str, body: str, now: datetime) -> None:
    text = text_to(
        people.the_person(row.person_id),
        OF_STAFF,
        {},
        now,
        key=words_of_staff.key_of_text(words_id),
        body=body,
        check_in_id=row.id,
        not_after=read.not_after,
    )
    messages.put([text._replace(not_before=read.waits_until)])


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


def _is_over(row: CheckInRow) -> bool:
    if row.sent_at is not None:
        return True
    return not (check_ins.still_open(row) or is_begun(row))


def _thrown_away(row: CheckInRow) -> bool:
    return bool(row.so_far) and so_far_of(row).end == "thrown_away"
