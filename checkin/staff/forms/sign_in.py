"""Who it is: the address and the password of a member of staff."""

from wtforms import PasswordField
from wtforms.widgets import EmailInput

from checkin.actions.passwords import LONGEST
from checkin.staff.forms.checks import at_most, must_say
from checkin.staff.forms.fields import LineField
from checkin.staff.forms.plain import PlainForm

LONGEST_ADDRESS = 254
ADDRESS = "Write your work e-mail address."
PASSWORD = "Write your password."  # noqa: S105 (what to write, not one)


class SignInForm(PlainForm):
    """An address and a password."""

    email = LineField(
        "Your work e-mail address",
        widget=EmailInput(),
        validators=[must_say(ADDRESS), at_most(LONGEST_ADDRESS)],
    )
    password = PasswordField("Your password", validators=[must_say(PASSWORD), at_most(LONGEST)])
