"""Texts stop at once when a person says so, and begin again only when they say so."""

from datetime import datetime, timedelta

from checkin.agreements.happened import TextsStopped
from checkin.agreements.reached import OPEN_STATES
from checkin.storage import alerts, check_ins, messages, people
from checkin.storage.tables import PersonRow

SOON = timedelta(days=3)


def stop_texts(person: PersonRow, source_id: str, words: str | None, now: datetime) -> TextsStopped:
    """Turn texts off and return what staff must do. `words` is None when the carrier did it."""
    people.change(person.id, texts_stopped_at=now)
    messages.cancel_for_person(person.id)
    coming = check_ins.next_text(person.id, now)
    rows = check_ins.text_check_ins(person.id, now - SOON, now + SOON)
    check_ins.change_many(
        [
            {"id": row.id, "state": "stopped_texts", "next_at": _ring_at(row.due_at, now)}
            for row in rows
            if row.state in OPEN_STATES
        ]
    )
    return TextsStopped(source_id, words, coming.due_at if coming else None)


def start_texts(person: PersonRow, now: datetime) -> None:
    """Turn texts on again; check-ins to come are asked by text, and the task is done."""
    people.change(person.id, texts_stopped_at=None)
    rows = check_ins.text_check_ins(person.id, now, now + SOON)
    check_ins.change_many(
        [
            {"id": row.id, "state": "planned", "next_at": row.due_at}
            for row in rows
            if row.state == "stopped_texts"
        ]
    )
    task = alerts.live_in_group(f"texts_stopped:{person.id}")
    if task is not None:
        words = f"{person.called} texted START."
        step = {"alert_id": task.id, "at": now, "staff_id": None, "kind": "closed", "words": words}
        alerts.add_steps([step])
        alerts.change(
            task.id, state="closed", outcome="texts on again", closed_at=now, next_at=None
        )


def _ring_at(due_at: datetime, now: datetime) -> datetime | None:
    return due_at if due_at > now else None
