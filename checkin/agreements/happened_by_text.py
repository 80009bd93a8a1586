"""What can happen by text, or in words that staff are to read: part of the closed list in `happened`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from checkin.agreements.advocate import Advocate

WhyNoText = Literal["stopped", "paused", "no_phone"]
NO_WORDS = "(a picture or an empty text)"


@dataclass(frozen=True, slots=True)
class TooLate:
    """LATE asked for more minutes than was agreed."""

    check_in_id: str
    minutes: int


@dataclass(frozen=True, slots=True)
class TextsStopped:
    """Texts are off: the person said so, or (no words) the phone company did."""

    message_id: str
    words: str | None = None
    next_due: datetime | None = None


@dataclass(frozen=True, slots=True)
class FreeMessage:
    """Words that belong to no check-in. `read_with`: the message whose place on the list they share."""

    message_id: str
    words: str
    read_with: str | None = None


@dataclass(frozen=True, slots=True)
class OwnWordsKept:
    """Words of a conversation that picked nothing; those of one conversation share a place.

    `words`: None where not everybody here may read it, or it can be taken back until it is opened.
    `source_id`: the same for the same words at the same question. `reader`: a staff id.
    """

    check_in_id: str
    source_id: str
    flow: str
    asked: str
    words: str | None
    reader: str | None = None


@dataclass(frozen=True, slots=True)
class WordsUnread:
    """Nobody read in time what was said for all, of which the loop has this id. `reader`: a staff id."""

    loop_id: str
    reader: str | None = None


@dataclass(frozen=True, slots=True)
class StaffAnswered:
    """The person answered words of this member of staff (`staff`: an id, and what they go by).

    `words`: None where not everybody here may read it, or it is a voice or a photo. `said_id`: of
    what was said to them, whose answers share a place on the list. `calls`: it may call for somebody.
    """

    source_id: str
    said_id: str
    staff: str
    staff_name: str
    words: str | None
    calls: bool = False


@dataclass(frozen=True, slots=True)
class PersonAskedFor:
    """Someone is to ring: the person asked for it, or is lost or frightened.

    `how`, `not_first`: as in HelpAsked.
    """

    message_id: str
    words: str
    how: str = ""
    not_first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AdvocateAsked:
    """The person asks by text that their advocate be rung. `advocates`: whom, with the number."""

    message_id: str
    words: str
    advocates: tuple[Advocate, ...]


@dataclass(frozen=True, slots=True)
class TurnsBack:
    """The person left already, and says that they are not going. `words`: None on a tablet."""

    source_id: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class OkNotSo:
    """The person took an OK back when it was too late to wait on."""

    message_id: str
    words: str


@dataclass(frozen=True, slots=True)
class CannotBeTexted:
    """A check-in is due while texts are off; someone rings until `call_by`, or the person said no."""

    check_in_id: str
    check_in_key: str
    due_local_label: str
    call_by: datetime
    said_no_check_ins: bool = False
    why: WhyNoText = "stopped"


@dataclass(frozen=True, slots=True)
class CallNotDone:
    """The call that stood in for a text was not made in time."""

    check_in_id: str
    check_in_key: str
    due_local_label: str


@dataclass(frozen=True, slots=True)
class AnsweredOften:
    """So many texts came from a person's phone in an hour that we answer no more of them for now."""

    message_id: str
    answered: int


AboutTexts = (
    TooLate | TextsStopped | FreeMessage | OwnWordsKept | StaffAnswered | PersonAskedFor | TurnsBack
    | CannotBeTexted | CallNotDone | OkNotSo | WordsUnread | AdvocateAsked | AnsweredOften
)  # fmt: skip
