"""What a page of the tablet says and shows of fixed wordings, photos and kept files."""

from flask import url_for

from checkin.actions.flows_in_use import flows_in_use
from checkin.conversation.flows.placeholders import fill
from checkin.storage import media

_TINTS = "abcde"


def say(name: str, **values: str) -> str:
    """Return one of the fixed wordings of flows/frame.yaml, with its placeholders filled."""
    return " ".join(sentences(name, **values))


def sentences(name: str, **values: str) -> tuple[str, ...]:
    """Return a fixed wording sentence by sentence."""
    said = (fill(words, values) for words in flows_in_use().frame[name].say)
    return tuple(filter(None, said))


def in_one_breath(reply: str | None, words: str) -> str:
    """Return what is asked with our reply before it, as one sound says it."""
    return f"{reply} {words}" if reply else words


def symbol_of(name: str) -> str:
    """Return the picture of a fixed wording."""
    return flows_in_use().frame[name].symbol or ""


def photo_url(photo: str) -> str:
    """Return the address of a person's photo: only tablets that were let in may see it."""
    return url_for("tablet.photo", name=photo)


def tint_of(name: str) -> str:
    """Return one of five colours, always the same for one name, for a face with no photo."""
    return _TINTS[sum(place * ord(letter) for place, letter in enumerate(name, 1)) % len(_TINTS)]


def kind_of_file(media_id: str) -> str:
    """Return what a kept file is: audio, photo or drawing."""
    row = media.media(media_id)
    return row.kind if row else "photo"
