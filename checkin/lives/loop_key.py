"""The key of a loop: in which check-in its words were said, to what, or who wrote them down after a talk."""

from datetime import datetime


def answer_key(check_in_id: str, step: str, *, apart: str = "") -> str:
    """Return the key. `apart`: what tells this from the answer that the step has already."""
    return ":".join(("answer", check_in_id, step, *((apart,) if apart else ())))


def text_key(heard_id: str) -> str:
    """Return the key of the words of a text."""
    return f"heard:{heard_id}"


def text_of(key: str) -> str | None:
    """Return the text (id) whose words these are, where they were texted."""
    kind, *parts = key.split(":")
    return parts[0] if kind == "heard" else None


def to_staff_key(words_id: str, number: int) -> str:
    """Return the key of what was answered to words of staff on a page."""
    return f"to_staff:{words_id}:{number}"


def answer_to_staff_of(key: str) -> tuple[str, int] | None:
    """Return which words of staff (id) these answer on a page, and as which answer."""
    kind, *parts = key.split(":")
    return (parts[0], int(parts[1])) if kind == "to_staff" else None


def talk_key(staff_id: str, at: datetime) -> str:
    """Return the key of words that this one of staff wrote down, as said in a talk."""
    return f"talk:{staff_id}:{at.isoformat()}"


def written_down_by(key: str) -> str | None:
    """Return who of staff (id) wrote these words down, where the person did not say them here."""
    kind, *parts = key.split(":")
    return parts[0] if kind == "talk" else None


def is_of_later(key: str) -> bool:
    """Say whether these words came later than the answer which its step has already."""
    kind, *parts = key.split(":")
    return kind == "answer" and len(parts) > len(("check-in", "step"))


def step_of(key: str) -> str:
    """Return the step of the answer, whatever stands behind it; empty for words of no answer."""
    kind, *parts = key.split(":")
    return parts[1] if kind == "answer" else ""
