"""The draft of a new version of an agreement, from what staff wrote into its form."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from checkin.agreements.agreement import Agreement
from checkin.agreements.what_to_count import ToCount
from checkin.staff.forms.agreement import AgreementForm
from checkin.staff.threshold_words import KINDS

AS_WRITTEN = (
    "title", "group_name", "agreed_words", "view_of_person", "view_reason", "review_reason",
    "agreed_on", "valid_from", "review_on", "remind_after_minutes", "missed_after_minutes",
    "contact_ok",
)  # fmt: skip


def as_draft(
    form: AgreementForm, before: Agreement, to_count: ToCount
) -> tuple[Agreement | None, tuple[str, ...]]:
    """Return the draft that a good form describes, or what it cannot be kept for.

    `to_count` says what a threshold counts where the agreement before did not.
    """
    changed: dict[str, Any] = {
        **before.model_dump(),
        **{name: form[name].data for name in AS_WRITTEN},
        "agreed_with": form.agreed_with.words,
        "ladder": tuple(dict.fromkeys(one.data for one in form.ladder if one.data)),
        "cover": form.cover.form.asked,
        "times": list(_times(form, before)),
        "thresholds": list(_thresholds(form, before, to_count)),
        "effect_shown": "",
    }
    if before.channel == "text":
        changed |= {"late": form.late.data, "send_thanks": form.send_thanks.data}
    try:
        return Agreement.model_validate(changed), ()
    except ValidationError as error:
        return None, tuple(dict.fromkeys(_in_words(one) for one in error.errors()))


def _times(form: AgreementForm, before: Agreement) -> Iterator[dict[str, Any]]:
    for number, row in enumerate(form.times):
        if row.is_asked:
            kept = before.times[number].model_dump() if number < len(before.times) else {}
            yield {**kept, **row.asked}


def _thresholds(
    form: AgreementForm, before: Agreement, to_count: ToCount
) -> Iterator[dict[str, Any]]:
    kept: dict[str, Any] = {one.kind: one.model_dump() for one in before.thresholds}
    for kind in dict.fromkeys((*kept, *KINDS)):
        written = form[kind].form
        if written.on.data:
            counted = to_count.get(kind, {})
            yield {**counted, **kept.get(kind, {}), **written.asked, "kind": kind}


def _in_words(error: Mapping[str, Any]) -> str:
    named = [KINDS[one] for one in error["loc"] if one in KINDS]
    if named and error["type"] == "missing":
        return f"{named[0]}: no question is counted for that here."
    return f"Look at {' '.join(named) or error['loc'][0]} again: it cannot be read."
