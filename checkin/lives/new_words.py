"""Words of staff, and an answer to them, before they are kept."""

from datetime import datetime
from typing import Literal, NamedTuple

Way = Literal["text", "page"]


class NewWords(NamedTuple):
    """What somebody says to a person, in a check-in or in none; `key` names one press of one page."""

    key: str
    check_in_id: str | None
    person_id: str
    staff_id: str
    words: str
    way: Way
    at: datetime


class NewAnswer(NamedTuple):
    """What the person answers. `heard_id`: the text that said it; `device_id`: on which device."""

    at: datetime
    words: str | None = None
    media_id: str | None = None
    heard_id: str | None = None
    device_id: str | None = None
