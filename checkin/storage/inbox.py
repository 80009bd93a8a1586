"""Texts that the database could not take in time: a file each in the data folder, until it can.

They need nothing but a disc, so that a cry is kept while another program holds the database.
"""

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Came:
    """A text as the phone company brought it. `pictures`: some came with it."""

    provider_id: str
    number: str
    words: str
    pictures: bool
    at: datetime


def put(data: Path, came: Came) -> None:
    """Keep it, so that it outlives us. Raises OSError."""
    folder = _folder(data)
    folder.mkdir(mode=0o700, exist_ok=True)
    place = _place(folder, came)
    aside = place.with_suffix(".part")
    with aside.open("w", encoding="utf-8") as file:
        aside.chmod(0o600)
        json.dump({**asdict(came), "at": came.at.isoformat()}, file)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(place)
    _make_sure_of(folder)


def waiting(data: Path) -> Iterator[Came]:
    """Return those that wait, the one that came first at first. One spoilt holds up no other."""
    for place in sorted(_folder(data).glob("*.json")):
        try:
            kept = json.loads(place.read_text(encoding="utf-8"))
            yield Came(**{**kept, "at": datetime.fromisoformat(kept["at"])})
        except FileNotFoundError:  # somebody else heard it
            continue
        except (OSError, ValueError, TypeError, KeyError):
            log.exception("A text in the inbox cannot be read: %s. Read it by hand.", place.name)


def done(data: Path, came: Came) -> None:
    """Let one go that the database has now."""
    _place(_folder(data), came).unlink(missing_ok=True)


def _folder(data: Path) -> Path:
    return data / "inbox"


def _place(folder: Path, came: Came) -> Path:
    return folder / f"{came.at.timestamp():017.6f}-{came.provider_id}.json"


def _make_sure_of(folder: Path) -> None:
    """See that the name of a new file is on the disc as well."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
