"""Why somebody opens what was not said to them, and that it is really they who do."""

from wtforms import PasswordField
from wtforms.validators import Length

from checkin.actions.passwords import LONGEST
from checkin.agreements.opened_words import FEWEST
from checkin.staff.forms.checks import at_most, must_say
from checkin.staff.forms.fields import LineField
from checkin.staff.forms.plain import PlainForm

MOST = 300  # letters
WHY = "Write why you have to open it."
YOUR_PASSWORD = "Write your password."  # noqa: S105 (what to write, not one)


class ReasonForm(PlainForm):
    """A reason that the person reads as it is written, and the password again."""

    reason = LineField(
        "Why do you open it?",
        validators=[must_say(WHY), Length(min=FEWEST, message=WHY), at_most(MOST)],
    )
    password_again = PasswordField(
        "Your password", validators=[must_say(YOUR_PASSWORD), at_most(LONGEST)]
    )
