"""A form that writes only what was changed on it, so that what others changed meanwhile stays."""

import json
from collections.abc import Collection
from datetime import time
from typing import Any

from wtforms import BooleanField, Field, HiddenField, SelectField
from wtforms.validators import ValidationError

from checkin.staff.forms.fields import LinesField
from checkin.staff.forms.plain import PlainForm


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
