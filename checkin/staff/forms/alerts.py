"""What staff write about an alert: what they did, and how it ended."""

from datetime import datetime, time
from typing import Any

from wtforms import RadioField, SelectField, TimeField
from wtforms.validators import InputRequired, Optional, ValidationError

from checkin.agreements.disclosure import DECIDE_WITH_A_REASON
from checkin.lives.alert import StaffStep
from checkin.staff.alert_log import (
    NEEDED,
    OUTCOMES,
    STEPS,
    WAYS,
    earlier_today,
    with_time,
    wrong_time,
)
from checkin.staff.forms.checks import at_most
from checkin.staff.forms.fields import LineField, SeenField, WordsField, choices_of
from checkin.staff.forms.plain import PlainForm

LONGEST_STEP, LONGEST_CLOSE, LONGEST_NAME = 1000, 4000, 120
WHAT = "Pick what you did, then save it."
SOMETHING = "Write something."
WHEN = "Write when it was."
HOW = "Pick how it ended, then close it."


class AboutAlert(PlainForm):
    """A form about one alert, which began at some time and stands open now."""

    seen = SeenField(default="0")

    def __init__(self, began: datetime, now: datetime, **values: Any) -> None:
        self.began, self.now = began, now
        super().__init__(**values)
        self.seen.id = f"seen-{type(self).__name__}"

    @property
    def steps_seen(self) -> int:
        """The number of the last step that the page showed; one that does not say showed none."""
        return self.seen.number


class StepForm(AboutAlert):
    """One thing that was done."""

    kind = RadioField(
        "What did you do?", choices=choices_of(STEPS), validators=[InputRequired(WHAT)]
    )
    words = LineField("Who, and what was said", validators=[at_most(LONGEST_STEP)])
    at = TimeField("Time, if earlier", validators=[Optional()])

    def validate_words(self, field: LineField) -> None:
        """A note says something."""
        if self.kind.data == "note" and not field.data:
            raise ValidationError(SOMETHING)

    def validate_at(self, field: TimeField) -> None:
        """Nothing is done about it before it began, nor logged before it happens."""
        if field.data and (problem := wrong_time(field.data, self.began, self.now, write=WHEN)):
            raise ValidationError(problem)

    @property
    def step(self) -> StaffStep:
        """What was done, once the form is good."""
        return next(one for one in STEPS if one == self.kind.data)

    @property
    def said(self) -> str:
        """What was said, with the time where it was not just now."""
        return with_time(self.words.data, self.at.data)


class CloseForm(AboutAlert):
    """How an alert ended, how we know how the person is, and whether it was needed.

    `disclosure`: somebody said that they were hurt, or may have: the reason is asked for.
    """

    def __init__(self, began: datetime, now: datetime, *, disclosure: bool, **values: Any) -> None:
        self.disclosure = disclosure
        super().__init__(began, now, **values)

    outcome = SelectField(
        "How did it end?",
        choices=choices_of({"": "Pick one"} | {one: one for one in OUTCOMES}),
        validators=[InputRequired(HOW)],
    )
    words = WordsField("In your words", id="close-words", validators=[at_most(LONGEST_CLOSE)])
    confirmed_by = LineField("Who said so", validators=[at_most(LONGEST_NAME)])
    confirmed_how = SelectField(
        "How",
        choices=choices_of({"": "Not said"} | {one: one for one in WAYS}),
        default="",
    )
    known_at = TimeField("When", validators=[Optional()])
    needed = RadioField(
        "Was this alert needed?",
        choices=choices_of({one: one.capitalize() for one in NEEDED}),
        validators=[Optional()],
    )

    def validate_words(self, field: WordsField) -> None:
        """What was decided about a disclosure is written down, and why (thresholds.md T15)."""
        if self.disclosure and not field.data:
            raise ValidationError(DECIDE_WITH_A_REASON)

    def validate_known_at(self, field: TimeField) -> None:
        """Nobody knew how someone is before it began, or at a time to come."""
        if field.data and (problem := wrong_time(field.data, self.began, self.now)):
            raise ValidationError(problem)

    @property
    def known(self) -> datetime | None:
        """When somebody knew how the person is, if they say."""
        wall: time | None = self.known_at.data
        return earlier_today(wall, self.now) if wall else None
