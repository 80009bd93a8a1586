"""Pictures, sounds and styles that pages link: named by what they hold, so kept for ever.

Nothing here knows a person; their own photos and voices are behind the doors of their pages.
"""

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from flask import Blueprint, Flask, Response, abort, render_template, send_file, url_for

from checkin import clock, paths
from checkin.installation import here
from checkin.pictures.credits import sets_used
from checkin.pictures.find import file_for, known_concepts, picture_for
from checkin.pictures.picture import Picture
from checkin.pictures.tile import word_tile
from checkin.speech.cache import Clip
from checkin.speech.speak import Speaker

assets = Blueprint("assets", __name__)

FOR_EVER = "public, max-age=31536000, immutable"
REMEMBER_SECONDS = 30


def use_assets(app: Flask) -> None:
    """Serve pictures and sounds, and give templates their helpers."""
    app.register_blueprint(assets)
    app.jinja_env.globals.update(picture=picture, picture_at=picture_at, sound=sound, asset=asset)


def picture(concept: str | None, word: str = "") -> Picture:
    """Return the picture of an idea; where there is none, its word on a tile."""
    symbols = here().symbols
    if concept and concept in known_concepts(symbols):
        return picture_for(concept, symbols)
    return word_tile(word or (concept or "").rpartition(".")[2])


def picture_at(shown: Picture) -> str:
    """Return the address of a picture."""
    return f"/pictures/{shown.path}"


def sound(
    text: str, language: str = "en-GB", personal: str = "", audio: str | None = None
) -> str | None:
    """Return the address of these words said aloud, or None where nobody can say them."""
    speaker = here().speaker
    if personal:
        key = speaker.offer(text, language, personal=personal)
        return url_for("tablet.own_sound", key=key) if key else None
    key = _offered(speaker, text, language, audio, clock.now().timestamp() // REMEMBER_SECONDS)
    return f"/sound/{key}.mp3" if key else None


@lru_cache(maxsize=4096)
def _offered(
    speaker: Speaker,
    text: str,
    language: str,
    audio: str | None,
    moment: float,  # noqa: ARG001 (a recording that is new is heard half a minute later)
) -> str | None:
    return speaker.offer(text, language, audio=audio)


@lru_cache(maxsize=64)
def _digest(name: str) -> str:
    return hashlib.sha256((paths.STATIC / name).read_bytes()).hexdigest()[:16]


def asset(name: str) -> str:
    """Return the address of a style or script, which changes when it does."""
    return f"/static/{quote(name)}?v={_digest(name)}"


@assets.get("/pictures/<digest>/<name>.svg")
def show_picture(digest: str, name: str) -> Response:
    """Show one drawing."""
    symbols = here().symbols
    try:
        found = file_for(name, symbols)
    except KeyError:
        abort(404)
    shown = Response(found.body, mimetype=found.mimetype)
    shown.headers["Cache-Control"] = FOR_EVER if digest == found.digest else "no-cache"
    return shown


@assets.get("/sound/<key>.mp3")
def play_sound(key: str) -> Response:
    """Play words that a page offered; the first time, they are made now."""
    return play(key)


@assets.get("/sound/<key>.json")
def word_times(key: str) -> Response:
    """Tell when each word of a sound is spoken, in milliseconds."""
    return times_of_words(key)


def play(key: str, personal: str = "") -> Response:
    """Answer with one sound."""
    speaker = here().speaker
    clip = speaker.clip_by_key(key, personal=personal)
    if clip is None:
        abort(404)
    answer = send_file(Path(clip.path), mimetype="audio/mpeg", conditional=True)
    answer.headers["Cache-Control"] = _keep(clip, personal)
    return answer


def times_of_words(key: str, personal: str = "") -> Response:
    """Answer with the words of one sound and when each is spoken."""
    speaker = here().speaker
    clip = speaker.clip_by_key(key, personal=personal)
    if clip is None:
        abort(404)
    times = [[one.word, one.start_ms, one.end_ms] for one in clip.word_times]
    answer = Response(json.dumps(times), mimetype="application/json")
    answer.headers["Cache-Control"] = _keep(clip, personal)
    return answer


def _keep(clip: Clip, personal: str) -> str:
    """Say how long a browser may keep a sound: own words never, a stand-in voice not for long."""
    if personal:
        return "private, no-store"
    return "no-cache" if clip.for_now else FOR_EVER


@assets.get("/credits")
def show_credits() -> str:
    """Say whose drawings we show, and under which licence."""
    symbols = here().symbols
    pictures = [picture_for(one, symbols) for one in sorted(known_concepts(symbols))]
    return render_template("shared/credits.html", sets=sets_used(pictures), pictures=pictures)
