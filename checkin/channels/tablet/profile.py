"""How one person likes to be asked: the settings of their pages (screens.md C11)."""

from dataclasses import dataclass
from typing import Literal

from checkin.agreements.how_asked import AnswersBy, Pictures, ShowAs, Size, Sound, Theme
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
    answers_by: AnswersBy = AnswersBy.TAP
    ways_to_say: tuple[Way, ...] = WAYS  # the one they like to answer by comes first

    @property
    def way_first(self) -> Way | None:
        """Return the way by which they like to say things, where it is one and they can."""
        return next((one for one in self.ways_to_say if one == self.answers_by), None)


def profile_of(person: PersonRow) -> Profile:
    """Return the settings of a person."""
    can = (person.can_write, person.can_talk, person.can_photograph)
    ways = [way for way, able in zip(WAYS, can, strict=True) if able]
    return Profile(
        per_page=person.per_page,
        one_tap=person.one_tap,
        show_as=person.show_as,
        pictures=person.pictures,
        size=person.size,
        sound=person.sound,
        theme=person.theme,
        answers_by=person.answers_by,
        ways_to_say=tuple(sorted(ways, key=lambda way: way != person.answers_by)),
    )
