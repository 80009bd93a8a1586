"""What all forms share: plain errors, nothing typed is lost, and only what was changed is written."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import time
from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    Field,
    FormField,
    HiddenField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, ValidationError
from wtforms.widgets import CheckboxInput

from checkin.typed import clean

LONGEST_LINES = 4000

IN_PLAIN_WORDS = {
    "Not a valid choice.": "Pick one of these.",
    "Invalid Choice: could not coerce.": "Pick one of these.",
    "'%(value)s' is not a valid choice for this field.": "Pick from these.",
    "'%(value)s' are not valid choices for this field.": "Pick from these.",
    "Not a valid integer value.": "Write a whole number, such as 5.",
    "Not a valid time value.": "Write a time as 09:15.",
    "Not a valid date value.": "Write the date as day, month and year.",
}


class PlainWords:
    """Says what the library finds wrong in words that tell what to write."""

    def gettext(self, words: str) -> str:
        """Return the plain words for one error."""
        return IN_PLAIN_WORDS.get(words, words)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Return the plain words for an error about a number of things."""
        return self.gettext(one if number == 1 else many)


class PlainForm(FlaskForm):
    """A form whose token the whole app looks at, before any form is read."""

    class Meta(FlaskForm.Meta):
        """The token is checked at the door."""

        csrf = False

        def get_translations(self, form: object) -> PlainWords:  # noqa: ARG002 (the library's)
            """Return who says what is wrong."""
            return PlainWords()

        def render_field(self, field: Any, render_kw: dict[str, Any]) -> Any:
            """Write a field; one that is wrong names its error, so that it is read out with it."""
            if field.errors:
                render_kw = {
                    "aria_invalid": "true",
                    "aria_describedby": f"{field.id}-wrong",
                    **render_kw,
                }
            return super().render_field(field, render_kw)

    @property
    def problems(self) -> list[str]:
        """Every error, for the list at the top of the page."""
        return list(_problems(self))


class KeepsOthers(PlainForm):
    """A form that remembers what it showed, so that what others changed meanwhile stays."""

    was = HiddenField()

    def remember(self) -> None:
        """Write down what is shown now."""
        self.was.data = json.dumps(self.written())

    def changed(self) -> set[str]:
        """Return the names of the fields that differ from what was shown, or were not shown at all."""
        was = _read(self.was.data)
        written = self.written()
        return {name for name in written if name not in was or was[name] != written[name]}

    def overtaken(self, now: "KeepsOthers", also: Collection[str] = ()) -> bool:
        """Say whether others changed what is to be written, since this page showed it.

        `now`: the form as it would be shown now. `also`: fields that are written though they were
        not changed. What it is now stands beside each; whoever saves once more means it.
        """
        was, mine, theirs = _read(self.was.data), self.written(), now.written()
        both = [
            name
            for name in mine
            if (was.get(name) != mine[name] or name in also)
            and theirs[name] not in (was.get(name), mine[name])
        ]
        for name in both:
            self[name].errors = [*self[name].errors, _now_it_is(now[name])]
        self.was.data = json.dumps({**was, **{name: theirs[name] for name in both}})
        return bool(both)

    def validate_was(self, field: HiddenField) -> None:
        """Take nothing from a page that does not say what it showed."""
        if not _read(field.data):
            raise ValidationError("This page is too old. Open it again, and write it anew.")

    def written(self) -> dict[str, Any]:
        """Return what stands in each field now."""
        return {field.name: _as_json(field) for field in self if field.name != "was"}


class LineField(StringField):
    """Words on one line, as a browser sends them; nothing is an empty line."""

    def process_data(self, value: str | None) -> None:
        """Hold what is kept."""
        self.data = value or ""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Take what was written; what nobody can type into one line becomes a space."""
        if valuelist:
            self.data = " ".join(valuelist[0].splitlines()).strip()


class WordsField(LineField, TextAreaField):
    """Words on some lines. A line's end is one letter, as the browser counts it."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Take what was written."""
        if valuelist:
            self.data = "\n".join(valuelist[0].splitlines()).strip()


class TicksField(SelectMultipleField):
    """Some of a few things, each with a box to tick."""

    option_widget = CheckboxInput()


class LinesField(TextAreaField):
    """Some lines of words, one thing a line; empty ones are left out."""

    @property
    def lines(self) -> list[str]:
        """What was written, a line each."""
        return [line.strip() for line in (self.data or "").splitlines() if clean(line).strip()]


def must_say(words: str) -> DataRequired:
    """Refuse an empty field with these words."""
    return DataRequired(message=words)


def at_most(letters: int) -> Length:
    """Refuse more than so many letters."""
    return Length(max=letters, message=f"Write at most {letters} letters.")


def between(fewest: int, most: int, words: str) -> Callable[[object, Any], None]:
    """Refuse a whole number that is not among these, however long it is, with these words."""

    def look(_: object, field: Any) -> None:
        if field.errors:  # no number at all: that is said already
            return
        if field.data is None or not fewest <= field.data <= most:
            raise ValidationError(words)

    return look


def as_lines(words: Sequence[str]) -> str:
    """Return lines as they stand in a field."""
    return "\n".join(words)


def choices_of(words: Mapping[Any, str]) -> list[SelectChoice]:
    """Return what can be picked: what is kept, and the words for it."""
    return [SelectChoice(value=value, label=label) for value, label in words.items()]


def _problems(form: Iterable[Any], place: str = "") -> Iterator[str]:
    for field in form:
        if isinstance(field, FormField):
            yield from _problems(field, f"{field.label.text}: ")
        else:
            yield from (f"{place}{error}" for error in field.errors)


def _now_it_is(field: Field) -> str:
    match field:
        case BooleanField():
            said = "ticked" if field.data else "not ticked"
        case SelectField():
            labels = {one.value: one.label for one in field.choices}
            said = str(labels.get(field.data, field.data))
        case _:
            lines = isinstance(field, LinesField)
            said = ", ".join(field.lines) if lines else str(_as_json(field) or "")
    is_now = f"It is “{said}” now" if said else "It is empty now"
    return f"Somebody changed this meanwhile. {is_now}. Save once more to write yours instead."


def _read(shown: str | None) -> dict[str, Any]:
    try:
        was = json.loads(shown or "")
    except (ValueError, RecursionError):  # brackets in brackets: no page of ours says that
        return {}
    return was if isinstance(was, dict) else {}


def _as_json(field: Field) -> object:
    match field.data:
        case _ if isinstance(field, LinesField):  # a browser sends its own ends of lines
            return field.lines
        case time() as at:
            return at.isoformat("minutes")
        case bool() | int() | str() | list() | None as value:
            return value
        case other:
            return str(other)
