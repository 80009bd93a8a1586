"""How an alert ended: the form that closes it."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from wtforms import RadioField, SelectField, TimeField
from wtforms.validators import InputRequired, Optional, ValidationError

from checkin.agreements.disclosure import DECIDE_WITH_A_REASON
from checkin.staff.alert_log import NEEDED, OF_SILENCE, OUTCOMES, WAYS, earlier_today, wrong_time
from checkin.staff.forms.alerts import AboutAlert
from checkin.staff.forms.checks import at_most
from checkin.staff.forms.fields import LineField, TicksField, WordsField, choices_of, is_number

LONGEST_CLOSE, LONGEST_NAME = 4000, 120
HOW = "Pick how it ended, then close it."


class CloseForm(AboutAlert):
    """How an alert ended, how we know how the person is, and whether it was needed.

    `disclosure`: somebody said that they were hurt, or may have: the reason is asked for.
    `besides`: what else the person missed, as `ticked` reads it, and its title.
    """

    def __init__(
        self,
        began: datetime,
        now: datetime,
        *,
        disclosure: bool,
        besides: Mapping[str, str],
        **values: Any,
    ) -> None:
        self.disclosure = disclosure
        super().__init__(began, now, **values)
        self.also.choices = choices_of(besides)
        ends = (one for one in OUTCOMES if not (disclosure and one in OF_SILENCE))
        self.outcome.choices = choices_of({"": "Pick one"} | {one: one for one in ends})

    outcome = SelectField("How did it end?", validators=[InputRequired(HOW)])
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

    also = TicksField("Close these too", choices=(), validate_choice=False)

    def validate_words(self, field: WordsField) -> None:
        """What was decided about a disclosure is written down, and why (thresholds.md T15)."""
        if self.disclosure and not field.data:
            raise ValidationError(DECIDE_WITH_A_REASON)

    def validate_known_at(self, field: TimeField) -> None:
        """Nobody knew how someone is before it began, or at a time to come."""
        if field.data and (problem := wrong_time(field.data, self.began, self.now)):
            raise ValidationError(problem)

    @property
    def ticked(self) -> Mapping[str, int]:
        """What is closed too, by id, with the number of the last step that the page showed of it."""
        parts = (one.partition(":") for one in self.also.data or ())
        return {key: int(number) for key, _, number in parts if is_number(number)}

    @property
    def known(self) -> datetime | None:
        """When somebody knew how the person is, if they say."""
        wall: time | None = self.known_at.data
        return earlier_today(wall, self.now) if wall else None
