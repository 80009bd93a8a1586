"""A voice note, a photo or a drawing arrives: keep it byte for byte, with its hash.

A photo is made anew without its hidden data; sound stays exactly as it was recorded.
Source: product.md rule 1, trust.md rows 27 and "Bad inputs".
"""

import hashlib
from datetime import datetime
from pathlib import Path
from typing import Literal

from checkin.installation import here
from checkin.pictures.photos import clean_photo
from checkin.storage import media
from checkin.storage.tables import MediaRow, new_id
from checkin.storage.transaction import kept_together

Kind = Literal["audio", "photo", "drawing"]

LARGEST_SOUND = 8 * 1024 * 1024
SOUNDS = {
    b"\x1aE\xdf\xa3": "audio/webm",
    b"OggS": "audio/ogg",
    b"RIFF": "audio/wav",
    b"ID3": "audio/mpeg",
    b"\xff\xfb": "audio/mpeg",
    b"\xff\xf3": "audio/mpeg",
}
MP4_MARK = slice(4, 8)


class MediaError(Exception):
    """The file cannot be kept; the message says what to do."""


def keep_media(
    person_id: str, check_in_id: str | None, kind: Kind, data: bytes, now: datetime
) -> str:
    """Keep one file and return its id, or raise MediaError. What it is, its first bytes say."""
    if not data:
        raise MediaError("This file is empty. Please try again.")
    if kind == "audio" and len(data) > LARGEST_SOUND:
        raise MediaError("This file is too big. Please make a shorter one.")
    mimetype, kept = ("audio", data) if kind == "audio" else ("image/webp", clean_photo(data))
    if kind == "audio":
        mimetype = _sound_type(data)
    row = MediaRow(
        id=new_id(),
        person_id=person_id,
        check_in_id=check_in_id,
        kind=kind,
        mimetype=mimetype,
        sha256=hashlib.sha256(kept).hexdigest(),
        size=len(kept),
        at=now,
    )
    path = media_path(row.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(kept)
    with kept_together():
        media.put(row)
    return row.id


def media_path(media_id: str) -> Path:
    """Return where the bytes of a kept file lie; ids are ours, never a name from outside."""
    return here().settings.data / "media" / media_id[:2] / media_id


def _sound_type(data: bytes) -> str:
    if data[MP4_MARK] == b"ftyp":
        return "audio/mp4"
    for start, mimetype in SOUNDS.items():
        if data.startswith(start):
            return mimetype
    raise MediaError("This is not a sound that we know. Please record it again.")
