"""One text or call as the stand-in keeps it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import uuid4


@dataclass(slots=True)
class Kept:
    """One text or one call, between our number and a phone."""

    kind: Literal["text", "call"]
    to: str
    from_: str
    body: str
    at: datetime
    status: str = "queued"
    receipts_to: str = ""
    valid_for: int | None = None
    sid: str = field(default="")

    def __post_init__(self) -> None:
        """Give it an id as Twilio does."""
        self.sid = self.sid or ("SM" if self.kind == "text" else "CA") + uuid4().hex
