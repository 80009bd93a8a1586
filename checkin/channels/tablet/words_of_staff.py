"""Words of staff on a page of their own, before anything is asked; and what the person answers."""

from collections.abc import Sequence

from flask import Response, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock, wording
from checkin.actions.hear_own_words import ForAll, call_of_no_talk, calls_somebody
from checkin.actions.keep_media import Kind, MediaError, keep_media
from checkin.actions.say_to_person import is_told_apart
from checkin.actions.tell_of_answer import PRESSING, reads_answers
from checkin.actions.what_became import what_became
from checkin.actions.who_reads import Reads
from checkin.actions.who_will import who_has_it
from checkin.actions.words_to_person import answer_words, as_staff_said, read_words
from checkin.channels.tablet.going import go_to, in_address
from checkin.channels.tablet.here import (
    Here,
    is_alone,
    is_of_this_sitting,
    note_answer_to_staff,
    note_of_sitting,
    who_is_here,
)
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.sitting import NotForThisSitting, row_is_shown_here
from checkin.channels.tablet.who_comes import note_told
from checkin.conversation.talking.staff_said import StaffSaid
from checkin.pictures.photos import PhotoError
from checkin.storage import check_ins, words_of_staff
from checkin.storage.people import name_of
from checkin.storage.tables import AlertRow, CheckInRow, WordsOfStaffRow

MY_PAGE = "tablet.my_page"
FILES: dict[str, Kind] = {"sound": "audio", "photo": "photo"}


def waiting_words(here: Here, check_in_id: str | None = None) -> list[WordsOfStaffRow]:
    """Return what waits to be read by whoever sits here; of one check-in, or of all."""
    rows = words_of_staff.waiting_for(here.person.id) if here.words_wait else ()
    of = [row for row in rows if check_in_id in (None, row.check_in_id)]
    return [row for row in of if _is_for_here(here, row)]


def words_read_in(here: Here, check_in_id: str) -> tuple[StaffSaid, ...]:
    """Return what staff said in a check-in and the person read, for whoever sits here."""
    rows = words_of_staff.read_in(check_in_id)
    return as_staff_said([row for row in rows if _is_for_here(here, row)])


def words_page(here: Here, rows: Sequence[WordsOfStaffRow]) -> Response:
    """Show the first of these, and nothing else: who says it, and what."""
    said, *_ = as_staff_said(rows[:1])
    return show("words_of_staff", here, said=said, back=url_for(MY_PAGE))


@tablet.get("/words/<words_id>")
def words(words_id: str) -> Response:
    """Show what a member of staff says."""
    here, row = _opened(words_id)
    return words_page(here, [row])


@tablet.post("/words/<words_id>/read")
def words_read(words_id: str) -> AnyResponse:
    """The person goes on: from now on it counts as read."""
    _, row = _opened(words_id)
    read_words(row.id, clock.now())
    return go_to("tablet.question", check_in_id=row.check_in_id) if _begun(row) else go_to(MY_PAGE)


@tablet.get("/words/<words_id>/answer")
def answer_staff(words_id: str) -> Response:
    """Show the ways to answer that this person uses; with `way`, the one that was picked."""
    return _answer_page(*_opened(words_id))


@tablet.post("/words/<words_id>/answer")
def keep_answer(words_id: str) -> AnyResponse:
    """Keep the words, the sound or the photo exactly as given."""
    here, row = _opened(words_id)
    try:
        kept, told = _keep(row, here.device_id)
    except (MediaError, PhotoError) as fault:
        return _answer_page(here, row, fault=str(fault))
    if not kept:
        return _answer_page(here, row)
    if row.check_in_id:
        note_answer_to_staff(row.check_in_id)
    if told:
        note_of_sitting(told)
    if row.check_in_id and (once := note_told(here, request.form.get("words", ""))):
        on = row.check_in_id if _begun(row) else None
        return go_to("tablet.help_is_coming", check_in_id=on, person=here.person.id, told=once)
    if _calls_somebody(row, request.form.get("words", "")):
        on = row.check_in_id if _begun(row) else None
        return go_to("tablet.help_is_coming", check_in_id=on, person=here.person.id)
    return go_to("tablet.staff_answered", words_id=row.id, told=told)


