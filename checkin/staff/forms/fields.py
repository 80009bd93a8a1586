"""The fields of our forms: words as a browser sends them, kept as they are meant."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import HiddenField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput

from checkin.typed import clean

LONGEST_NUMBER = 9


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


class SeenField(HiddenField):
    """How far a page showed what happened, as a number that goes with its form."""

    @property
    def number(self) -> int:
        """The number; a page that says none, or no number of ours, showed nothing."""
        said = self.data or ""
        return int(said) if is_number(said) else 0


def is_number(said: str) -> bool:
    """Say whether it is the number of a step, as a page of ours writes it."""
    return said.isdecimal() and len(said) <= LONGEST_NUMBER


def as_lines(words: Sequence[str]) -> str:
    """Return lines as they stand in a field."""
    return "\n".join(words)


def choices_of(words: Mapping[Any, str]) -> list[SelectChoice]:
    """Return what can be picked: what is kept, and the words for it."""
    return [SelectChoice(value=value, label=label) for value, label in words.items()]
