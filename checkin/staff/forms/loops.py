"""What staff write about a promise: what they decided, and how one can see that it is done."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wtforms import DateField, RadioField, SelectField
from wtforms.validators import InputRequired, Optional, ValidationError

from checkin.lives.loop import Decision
from checkin.staff.forms.checks import at_most, must_say
from checkin.staff.forms.fields import LineField, SeenField, WordsField, choices_of
from checkin.staff.forms.plain import PlainForm
from checkin.staff.loop_lines import DECISIONS
from checkin.storage.tables import LoopRow, Staff

LONGEST_WE_DID, LONGEST_SAID = 500, 2000
PICK = "Pick what you decided."
EASY = "Say it in easy words."
OVER = "This day is over. Pick a day to come, or none."
HOW = "Say how one can see that it is done."
IN_THEIR_OWN = "Write what they said, in their own words."
AT = {"decision": "decision", "we_did": "we", "owner": "owner", "due_on": "due"}  # in the page


class ShowsDecisions(PlainForm):
    """A form that says how many decisions its page showed."""

    seen = SeenField(default="0")

    @property
    def decisions_seen(self) -> int:
        """How many decisions the page showed; one that does not say so showed none."""
        return self.seen.number


class ToldForm(ShowsDecisions):
    """The person was told what the page showed."""


class DecisionForm(ShowsDecisions):
    """What was decided about one promise, in words the person will see."""

    decision = RadioField("What did you decide?", validators=[InputRequired(PICK)])
    we_did = WordsField("In easy words", validators=[must_say(EASY), at_most(LONGEST_WE_DID)])
    owner = SelectField("Who does it")
    due_on = DateField("By when", validators=[Optional()])
    today = date.min

    def offer(self, loop_id: str, staff_here: Sequence[Staff], today: date) -> "DecisionForm":
        """Offer these staff, name each field after its loop, and return the form."""
        self.today = today
        self.seen.id = f"seen-{loop_id}"
        self.decision.choices = choices_of(DECISIONS)
        self.owner.choices = choices_of({one.id: one.called for one in staff_here})
        for name, start in AT.items():
            self[name].id = self[name].label.field_id = f"{start}-{loop_id}"
        return self

    def validate_due_on(self, field: DateField) -> None:
        """Promise nothing for a day that is over; what we cannot do has no day."""
        if self.decision.data != "cannot" and field.data and field.data < self.today:
            raise ValidationError(OVER)

    @property
    def decided(self) -> Decision:
        """What was decided, once the form is good."""
        return next(one for one in DECISIONS if one == self.decision.data)


class DoneForm(ShowsDecisions):
    """How one can see that it is done."""

    words = LineField("How can one see that it is done?",
                        validators=[must_say(HOW), at_most(LONGEST_WE_DID)])  # fmt: skip

    def of(self, loop_id: str) -> "DoneForm":
        """Name each field after its loop, and return the form."""
        self.seen.id = f"done-seen-{loop_id}"
        self.words.id = self.words.label.field_id = f"done-{loop_id}"
        return self


class TalkForm(PlainForm):
    """What a person said face to face."""

    words = WordsField("In their own words, not yours",
                          validators=[must_say(IN_THEIR_OWN), at_most(LONGEST_SAID)])  # fmt: skip


def as_it_stands(row: LoopRow, me: str) -> Mapping[str, Any]:
    """Return what the form of a decision shows before anything is written."""
    return {
        "decision": row.decision,
        "we_did": row.we_did,
        "owner": row.owner_id or me,
        "due_on": row.due_on,
        "seen": str(row.decisions),
    }
