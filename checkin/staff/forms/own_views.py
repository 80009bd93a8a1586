"""What the person said of an agreement in a talk: how it was, and who was there."""

from collections.abc import Mapping

from wtforms import HiddenField, RadioField
from wtforms.validators import InputRequired

from checkin.agreements.own_view import OwnView
from checkin.staff.forms.checks import at_most, must_say
from checkin.staff.forms.fields import LineField, choices_of
from checkin.staff.forms.plain import PlainForm

VIEWS: Mapping[OwnView, str] = {
    "agrees": "Agrees",
    "does_not_agree": "Does not agree",
    "talk_first": "Wants to talk more first",
}
THINKS = "Pick what they said."
HOW = "Write how you talked about it, and who was there."
ANOTHER = "This is another version. Look at it, then keep what they said of it."
LONGEST = 500


class TalkedForm(PlainForm):
    """One talk, about the version that the page showed."""

    version = HiddenField()
    view = RadioField(
        "What they said", choices=choices_of(VIEWS), validators=[InputRequired(THINKS)]
    )
    how = LineField(
        "How you talked, and who was there", validators=[must_say(HOW), at_most(LONGEST)]
    )
