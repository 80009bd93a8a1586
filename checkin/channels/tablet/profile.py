"""How one person likes to be asked: the settings of their pages (screens.md C11)."""

from dataclasses import dataclass
from typing import Literal

from checkin.agreements.how_asked import Pictures, ShowAs, Size, Sound, Theme
from checkin.storage.tables import PersonRow

Way = Literal["write", "talk", "photo"]
WAYS: tuple[Way, ...] = ("write", "talk", "photo")


@dataclass(frozen=True, slots=True)
class Profile:
    """The settings of one person; where nobody is here, what suits most."""

    per_page: int = 3  # answers seen at once, 1 to 4
    one_tap: bool = False  # pressing an answer goes on
    show_as: ShowAs = ShowAs.ONE_THING
    pictures: Pictures = Pictures.DRAWINGS
    size: Size = Size.MEDIUM  # of the words
    sound: Sound = Sound.PRESS
    theme: Theme = Theme.LIGHT
    ways_to_say: tuple[Way, ...] = WAYS


def profile_of(person: PersonRow) -> Profile:
    """Return the settings of a person."""
    can = (person.can_write, person.can_talk, person.can_photograph)
    return Profile(
        per_page=person.per_page,
        one_tap=person.one_tap,
        show_as=person.show_as,
        pictures=person.pictures,
        size=person.size,
        sound=person.sound,
        theme=person.theme,
        ways_to_say=tuple(way for way, able in zip(WAYS, can, strict=True) if able),
    )
