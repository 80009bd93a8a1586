"""What the record says of each thing that happened, and how one entry holds on to the last.

Entries hold facts and digests, never what a person said: their words stay in rows of their own,
where the law may one day ask us to erase them, and the chain is whole all the same.
Source: trust.md A row 21, evidence.md F.3 rule 8.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Literal, NamedTuple

RecordKind = Literal[
    "as_found",  # how a row stood when the record began
    "alert_step",
    "loop_raised", "loop_read", "loop_decided", "loop_done", "loop_told", "loop_impact", "loop_asked",
    "loop_silent",
    "agreed", "own_view",
    "staff_said", "staff_read", "staff_answered",
    "device_let_in", "device_is_theirs", "device_cleared", "device_turned_away",
    "signed_in", "signed_out", "wrong_password",
    "person_added", "photo_changed", "secret_word_set",
    "texts_stopped", "texts_started", "texts_paused", "texts_resumed",
    "staff_added",
    "looked", "opened_with_reason",
    "phone_changed", "phone_written", "phone_checked", "how_asked_changed", "own_words_changed", "with_staff",
]  # fmt: skip

What = Mapping[str, str | int | None]
CHECKIN = "checkin"

_written = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode
_held_on_to = json.JSONEncoder(ensure_ascii=False).encode


class Entry(NamedTuple):
    """One thing that happened: when, by whom, to which row, and about whom."""

    at: datetime
    by: str  # "staff:ID", "person:ID", "device:ID" or CHECKIN
    kind: RecordKind
    row: str  # "alert:ID", "loop:ID" ...
    what: What
    person_id: str | None = None


def by_staff(staff_id: str | None) -> str:
    """Return how the record names a member of staff; None: Checkin itself."""
    return f"staff:{staff_id}" if staff_id else CHECKIN


def by_person(person_id: str) -> str:
    """Return how the record names a person who draws on support."""
    return f"person:{person_id}"


def digest(words: str | None) -> str:
    """Return what stands for somebody's words in the record."""
    return hashlib.sha256((words or "").encode()).hexdigest()


def moment(at: datetime | None) -> str | None:
    """Return how the record writes when something happened, or that it has not."""
    return None if at is None else at.astimezone(UTC).isoformat()


def as_text(what: What) -> str:
    """Return what an entry says, always written in the same way."""
    return _written(what)


def chained(before: str, number: int, entry: Entry, what: str) -> str:
    """Return the hash of an entry, which holds on to the one before it."""
    at = moment(entry.at)  # as it is read back, whoever's zone it was in
    parts = (before, number, at, entry.by, entry.kind, entry.row, entry.person_id, what)
    return hashlib.sha256(_held_on_to(parts).encode()).hexdigest()
