"""Words of a member of staff in a talk, and what the person answered: they stand beside the engine.

No answer of a flow depends on them. Source: product.md rule 1, screens.md C8.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal


@dataclass(frozen=True, slots=True)
class AnsweredBack:
    """What the person said to a member of staff, exactly as given; media: a voice or a photo."""

    at: datetime
    words: str | None = None
    media: str | None = None


@dataclass(frozen=True, slots=True)
class StaffSaid:
    """What a named member of staff said. Times UTC.

    before: the step that waited when the person read it; None where none did, or it is not read.
    """

    speaker: ClassVar[Literal["staff"]] = "staff"

    id: str
    staff: str  # what they go by
    photo: str | None
    words: str
    at: datetime
    read_at: datetime | None = None
    before: str | None = None
    answers: tuple[AnsweredBack, ...] = ()
