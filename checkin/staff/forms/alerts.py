"""What staff write about an alert: what they did about it."""

from datetime import datetime
from typing import Any

from wtforms import RadioField, TimeField
from wtforms.validators import InputRequired, Optional, ValidationError

from checkin.lives.alert import StaffStep
from checkin.staff.alert_log import STEPS, with_time, wrong_time
from checkin.staff.forms.checks import at_most
from checkin.staff.forms.fields import LineField, SeenField, choices_of
from checkin.staff.forms.plain import PlainForm

LONGEST_STEP = 1000
WHAT = "Pick what you did, then save it."
SOMETHING = "Write something."
WHEN = "Write when it was."


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
