"""Why somebody opens what was not said to them, and that it is really they who do."""

from wtforms import PasswordField
from wtforms.validators import Length, ValidationError

from checkin.actions.passwords import LONGEST
from checkin.agreements.opened_words import FEWEST
from checkin.staff.forms.checks import at_most, must_say
from checkin.staff.forms.fields import LineField
from checkin.staff.forms.plain import PlainForm

MOST = 300  # letters
DIFFERENT = 4  # letters that a reason has, of all that it is written in
SAYS_NOTHING = "Write a reason that the person can read: why you have to open it."
WHY = f"Write why you have to open it, in {FEWEST} letters or more."
YOUR_PASSWORD = "Write your password."  # noqa: S105 (what to write, not one)


def _says_something(_: object, field: LineField) -> None:
    """Take no reason of a few letters, however often they are pressed."""
    if len(set(field.data.casefold()) - {" "}) < DIFFERENT:
        raise ValidationError(SAYS_NOTHING)


class ReasonForm(PlainForm):
    """A reason that the person reads as it is written, and the password again."""

    reason = LineField(
        "Why do you open it?",
        validators=[must_say(WHY), Length(min=FEWEST, message=WHY), at_most(MOST), _says_something],
    )
    password_again = PasswordField(
        "Your password", validators=[must_say(YOUR_PASSWORD), at_most(LONGEST)]
    )
