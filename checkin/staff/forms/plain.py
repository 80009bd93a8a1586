"""What all forms share: errors in plain words, named where they belong."""

from collections.abc import Iterable, Iterator
from typing import Any

from flask_wtf import FlaskForm
from wtforms import FormField

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


def _problems(form: Iterable[Any], place: str = "") -> Iterator[str]:
    for field in form:
        if isinstance(field, FormField):
            yield from _problems(field, f"{field.label.text}: ")
        else:
            yield from (f"{place}{error}" for error in field.errors)
