"""What staff write beside a check-in: what they hear in a voice note, and that they are there."""

from wtforms import HiddenField

from checkin.staff.forms.checks import at_most, must_say
from checkin.staff.forms.fields import LineField
from checkin.staff.forms.plain import PlainForm

LONGEST_TYPED = 4000
HEARD = "Type what you hear, word for word."


class TypedForm(PlainForm):
    """What someone hears in a voice note."""

    words = LineField("Type what you hear", validators=[must_say(HEARD), at_most(LONGEST_TYPED)])

    def of(self, answer_id: str) -> "TypedForm":
        """Name the field after its answer, and return the form."""
        self.words.id = self.words.label.field_id = f"typed-{answer_id}"
        return self


class WithMeForm(PlainForm):
    """The alert from whose page somebody says that they are with the person, if from one."""

    alert_id = HiddenField()
