"""A picture of an idea: where it is, what it shows, and whose work it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class PictureSet(NamedTuple):
    """Who made a set of pictures, and on what terms."""

    set_name: str
    licence: str
    credit: str


OURS = PictureSet("Checkin", "CC0 1.0", "Drawn for Checkin. License: CC0 1.0")
OPENMOJI = PictureSet(
    "OpenMoji",
    "CC BY-SA 4.0",
    "All emojis designed by OpenMoji – the open-source emoji and icon project. "  # noqa: RUF001 - their own words
    "License: CC BY-SA 4.0",
)
OWN_PHOTO = PictureSet("Own photo", "", "")
WORD_TILE = PictureSet("Word", "", "")


@dataclass(frozen=True)
class Picture:
    """What a page needs to show a picture; `alt` is for where no word stands beside it."""

    path: str  # among the pictures; its address is the pages' own business
    alt: str
    set_name: str
    licence: str
    credit: str


Pack = Mapping[str, Picture]
"""Pictures by idea: a person's own photos, or a set that an organisation brought."""


def own_photo(path: str, alt: str) -> Picture:
    """The person's own photo or drawing of an idea, kept by storage."""
    return Picture(path, alt, *OWN_PHOTO)
