"""How one person likes to be asked: the settings of their pages (screens.md C11).

Kept in `PersonRow.profile` under the names of the fields below, each with the ids of the flow
"How I like to answer", so that its answers can be put there as they are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Pictures = Literal["drawings", "photos", "no_pictures"]
Size = Literal["medium", "large", "xlarge"]
Sound = Literal["always", "press", "never"]
Theme = Literal["light", "dark", "contrast"]
Way = Literal["write", "talk", "photo"]

MOST_PER_PAGE = 4
WAYS: tuple[Way, ...] = ("write", "talk", "photo")


@dataclass(frozen=True, slots=True)
class Profile:
    """The settings of one person; what is not set has a default that suits most."""

    per_page: int = 3  # answers seen at once, 1 to 4
    one_tap: bool = False  # pressing an answer goes on
    pictures: Pictures = "drawings"
    size: Size = "medium"  # of the words
    sound: Sound = "press"
    theme: Theme = "light"
    ways_to_say: tuple[Way, ...] = WAYS


def profile_of(kept: Mapping[str, Any]) -> Profile:
    """Read the settings of a person. What cannot be read counts as not set: a page always shows."""
    per_page = str(kept.get("per_page", ""))
    said = kept.get("ways_to_say") or ()
    return Profile(
        per_page=min(max(int(per_page), 1), MOST_PER_PAGE) if per_page.isdecimal() else 3,
        one_tap=kept.get("one_tap") in (True, "yes"),
        pictures=_one_of(kept, "pictures", "drawings", "photos", "no_pictures"),
        size=_one_of(kept, "size", "medium", "large", "xlarge"),
        sound=_one_of(kept, "sound", "press", "always", "never"),
        theme=_one_of(kept, "theme", "light", "dark", "contrast"),
        ways_to_say=tuple(way for way in WAYS if way in said) or WAYS,
    )


def _one_of(kept: Mapping[str, Any], name: str, default: str, *others: str) -> Any:
    value = kept.get(name)
    return value if value in others else default
