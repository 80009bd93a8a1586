"""An agreement as its form shows it, every field as the text that stands in it."""

from collections.abc import Sequence
from datetime import time

from werkzeug.datastructures import MultiDict

from checkin.agreements.agreement import Agreement, CheckTime

Form = MultiDict[str, str]


def as_form(agreement: Agreement) -> Form:
    """Return an agreement as the form shows it."""
    form: Form = MultiDict()
    for name in ("title", "group_name", "agreed_words", "view_reason", "review_reason"):
        form[name] = getattr(agreement, name)
    for name in ("remind_after_minutes", "missed_after_minutes"):
        form[name] = _text(getattr(agreement, name))
    for name in ("agreed_on", "valid_from", "review_on"):
        form[name] = getattr(agreement, name).isoformat()
    form["agreed_with"] = ", ".join(agreement.agreed_with)
    form["view_of_person"] = agreement.view_of_person
    form["send_thanks"] = "yes" if agreement.send_thanks else ""
    _put_several(form, "contact_ok", agreement.contact_ok)
    for number, step in enumerate(agreement.ladder):
        form[f"ladder-{number}"] = step
    for part in ("late", "cover"):
        for name, value in getattr(agreement, part):
            form[f"{part}-{name}"] = _text(value)
    for number, one in enumerate(agreement.times):
        _put_time(form, number, one)
    _put_thresholds(form, agreement)
    return form


def _put_time(form: Form, number: int, one: CheckTime) -> None:
    for name, value in one:
        if name == "days":
            _put_several(form, f"time-{number}-days", one.days)
        else:
            form[f"time-{number}-{name}"] = _text(value)


def _put_several(form: Form, name: str, values: Sequence[str]) -> None:
    if values:
        form.setlist(name, list(values))


def _put_thresholds(form: Form, agreement: Agreement) -> None:
    for one in agreement.thresholds:
        form[f"on-{one.kind}"] = "yes"
        for name, value in one:
            text = ", ".join(value) if isinstance(value, tuple) else _text(value)
            form[f"{one.kind}-{name}"] = text


def _text(value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)
