"""Say it my own way: write, talk, or show a photo, at any question."""

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock
from checkin.actions.keep_media import MediaError
from checkin.actions.take_answer import take_answer
from checkin.channels.tablet.conversing import Conversing, conversing
from checkin.channels.tablet.given_files import file_given
from checkin.channels.tablet.page import show, tablet
from checkin.conversation.talking.said import OwnWordsGiven, Reply
from checkin.pictures.photos import PhotoError


@tablet.get("/check-in/<check_in_id>/own-words")
def own_words(check_in_id: str) -> Response:
    """Show the ways to say it that this person uses; with `way`, the one that was picked."""
    return _page(conversing(check_in_id))


@tablet.post("/check-in/<check_in_id>/own-words")
def keep_own_words(check_in_id: str) -> AnyResponse:
    """Keep the words, the sound or the photo beside the question, exactly as given."""
    now = conversing(check_in_id)
    try:
        reply = _given(now)
    except (MediaError, PhotoError) as fault:
        return _page(now, fault=str(fault))
    if reply is None:
        return _page(now)
    at_step = request.form.get("at", "").partition(":")[2]
    take_answer(check_in_id, reply, clock.now(), at_step=at_step)
    kept = request.form.get("kept") or None
    return redirect(url_for("tablet.question", check_in_id=check_in_id, kept=kept))


def _given(now: Conversing) -> Reply | None:
    words = request.form.get("words", "")
    return OwnWordsGiven(words) if words.strip() else file_given(now)


def _page(now: Conversing, fault: str | None = None) -> Response:
    way = request.args.get("way", "")
    kept = request.values.get("kept", "")
    page = way if way in now.here.profile.ways_to_say else "ways"
    return show(f"own_words/{page}", now.here, now=now, kept=kept, fault=fault)
