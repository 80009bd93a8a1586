"""What staff say to a person in a talk: no more than one text holds, so that it is read."""

import json
from collections.abc import Mapping, Sequence

from wtforms import HiddenField
from wtforms.validators import Length, ValidationError

from checkin.conversation.flows.gsm7 import (
    BASIC,
    EXTENSION,
    ONE_PART,
    ONE_WIDE_PART,
    PLAIN,
    over_one_part,
    plain,
)
from checkin.staff.forms.checks import must_say
from checkin.staff.forms.fields import TicksField, WordsField, choices_of
from checkin.staff.forms.plain import PlainForm

SAY = "Write what you want to say."
AN_ID = 32  # letters
LETTERS = json.dumps(
    {
        "basic": "".join(sorted(BASIC)),
        "twice": "".join(sorted(EXTENSION)),
        "plain": PLAIN,
        "one": ONE_PART,
        "wide": ONE_WIDE_PART,
    }
)
"""How a text counts letters, for the script that counts them as they are written."""


class SayForm(PlainForm):
    """Words of staff, with how the page said that they would be read."""

    words = WordsField("Say something", validators=[must_say(SAY)])
    promised = HiddenField()
    answers = TicksField("What it answers", choices=[], validate_choice=False)
    once = HiddenField(validators=[Length(min=AN_ID, max=AN_ID, message="Open this page again.")])
    begins = ""

    def of(self, called: str, to: str) -> "SayForm":
        """Say who says it and to whom, and return the form."""
        self.begins = f"{called}: "
        self.words.label.text = f"Say something to {to}"
        return self

    def can_answer(self, offered: Mapping[str, str], ticked: Sequence[str]) -> "SayForm":
        """Offer what these words can answer, each with what is said of it, and return the form."""
        self.answers.choices = choices_of(offered)
        if not self.is_submitted():
            self.answers.data = list(ticked)
        return self

    def validate_words(self, field: WordsField) -> None:
        """Take what one text holds, with the name before it."""
        over = over_one_part(plain(f"{self.begins}{field.data}"))
        if over:
            letters = "1 letter" if over == 1 else f"{over} letters"
            raise ValidationError(f"This is {letters} too long. Say it shorter.")
