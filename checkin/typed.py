"""What is typed, without what nobody types: NUL, which PostgreSQL cannot keep, and other controls.

One way in for every form, before any page reads it. What the phone company signs comes in by its
own door, as it came: cleaned, its signature would no longer be right.
"""

import unicodedata
from collections.abc import Collection

from flask import abort, request
from werkzeug.datastructures import ImmutableMultiDict

LINES_AND_TABS = "\n\r\t"
CONTROLS = dict.fromkeys(one for one in (*range(32), 127) if chr(one) not in LINES_AND_TABS)
NOT_FOUND = 404


def clean(typed: str) -> str:
    """Return what was typed without controls; nothing where all of it is unseen."""
    kept = typed.translate(CONTROLS)
    return kept if kept.isspace() or any(map(_seen, kept)) else ""


def clean_what_is_typed(signed: Collection[str]) -> None:
    """Clean the form of this request, but for the blueprints that are signed; 404 for NUL in a path."""
    if "\0" in request.path:
        abort(NOT_FOUND)
    if request.blueprint not in signed and request.form:
        pairs = request.form.items(multi=True)
        request.form = ImmutableMultiDict((clean(name), clean(value)) for name, value in pairs)


def _seen(letter: str) -> bool:
    return unicodedata.category(letter)[0] not in "CZ"
