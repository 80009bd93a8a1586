"""Texts and presses of Help that the database could not take in time: a file each, until it can.

They need nothing but a disc, so that a cry is kept while another program holds the database.
"""

import json
import logging
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

SPOILT = (OSError, ValueError, TypeError, KeyError)
_NAMED_AT = re.compile(r"\d{10}\.\d{6}(?=-)")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Came:
    """A text as the phone company brought it. `pictures`: some came with it."""

    provider_id: str
    number: str
    words: str
    pictures: bool
    at: datetime

    @property
    def id(self) -> str:
        """By which it counts once."""
        return self.provider_id


@dataclass(frozen=True, slots=True)
class Pressed:
    """Help was pressed on a page, with what the browser brought; who that is, the database says.

    `device`: the token of its device, as it is kept. `page_of`, `sits`, `sat_last`: the people (ids)
    for whom the page was shown, who sits there, and who sat there last; empty where it says nobody.
    `on`: on which device (an id) the page was shown; `before`: the tokens of those it was before.
    """

    id: str
    device: str
    page_of: str
    sits: str
    sat_last: str
    check_in_id: str | None
    on: str
    before: Sequence[str]
    at: datetime

    def __post_init__(self) -> None:
        """Refuse what no browser brings. Raises TypeError."""
        if not all(isinstance(one, str) for one in (self.device, self.may_be)):
            raise TypeError("A press has words alone.")

    @property
    def may_be(self) -> str:
        """Return whose call it may be (an id), or nothing where it says nobody."""
        return self.page_of or self.sits or self.sat_last


Kept = Came | Pressed


class Waits(NamedTuple):
    """When something came that waits here, and whether it is so spoilt that it can be read by hand alone."""

    at: datetime
    is_spoilt: bool


def put(data: Path, came: Kept) -> None:
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


def waiting(data: Path) -> Iterator[Kept]:
    """Return those that wait, the one that came first at first. One spoilt holds up no other."""
    for place in sorted(_folder(data).glob("*.json")):
        try:
            yield _read(place)
        except FileNotFoundError:  # somebody else heard it
            continue
        except SPOILT:
            log.exception(
                "What waits in the inbox cannot be read: %s. Read it by hand.", place.name
            )


def that_wait(data: Path) -> Iterator[Waits]:
    """Return when each that waits came, and whether it can be read: what nobody can read waits too."""
    for place in sorted(_folder(data).glob("*.json")):
        try:
            yield Waits(_came_at(place), is_spoilt=_is_spoilt(place))
        except FileNotFoundError:  # somebody else heard it
            continue


def _is_spoilt(place: Path) -> bool:
    try:
        _read(place)
    except FileNotFoundError:
        raise
    except SPOILT:
        return True
    return False


def _came_at(place: Path) -> datetime:
    """Return when it came, as its name says; where that says nothing, when it was written."""
    named = _NAMED_AT.match(place.name)
    return datetime.fromtimestamp(float(named[0]) if named else place.stat().st_mtime, UTC)


def done(data: Path, came: Kept) -> None:
    """Let one go that the database has now."""
    _place(_folder(data), came).unlink(missing_ok=True)


def waits(data: Path, kept_id: str) -> bool:
    """Say whether this one waits still."""
    return any(place.stem.partition("-")[2] == kept_id for place in _folder(data).glob("*.json"))


def _read(place: Path) -> Kept:
    kept = json.loads(place.read_text(encoding="utf-8"))
    kind = Pressed if "device" in kept else Came
    return kind(**{**kept, "at": datetime.fromisoformat(kept["at"])})


def _folder(data: Path) -> Path:
    return data / "inbox"


def _place(folder: Path, came: Kept) -> Path:
    return folder / f"{came.at.timestamp():017.6f}-{came.id}.json"


def _make_sure_of(folder: Path) -> None:
    """See that the name of a new file is on the disc as well."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
