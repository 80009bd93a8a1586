"""What a field may hold, and the words that say so."""

from collections.abc import Callable
from typing import Any

from wtforms.validators import DataRequired, Length, ValidationError


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
