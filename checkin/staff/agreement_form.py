"""A new version of an agreement, read from its form; what cannot be read is said, not lost."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError

from checkin.agreements.agreement import Agreement, CheckTime
from checkin.agreements.what_to_count import ToCount
from checkin.staff.agreement_words import KINDS, LADDER
from checkin.staff.filled_form import Form

NEW_TIMES = 2  # empty rows to add a time in


class Field(NamedTuple):
    """One thing a threshold says, as the form asks for it."""

    name: str
    label: str
    kind: str = "number"  # number, words, list, staff, yes, first


THRESHOLD_FIELDS: Mapping[str, tuple[Field, ...]] = {
    "missed_checkin": (),
    "agreed_word": (
        Field("cover_reply", "What we text back", "words"),
        Field("opening_line", "What staff say first", "words"),
        Field("pause_texts", "Stop texts to them until it is closed", "yes"),
    ),
    "help_or_not_ok": (Field("own_help_words", "Their own words for help, with commas", "list"),),
    "feeling_run": (
        Field("in_a_row", "In a row"),
        Field("count", "or this many"),
        Field("of_last", "of the last"),
    ),
    "ask_to_talk": (
        Field("within_working_days", "Within working days"),
        Field("with_staff", "With", "staff"),
        Field("if_away", "If away", "staff"),
    ),
    "checklist_gap": (
        Field("item", "What on the list", "words"),
        Field("not_done", "Not done"),
        Field("of_last", "of the last"),
    ),
    "plan_not_kept": (Field("count", "Not kept"), Field("of_last", "of the last")),
}

_NAMES = {
    "remind_after_minutes": "the reminder",
    "missed_after_minutes": "how long we wait",
    "agreed_on": "the day it was agreed",
    "valid_from": "the day it starts",
    "review_on": "the review date",
    "late": "LATE",
    "cover": "who acts",
    "times": "the times",
    "thresholds": "what raises an alert",
    "view_of_person": "what the person thinks",
    "title": "the title",
}


def as_agreement(
    form: Form, before: Agreement, to_count: ToCount
) -> tuple[Agreement | None, tuple[str, ...]]:
    """Return the draft that a form describes, or what in it cannot be read.

    `to_count` says what a threshold counts where the agreement before did not.
    """
    changed: dict[str, Any] = {
        **before.model_dump(),
        **{name: form.get(name, "").strip() for name in ("title", "group_name", "agreed_words")},
        **{name: form.get(name, "").strip() for name in ("view_reason", "review_reason")},
        **{name: form.get(name) for name in ("agreed_on", "valid_from", "review_on")},
        "remind_after_minutes": _or_none(form.get("remind_after_minutes")),
        "missed_after_minutes": _or_none(form.get("missed_after_minutes")),
        "agreed_with": _listed(form.get("agreed_with", "")),
        "view_of_person": form.get("view_of_person"),
        "send_thanks": form.get("send_thanks") == "yes",
        "contact_ok": form.getlist("contact_ok"),
        "ladder": _ladder(form),
        "late": {**before.late.model_dump(), **_part(form, "late")},
        "cover": {**before.cover.model_dump(), **_part(form, "cover")},
        "times": list(_times(form, before.times)),
        "thresholds": list(_thresholds(form, before, to_count)),
        "effect_shown": "",
    }
    changed["late"]["moves_rest_of_leg"] = form.get("late-moves_rest_of_leg") == "yes"
    try:
        return Agreement.model_validate(changed), ()
    except ValidationError as error:
        return None, tuple(dict.fromkeys(_in_words(one) for one in error.errors()))


def _part(form: Form, name: str) -> dict[str, Any]:
    start = f"{name}-"
    return {
        key.removeprefix(start): _or_none(value)
        for key, value in form.items()
        if key.startswith(start)
    }


def _ladder(form: Form) -> list[str]:
    picked = [form.get(f"ladder-{number}", "") for number in range(len(LADDER))]
    return list(dict.fromkeys(one for one in picked if one))


def _times(form: Form, before: Sequence[CheckTime]) -> Iterator[dict[str, Any]]:
    for number in range(len(before) + NEW_TIMES):
        start = f"time-{number}-"
        if form.get(f"{start}away") or not form.get(f"{start}at"):
            continue
        kept = before[number].model_dump() if number < len(before) else {}
        named = ("key", "at", "on", "asks", "leg", "early_minutes", "later_at", "open_until")
        asked = {name: _or_none(form.get(start + name)) for name in named if start + name in form}
        yield {
            **kept,
            **asked,
            "early_minutes": asked.get("early_minutes") or 0,
            "days": form.getlist(f"{start}days"),
            "second_time": form.get(f"{start}second_time") == "yes",
        }


def _thresholds(form: Form, before: Agreement, to_count: ToCount) -> Iterator[dict[str, Any]]:
    kept: dict[str, Any] = {one.kind: one.model_dump() for one in before.thresholds}
    for kind in dict.fromkeys((*kept, *THRESHOLD_FIELDS)):
        fields = THRESHOLD_FIELDS[kind]
        if form.get(f"on-{kind}") != "yes":
            continue
        asked = {
            field.name: _value(form, f"{kind}-{field.name}", field.kind)
            for field in fields
            if field.kind == "yes" or f"{kind}-{field.name}" in form
        }
        words = form.get(f"{kind}-agreed_words", "").strip()
        yield {
            **to_count.get(kind, {}),
            **kept.get(kind, {}),
            **asked,
            "kind": kind,
            "agreed_words": words,
        }


def _value(form: Form, name: str, kind: str) -> Any:
    given = form.get(name, "").strip()
    match kind:
        case "yes":
            return given == "yes"
        case "list":
            return _listed(given)
        case "staff":
            return given or None
        case _:
            return given


def _listed(words: str) -> list[str]:
    return [one.strip() for one in words.split(",") if one.strip()]


def _or_none(words: str | None) -> str | None:
    return (words or "").strip() or None


def _in_words(error: Mapping[str, Any]) -> str:
    place, *rest = error["loc"]
    if place == "thresholds" and len(rest) > 1:
        named = next((KINDS[one] for one in rest if one in KINDS), "what raises an alert")
        if error["type"] == "missing":
            return f"{named}: no question is counted for that here."
        return f"{named}: this number cannot be used. Write a whole number."
    if place == "times" and rest:
        return f"Time {int(rest[0]) + 1}: {_of_time(str(rest[-1]))}"
    return f"Look at {_NAMES.get(place, place)} again: it cannot be read."


def _of_time(field: str) -> str:
    match field:
        case "key":
            return "give it a name, such as leave."
        case "asks":
            return "pick what is asked."
        case _:
            return f"{field.replace('_', ' ')} cannot be read. Write a time as 09:15."
