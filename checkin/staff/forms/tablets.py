"""A tablet is let in: what it is called, where it stands, and whose it is."""

from collections.abc import Sequence

from wtforms import SelectField
from wtforms.validators import ValidationError

from checkin.agreements.device_names import MIXED, UNSEEN, has_unseen, is_mixed
from checkin.staff.forms.checks import at_most, must_say
from checkin.staff.forms.fields import LineField, choices_of
from checkin.staff.forms.plain import PlainForm
from checkin.staff.goes_by import called
from checkin.storage.tables import PersonRow

CALLED = "Say what this tablet is called, such as Tablet in the lounge."
LONGEST_LABEL = 80
WHY = "Write why, in a line, such as: It is lost."
LONGEST_WHY = 200
EVERYONES = {"": "Everyone’s: each taps their photo"}  # noqa: RUF001 (as pages write it)


class CodeForm(PlainForm):
    """What a code lets in."""

    label = LineField("What it is called", validators=[must_say(CALLED), at_most(LONGEST_LABEL)])
    house = SelectField("House")
    person = SelectField("Whose it is", default="")

    def offer(self, houses: dict[str, str], people: Sequence[PersonRow]) -> "CodeForm":
        """Offer these houses and people, and return the form; no people to who does not lead.

        On a device of their own stands what a person says in confidence.
        """
        self.house.choices = choices_of(houses)
        own = {one.id: f"{called(one)}’s own" for one in people}  # noqa: RUF001 (the same)
        self.person.choices = choices_of(EVERYONES | own)
        self.house_of = {one.id: one.house_id for one in people}
        return self

    def validate_label(self, field: LineField) -> None:
        """Take no letter that turns or hides others, or is of another alphabet than the rest."""
        if has_unseen(field.data):
            raise ValidationError(UNSEEN)
        if is_mixed(field.data):
            raise ValidationError(MIXED)

    def validate_person(self, field: SelectField) -> None:
        """A person's own tablet stands where they live."""
        if field.data and self.house_of.get(field.data, self.house.data) != self.house.data:
            raise ValidationError("Pick a person of this house, or everyone.")


class TurnAwayForm(PlainForm):
    """Why a device is let in no more."""

    why = LineField("Why?", validators=[must_say(WHY), at_most(LONGEST_WHY)])
