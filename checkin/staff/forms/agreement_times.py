"""One time at which we ask, as the form of an agreement asks for it."""

from datetime import date
from typing import Any

from wtforms import BooleanField, DateField, Field, IntegerField, SelectField, TimeField
from wtforms.validators import InputRequired, Optional, ValidationError

from checkin.agreements.cover import DAY_NAMES
from checkin.staff.forms.checks import at_most, between, must_say
from checkin.staff.forms.fields import LineField, TicksField, choices_of
from checkin.staff.forms.plain import PlainForm

A_DAY = 24 * 60  # minutes
FIRST_YEAR, LAST_YEAR = 2000, 2100  # further away no date can be reckoned with
LONGEST_KEY, LONGEST_LEG = 60, 20
CALLED = "Give it a name, such as leave."
ASKED = "Pick what is asked."
A_TIME = "Write a time as 09:15."
GIVE_A_TIME = "Give it a time."
EARLY = f"Write a number of minutes from 0 to {A_DAY}."


def in_our_days(_: object, field: DateField) -> None:
    """Refuse a date that nobody here lives to see."""
    day: date | None = field.data
    if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValidationError(f"Write a year from {FIRST_YEAR} to {LAST_YEAR}.")


def _is_written(field: Field) -> bool:
    return any(one.strip() for one in field.raw_data or ())


class TimeForm(PlainForm):
    """A time, on some days of the week or on one date; an empty row is left out."""

    at = TimeField("At", validators=[InputRequired(GIVE_A_TIME)])
    key = LineField("Called", validators=[must_say(CALLED), at_most(LONGEST_KEY)])
    asks = SelectField("Asks", validators=[InputRequired(ASKED)])
    early_minutes = IntegerField("Minutes early", validators=[Optional(), between(0, A_DAY, EARLY)])
    days = TicksField("Days", choices=choices_of(DAY_NAMES))
    on = DateField("On one date only", validators=[Optional(), in_our_days])
    leg = LineField("Way", validators=[at_most(LONGEST_LEG)])
    later_at = TimeField("“Later today” at", validators=[Optional()])
    open_until = TimeField("Open until", validators=[Optional()])
    second_time = BooleanField("The second time, in the night the clocks go back")
    away = BooleanField("Take this time away")

    def validate(self, extra_validators: Any = None) -> bool:
        """Look at each field of a row that is not empty."""
        return not self.is_asked or bool(super().validate(extra_validators))

    @property
    def is_asked(self) -> bool:
        """Whether somebody wrote into this row, and did not take it away."""
        written = (self.at, self.key, self.on, self.leg, self.later_at, self.open_until)
        return not self.away.data and bool(self.days.data or any(map(_is_written, written)))

    @property
    def asked(self) -> dict[str, Any]:
        """What an agreement says of this time."""
        said = {name: value for name, value in self.data.items() if name != "away"}
        return {
            **said,
            "early_minutes": self.early_minutes.data or 0,
            "leg": self.leg.data or None,
        }
