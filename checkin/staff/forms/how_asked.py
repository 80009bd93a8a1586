"""How a person likes to be asked, what they want, and their phone: three forms of one page."""

from collections.abc import Mapping
from typing import Any

from wtforms import BooleanField, IntegerField, SelectField, TimeField
from wtforms.validators import Optional, ValidationError

from checkin.agreements.how_asked import (
    FEWEST_PER_PAGE,
    LONGEST_QUIET,
    MOST_PER_PAGE,
    AnswersBy,
    Lines,
    Pictures,
    ShowAs,
    Size,
    Sound,
    Theme,
)
from checkin.staff.forms.checks import at_most, between
from checkin.staff.forms.fields import LinesField, choices_of
from checkin.staff.forms.keeps_others import KeepsOthers

PICTURES = {
    Pictures.DRAWINGS: "Drawings",
    Pictures.PHOTOS: "Photos",
    Pictures.NONE: "No pictures",
}
SHOWN = {ShowAs.ONE_THING: "One thing a page", ShowAs.TALK: "As a talk"}
ANSWERS_BY = {
    AnswersBy.TAP: "Tapping pictures",
    AnswersBy.TALK: "Talking",
    AnswersBy.WRITE: "Writing",
    AnswersBy.WITH_HELP: "With help",
}
SIZES = {Size.MEDIUM: "Big", Size.LARGE: "Bigger", Size.VERY_LARGE: "Very big"}
SOUNDS = {
    Sound.ALWAYS: "Every page by itself",
    Sound.PRESS: "When they press Listen",
    Sound.NEVER: "No sound",
}
THEMES = {Theme.LIGHT: "Light", Theme.DARK: "Dark", Theme.CONTRAST: "Strong contrast"}
ANSWERS = {number: str(number) for number in range(FEWEST_PER_PAGE, MOST_PER_PAGE + 1)}

LONGEST_LINES = 4000
ABOUT = "about-"
ONE_WAY = "Leave at least one way to say things: writing, talking or photos."
BOTH = "Write both: when quiet time starts, and how many minutes it lasts. Or neither."
MINUTES = f"Write a number of minutes from 1 to {LONGEST_QUIET}."


class SettingsForm(KeepsOthers):
    """How the pages of one person look and sound."""

    per_page = SelectField("Answers at once", choices=choices_of(ANSWERS), coerce=int)
    one_tap = BooleanField("Pressing an answer goes on")
    show_as = SelectField("Questions", choices=choices_of(SHOWN))
    answers_by = SelectField("Likes to answer by", choices=choices_of(ANSWERS_BY))
    pictures = SelectField("Pictures", choices=choices_of(PICTURES))
    size = SelectField("Size of the words", choices=choices_of(SIZES))
    sound = SelectField("Read aloud", choices=choices_of(SOUNDS))
    theme = SelectField("Colours", choices=choices_of(THEMES))
    can_write = BooleanField("Writing")
    can_talk = BooleanField("Talking")
    can_photograph = BooleanField("Photos")
    quiet_from = TimeField("Quiet time from", validators=[Optional()])
    quiet_minutes = IntegerField(
        "Minutes of quiet", validators=[Optional(), between(1, LONGEST_QUIET, MINUTES)]
    )

    def validate_can_photograph(self, field: BooleanField) -> None:
        """Somebody must be able to say things in some way."""
        if not (self.can_write.data or self.can_talk.data or field.data):
            raise ValidationError(ONE_WAY)

    def validate(self, extra_validators: Any = None) -> bool:
        """Look at each field, and whether quiet time has both a start and a length."""
        good = bool(super().validate(extra_validators))
        quiet = (self.quiet_from, self.quiet_minutes)
        if not any(one.errors for one in quiet) and len([1 for one in quiet if one.data]) == 1:
            self.quiet_minutes.errors = [BOTH]
            return False
        return good


class OwnWordsForm(KeepsOthers):
    """What a person wants, in their own words."""

    goal = LinesField("Goals", validators=[at_most(LONGEST_LINES)])
    plan = LinesField("The plan of the morning", validators=[at_most(LONGEST_LINES)])
    avoid = LinesField("Leave out", validators=[at_most(LONGEST_LINES)])
    places = LinesField("Places to go to when things are hard", validators=[at_most(LONGEST_LINES)])

    def lines(self) -> dict[Lines, list[str]]:
        """Return the lists that were changed."""
        changed = self.changed()
        return {kind: self[kind.value].lines for kind in Lines if kind.value in changed}


def settings_form(asked_about: Mapping[str, str], **values: Any) -> SettingsForm:
    """Return the form of settings, with a tick for each thing that flows may ask about."""
    ticks = {f"{ABOUT}{name}": BooleanField(words) for name, words in asked_about.items()}
    form: SettingsForm = type("SettingsForm", (SettingsForm,), ticks)(**values)
    return form
