"""Staff type what they hear in a voice note: beside it, under their own name, never in its place."""

from datetime import datetime

from checkin.storage import notes
from checkin.storage.transaction import kept_together

KIND = "typed_from_voice"


def type_from_voice(answer_id: str, staff_id: str, words: str, now: datetime) -> None:
    """Keep typed words beside an answer; earlier ones stay too (scenarios.md A06)."""
    with kept_together():
        notes.put_note(answer_id, staff_id, KIND, words, now)
