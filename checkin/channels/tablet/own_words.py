"""Say it my own way: write, talk, or show a photo, at any question."""

from dataclasses import replace

from flask import Response, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock
from checkin.actions.hear_own_words import calls_somebody
from checkin.actions.keep_media import MediaError
from checkin.actions.take_answer import take_answer
from checkin.channels.tablet.answered import note_who_helped
from checkin.channels.tablet.conversing import Conversing, going_on, saying_more
from checkin.channels.tablet.given_files import file_given
from checkin.channels.tablet.going import go_to, in_address
from checkin.channels.tablet.here import note_of_sitting, where
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.sitting import NotForThisSitting, SaidBefore
from checkin.channels.tablet.who_comes import note_told
from checkin.conversation.talking.said import OwnWordsGiven, Reply
from checkin.conversation.talking.said_beside import joined
from checkin.door.from_elsewhere import from_elsewhere
from checkin.pictures.photos import PhotoError
from checkin.storage import check_ins
from checkin.storage.transaction import kept_together

CLOSED = ("sent", "thrown_away", "declined")


@tablet.get("/check-in/<check_in_id>/own-words")
def own_words(check_in_id: str) -> AnyResponse:
    """Show the ways to say it that this person uses; with `way`, the one that was picked."""
    now = going_on(check_in_id)
    return _page(now) if now.asks else go_to("tablet.question", check_in_id=check_in_id)


@tablet.post("/check-in/<check_in_id>/own-words")
def keep_own_words(check_in_id: str) -> AnyResponse:
    """Keep the words, the sound or the photo beside the question, exactly as given.

    It asks for no token of the page: whoever signs in beside them ends it, and words would be lost.
    """
    if from_elsewhere():
        return go_to("tablet.question", check_in_id=check_in_id)
    now = saying_more(check_in_id)  # theirs, and of this sitting
    try:
        reply = _given(now)
    except (MediaError, PhotoError) as fault:
        if now.here.turned_away:
            raise
        return _page(going_on(check_in_id), fault=str(fault))
    if reply is None:
        return _page(going_on(check_in_id))
    now = _kept(now, reply)
    if not now.is_for_here:
        raise NotForThisSitting(check_in_id, kept=True)
    words = request.form.get("words", "")
    at = request.form.get("at", "").partition(":")[2]
    told = note_told(now.here, words)
    if told or calls_somebody(now.check_in, words, clock.now(), at=at):
        person_id = now.here.person.id
        return go_to("tablet.help_is_coming", check_in_id=check_in_id, person=person_id, told=told)
    if now.so_far.end in CLOSED:
        return go_to("tablet.sent_before", check_in_id=check_in_id)
    return go_to("tablet.question", check_in_id=check_in_id, kept=request.form.get("kept") or None)


@tablet.get("/check-in/<check_in_id>/sent-before")
def sent_before(check_in_id: str) -> Response:
    """Say that these words came after the end, who reads them, and where there is room for more."""
    now = going_on(check_in_id)
    return show(
        "sent_before",
        now.here,
        now=now,
        sent=now.so_far.end == "sent" and not now.check_in.taken_back_at,
    )


def _given(now: Conversing) -> Reply | None:
    words = request.form.get("words", "")
    if not words.strip():
        return file_given(now)
    unseen = now.was_said_before or not now.is_for_here or now.here.turned_away
    return OwnWordsGiven((joined(_said_before(now), words) if unseen else words) or "")


def _said_before(now: Conversing) -> str | None:
    """Return the words that stand at this question, which are not shown: more is put to them."""
    given = now.so_far.answers.get(now.so_far.step or "")
    return given.words if given else None


def _kept(now: Conversing, reply: Reply) -> Conversing:
    at_step = request.form.get("at", "").partition(":")[2]
    said_before = now.was_said_before
    with kept_together():
        taken = take_answer(
            now.check_in.id, reply, clock.now(), at_step=at_step, where=where(now.here)
        )
        held = check_ins.the_check_in(now.check_in.id)
        now = replace(now, check_in=held, so_far=taken.so_far)
        if not now.here.turned_away:
            note_of_sitting(now.check_in.id, said_before=said_before)
        note_who_helped(now)
    return now


def _page(now: Conversing, fault: str | None = None) -> Response:
    if now.was_said_before and not now.asks_anew:
        raise SaidBefore(now.check_in.id)
    way = in_address("way") or ""
    kept = request.form.get("kept", "") if in_address("kept") is None else in_address("kept")
    page = way if way in now.here.profile.ways_to_say else "ways"
    check_in_id, kept_on = now.check_in.id, kept or None
    return show(
        f"own_words/{page}",
        now.here,
        now=now,
        kept=kept,
        asked=now.prompt.lines,
        symbol=now.prompt.symbol,
        written=now.prompt.given.words if now.prompt.given else None,
        back_to=url_for("tablet.question", check_in_id=check_in_id, kept=kept_on),
        keep_at=url_for("tablet.keep_own_words", check_in_id=check_in_id, way=way or None),
        way_to=lambda one: url_for(
            "tablet.own_words", check_in_id=check_in_id, way=one, kept=kept_on
        ),
        personal="",
        fault=fault,
    )