@tablet.get("/words/<words_id>/answered")
def staff_answered(words_id: str) -> Response:
    """Say who reads what was answered; where it was a telling, who has that."""
    here, row = _opened(words_id)
    (said,) = as_staff_said([row])
    on = (
        url_for("tablet.question", check_in_id=row.check_in_id) if _begun(row) else url_for(MY_PAGE)
    )
    reads, alert = reads_answers(row, clock.now())
    lines = _who_has(here, in_address("told") or "") or _who_hears(reads, alert)
    return show("staff_answered", here, said=said, lines=lines, on=on)


def _who_has(here: Here, told: str) -> tuple[str, ...]:
    """Say who has what was told just now, as the last page of a telling does."""
    row = check_ins.as_it_stands(told) if is_of_this_sitting(told) else None
    if row is None or row.person_id != here.person.id:
        return ()
    now, person = clock.now(), here.person
    return who_has_it(what_became(row, person, now), person, {"name": name_of(person)}, now)


def _who_hears(reads: Reads | None, alert: AlertRow | None) -> tuple[str, ...]:
    """Say who is told of it now, or has it, where somebody is to act at once or soon; else who reads it."""
    if reads is None:
        return ()
    if alert is None or alert.level not in PRESSING:
        return (f"{wording.begun(reads.names)} will read this {reads.by}.",)
    names = wording.in_a_row(list(reads.each))
    has_it = f"{wording.begun(names)} has it."
    return (has_it if alert.taken_by else f"We are telling {names} now.",)


def _keep(row: WordsOfStaffRow, on: str) -> tuple[bool, str | None]:
    """Keep what was posted on this device; say whether there was anything, and where it was told as a hurt."""
    now, written = clock.now(), request.form.get("words", "")
    if written.strip():
        return True, answer_words(row.id, now, words=written, device_id=on)
    for field, kind in FILES.items():
        file = request.files.get(field)
        if file is not None and file.filename:
            media_id = keep_media(row.person_id, row.check_in_id, kind, file.read(), now)
            answer_words(row.id, now, media_id=media_id, device_id=on)
            return True, None
    return False, None


def _begun(row: WordsOfStaffRow) -> bool:
    """Say whether there is a talk to go on to; one that is to come is not begun by reading."""
    check_in = _talk_of(row)
    return check_in is not None and check_in.so_far is not None


def _talk_of(row: WordsOfStaffRow) -> CheckInRow | None:
    return check_ins.as_it_stands(row.check_in_id) if row.check_in_id else None


def _answer_page(here: Here, row: WordsOfStaffRow, fault: str | None = None) -> Response:
    way = in_address("way") or ""
    page = way if way in here.profile.ways_to_say else "ways"
    (said,) = as_staff_said([row])
    return show(
        f"own_words/{page}",
        here,
        asked=(f"What do you say to {said.staff}?",),
        symbol=None,
        personal=here.person.id,
        back_to=url_for("tablet.words", words_id=row.id),
        keep_at=url_for("tablet.keep_answer", words_id=row.id, way=way or None),
        way_to=lambda one: url_for("tablet.answer_staff", words_id=row.id, way=one),
        fault=fault,
    )


def _opened(words_id: str) -> tuple[Here, WordsOfStaffRow]:
    here, row = who_is_here(), words_of_staff.words(words_id)
    if row is None or row.person_id != here.person.id or not _is_for_here(here, row):
        raise NotForThisSitting
    return here, row


def _is_for_here(here: Here, row: WordsOfStaffRow) -> bool:
    """Say whether whoever sits here may read it: words in a telling are of its sitting.

    They wait where staff are signed in: nobody of staff reads or answers them for the person.
    """
    if row.way != "page" or here.waits or not is_alone():
        return False
    check_in = _talk_of(row)
    return check_in is None or not _is_apart(check_in) or _is_of_here(here, check_in)


def _is_apart(check_in: CheckInRow) -> bool:
    return is_told_apart(check_in, clock.now())


def _is_of_here(here: Here, check_in: CheckInRow) -> bool:
    of_sitting = not here.shared or is_of_this_sitting(check_in.id)
    return of_sitting and row_is_shown_here(here, check_in)


def _calls_somebody(row: WordsOfStaffRow, words: str) -> bool:
    """Say whether these words called for somebody, for all to hear."""
    now = clock.now()
    if row.check_in_id is None:
        called = call_of_no_talk(row.person_id, words, row.id, now, row.staff_id)
        return isinstance(called, ForAll)
    return calls_somebody(
        check_ins.the_check_in(row.check_in_id), words, now, asked_by=row.staff_id
    )
