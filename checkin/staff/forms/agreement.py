"""A new version of an agreement, as staff write it down with the person."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import (
    BooleanField,
    DateField,
    FormField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    TimeField,
)
from wtforms.validators import InputRequired, Optional

from checkin.agreements.agreement import Agreement
from checkin.staff.agreement_words import LADDER, VIEWS
from checkin.staff.forms.agreement_times import A_DAY, A_TIME, TimeForm, in_our_days
from checkin.staff.forms.checks import at_most, between, must_say
from checkin.staff.forms.fields import LineField, TicksField, WordsField, choices_of
from checkin.staff.forms.plain import PlainForm
from checkin.staff.forms.thresholds import FORMS, ListField, StaffField
from checkin.staff.threshold_words import KINDS
from checkin.storage.tables import CircleRow, Staff

NEW_TIMES = 2  # empty rows to add a time in
LONGEST_TITLE, LONGEST_WORDS, LONGEST_WHY = 120, 4000, 1000
TITLE = "Write what we call it."
WORDS = "Write down what was agreed, in the person's own words."
THINKS = "Pick what the person thinks."
A_DATE = "Write the date as day, month and year."
MINUTES = f"Write a number of minutes from 1 to {A_DAY}, or leave it empty."
MORE_MINUTES = f"Write a number of minutes from 1 to {A_DAY}."


def _wait(label: str) -> IntegerField:
    return IntegerField(label, validators=[Optional(), between(1, A_DAY, MINUTES)])


def _more(label: str) -> IntegerField:
    return IntegerField(label, validators=[between(1, A_DAY, MORE_MINUTES)])


def _day(label: str) -> DateField:
    return DateField(label, validators=[InputRequired(A_DATE), in_our_days])


class LateForm(PlainForm):
    """How much longer we wait when the person texts LATE."""

    default = _more("LATE means minutes")
    max_each = _more("At most each time")
    max_total_per_leg = _more("At most on one way")
    moves_rest_of_leg = BooleanField("The rest of the way moves too")


class CoverForm(PlainForm):
    """Who will act."""

    day = StaffField("By day")
    day_from = TimeField("From", validators=[InputRequired(A_TIME)])
    night = StaffField("By night")
    night_from = TimeField("From", validators=[InputRequired(A_TIME)])
    team_lead = StaffField("Team lead")
    manager = StaffField("Manager")

    @property
    def asked(self) -> dict[str, Any]:
        """What an agreement says of cover."""
        return {name: value or None for name, value in self.data.items()}


class AgreementForm(PlainForm):
    """All of an agreement but its times, its ladder and its thresholds: see `agreement_form`."""

    newest = HiddenField()
    do = HiddenField()
    agreed_words = WordsField(
        "What was agreed", validators=[must_say(WORDS), at_most(LONGEST_WORDS)]
    )
    title = LineField("What we call it", validators=[must_say(TITLE), at_most(LONGEST_TITLE)])
    group_name = LineField("The group or place", validators=[at_most(LONGEST_TITLE)])
    remind_after_minutes = _wait("Remind after minutes")
    missed_after_minutes = _wait("Someone acts after minutes")
    late = FormField(LateForm, "LATE")
    send_thanks = BooleanField("We text thanks")
    contact_ok = TicksField("Staff may ring")
    cover = FormField(CoverForm, "Who acts")
    view_of_person = RadioField(
        "What the person thinks", choices=choices_of(VIEWS), validators=[InputRequired(THINKS)]
    )
    view_reason = LineField("Why, if not", validators=[at_most(LONGEST_WHY)])
    agreed_with = ListField("Who was there", validators=[at_most(LONGEST_WHY)])
    agreed_on = _day("Agreed on")
    valid_from = _day("Starts on")
    review_on = _day("Look at it again on")
    review_reason = LineField("Why it is changed", validators=[at_most(LONGEST_WHY)])

    @property
    def times(self) -> list[TimeForm]:
        """The rows of times, those that stand first."""
        return [one.form for one in self if one.name.startswith("time-")]

    @property
    def ladder(self) -> list[SelectField]:
        """What staff do, step by step."""
        return [one for one in self if one.name.startswith("ladder-")]

    def offer(
        self, asks: Mapping[str, str], staff_here: Sequence[Staff], circle: Sequence[CircleRow]
    ) -> "AgreementForm":
        """Offer these things to ask, these staff and these people to ring; return the form."""
        for row in self.times:
            row.asks.choices = choices_of(asks)
        working = choices_of({"": "Nobody"} | {one.id: one.called for one in staff_here})
        for part in (self.cover, *(self[kind] for kind in KINDS)):
            for field in part:
                if isinstance(field, StaffField):
                    field.choices = working
        self.contact_ok.choices = choices_of(
            {one.id: f"{one.name}, {one.relation}" for one in circle}
        )
        return self


def agreement_form(before: Agreement, **values: Any) -> AgreementForm:
    """Return a form with a row for each time, each step of the ladder and each kind of threshold."""
    rows = {
        f"time-{number}": FormField(TimeForm, f"Time {number + 1}")
        for number in range(len(before.times) + NEW_TIMES)
    }
    steps = choices_of({"": "–", **LADDER})  # noqa: RUF001 (as pages write it)
    ladder = {
        f"ladder-{number}": SelectField(f"{number + 1}.", choices=steps, default="")
        for number in range(len(LADDER))
    }
    thresholds = {kind: FormField(FORMS[kind], words) for kind, words in KINDS.items()}
    texts = {} if before.channel == "text" else {"late": None, "send_thanks": None}
    fields = {**rows, **ladder, **thresholds, **texts}
    form: AgreementForm = type("AgreementForm", (AgreementForm,), fields)(**values)
    for one in before.thresholds:
        form[one.kind].form.was_on = True
    return form


def as_shown(agreement: Agreement) -> dict[str, Any]:
    """Return an agreement as its form shows it."""
    return {
        **agreement.model_dump(),
        "agreed_with": ", ".join(agreement.agreed_with),
        **{f"time-{number}": one.model_dump() for number, one in enumerate(agreement.times)},
        **{f"ladder-{number}": step for number, step in enumerate(agreement.ladder)},
        **{one.kind: {"on": True, **_shown(one.model_dump())} for one in agreement.thresholds},
    }


def _shown(threshold: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: ", ".join(value) if isinstance(value, tuple) else value
        for name, value in threshold.items()
    }
