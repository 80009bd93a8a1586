"""How one person likes to be asked: the settings of their pages, agreed with them (screens.md C11)."""

from enum import StrEnum

FEWEST_PER_PAGE, MOST_PER_PAGE = 1, 4  # answers seen at once
LONGEST_QUIET = 120  # minutes


class Pictures(StrEnum):
    """What stands beside the words."""

    DRAWINGS = "drawings"
    PHOTOS = "photos"
    NONE = "no_pictures"


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
    """What the lines in a person's own words are: goals, their plan, what to leave out."""

    GOAL = "goal"
    PLAN = "plan"
    AVOID = "avoid"
