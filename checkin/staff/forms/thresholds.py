"""What a threshold says, as the form of an agreement asks for it: one small form for each kind."""

from collections.abc import Mapping
from typing import Any

from wtforms import BooleanField, IntegerField, SelectField

from checkin.staff.forms.checks import at_most, between
from checkin.staff.forms.fields import LineField
from checkin.staff.forms.plain import PlainForm
from checkin.staff.threshold_words import KINDS

LONGEST_LINE = 500
LONGEST_REPLY = 300  # two texts
MOST = 99
TICK_IT = "Tick it, or empty it."


class ThresholdForm(PlainForm):
    """Whether something raises an alert, and the person's words for it; what is off is not read."""

    on = BooleanField()
    agreed_words = LineField("In their words", validators=[at_most(LONGEST_LINE)])
    was_on = False  # before: then without its tick it is switched off

    def validate(self, extra_validators: Any = None) -> bool:
        """Look at each field, where this raises an alert at all, or may be meant to."""
        if self.on.data:
            return bool(super().validate(extra_validators))
        if self.was_on or not any(one.strip() for field in self for one in field.raw_data or ()):
            return True
        self.on.errors = [TICK_IT]
        return False

    @property
    def asked(self) -> dict[str, Any]:
        """What this kind says beside the words."""
        return {name: _value(self[name]) for name in self.data if name != "on"}


class ListField(LineField):
    """Some words with commas between them."""

    @property
    def words(self) -> tuple[str, ...]:
        """Each of them, without those that are empty."""
        return tuple(one.strip() for one in self.data.split(",") if one.strip())


class StaffField(SelectField):
    """Somebody who works here, or nobody."""

    def __init__(self, label: str, **more: Any) -> None:
        super().__init__(label, default="", coerce=_or_nobody, **more)


def _or_nobody(staff_id: str | None) -> str:
    return staff_id or ""


def _number(label: str, fewest: int = 1) -> IntegerField:
    words = f"Write a whole number from {fewest} to {MOST}."
    return IntegerField(label, validators=[between(fewest, MOST, words)])


def _line(label: str, most: int = LONGEST_LINE) -> LineField:
    return LineField(label, validators=[at_most(most)])


FIELDS: Mapping[str, Mapping[str, Any]] = {
    "missed_checkin": {},
    "repeated_missed": {"count": _number("Missed", 2), "of_last": _number("of the last", 2)},
    "agreed_word": {
        "cover_reply": _line("What we text back", LONGEST_REPLY),
        "opening_line": _line("What staff say first"),
        "pause_texts": BooleanField("Stop texts to them until it is closed"),
    },
    "help_or_not_ok": {
        "own_help_words": ListField(
            "Their own words for help, with commas", validators=[at_most(LONGEST_LINE)]
        ),
    },
    "feeling_run": {
        "in_a_row": _number("In a row", 2),
        "count": _number("or this many", 2),
        "of_last": _number("of the last", 2),
    },
    "ask_to_talk": {
        "within_working_days": _number("Within working days", 0),
        "with_staff": StaffField("With"),
        "if_away": StaffField("If away"),
    },
    "checklist_gap": {
        "item": _line("What on the list", 80),
        "not_done": _number("Not done"),
        "of_last": _number("of the last"),
    },
    "confidence_drop": {"in_a_row": _number("In a row", 2)},
    "plan_not_kept": {"count": _number("Not kept"), "of_last": _number("of the last")},
}

FORMS: Mapping[str, type[ThresholdForm]] = {
    kind: type(
        "ThresholdForm",
        (ThresholdForm,),
        {"on": BooleanField(words), **FIELDS[kind]},
    )
    for kind, words in KINDS.items()
}


def _value(field: Any) -> Any:
    match field:
        case ListField():
            return field.words
        case StaffField():
            return field.data or None
        case _:
            return field.data
