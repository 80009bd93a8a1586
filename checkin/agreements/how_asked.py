"""How one person likes to be asked: the settings of their pages, agreed with them (screens.md C11)."""

from datetime import time
from enum import StrEnum
from typing import TypedDict

FEWEST_PER_PAGE, MOST_PER_PAGE = 1, 4  # answers seen at once
LONGEST_QUIET = 120  # minutes


class Pictures(StrEnum):
    """What stands beside the words."""

    DRAWINGS = "drawings"
    PHOTOS = "photos"
    NONE = "no_pictures"


class ShowAs(StrEnum):
    """How a talk is shown."""

    ONE_THING = "one_thing"  # a page
    TALK = "talk"  # what was said stands above


class Size(StrEnum):
    """How big the words are."""

    MEDIUM = "medium"
    LARGE = "large"
    VERY_LARGE = "xlarge"


class Sound(StrEnum):
    """When a page is read aloud."""

    ALWAYS = "always"
    PRESS = "press"
    NEVER = "never"


class Theme(StrEnum):
    """The colours of a page."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Lines(StrEnum):
    """What the lines in a person's own words are; all but the plan that staff wrote can be set in a flow."""

    GOAL = "goal"
    PLAN = "plan"
    AVOID = "avoid"
    HELPS = "helps"
    WELL = "well"
    WORSE = "worse"
    START = "start"
    ORDER = "order"
    MOST = "most"
    CAN_WAIT = "can_wait"
    QUIET = "quiet"
    PROMPT = "prompt"
    VOICE = "voice"
    HELPER = "helper"
    PLACES = "places"
    WORDS = "words"


class AnswersBy(StrEnum):
    """How they like to answer: the way that comes first, where they say it their own way."""

    TAP = "tap"
    TALK = "talk"
    WRITE = "write"
    WITH_HELP = "with_help"


class HowAsked(TypedDict, total=False):
    """Settings that are changed; what is not named stays as it is."""

    per_page: int
    one_tap: bool
    show_as: ShowAs
    answers_by: AnswersBy
    pictures: Pictures
    size: Size
    sound: Sound
    theme: Theme
    can_write: bool
    can_talk: bool
    can_photograph: bool
    quiet_from: time | None
    quiet_minutes: int | None
