"""What can happen that an agreement may have something to say about: a closed list.

Labels ("10:00", "09:16 OK") are ready for staff to read, in the person's own zone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from checkin.agreements.advocate import Advocate
from checkin.agreements.reached import PastAnswer
from checkin.conversation.talking.facts import Fact

WhyNoText = Literal["stopped", "paused", "no_phone"]
WhyNotAsked = Literal["waits_for_help", "ours"]
WhyOutside = Literal["from_all", "from_manager", "picked", "unclear", "nobody_can", "called"]
NO_WORDS = "(a picture or an empty text)"


@dataclass(frozen=True, slots=True)
class Person:
    """Whom it is about, as staff call them, and who knows them best (a staff id)."""

    id: str
    name: str
    keyworker: str | None = None
    zone: str = "Europe/London"


@dataclass(frozen=True, slots=True)
class Silent:
    """A check-in was missed. Hand in the agreement in force when it was due, and no other.

    `in_doubt`: what the person texted that may have been an answer, a line each.
    `undelivered`: how many of the last texts in a row have no receipt; context, no proof.
    `down_from`: since when we ourselves were down, where that fell in the wait.
    `begun`: some of its questions were answered. `not_asked`: we did not put it to them, while they
    waited for help, or for a reason of ours: `down_from` where it is known.
    """

    check_in_id: str
    check_in_key: str
    due_local_label: str
    last_heard: str | None = None
    in_doubt: tuple[str, ...] = ()
    undelivered: int = 0
    down_from: str | None = None
    begun: bool = False
    not_asked: WhyNotAsked | None = None


@dataclass(frozen=True, slots=True)
class WordUsed:
    """The secret word came in; `near`: spelt nearly so. The word itself never travels here."""

    message_id: str
    near: bool = False


@dataclass(frozen=True, slots=True)
class HelpAsked:
    """Someone asked for help or is not OK; `source_id` is the message or the turn.

    `words`: their own. `how`: our note of how it came, where there were none, or they are told
    apart. `not_first`: staff ids, whom they named as hurting them.
    """

    source_id: str
    words: str = ""
    how: str = ""
    not_first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswersSent:
    """Answers of one flow were sent.

    `history`: by full step ("my_morning_daily.daily_how") the newest own answers, newest last,
    those just sent included; how many are needed says `steps_counted`.
    `picked_staff`: the staff id the person picked to talk to, where they picked one.
    `advocates`: whom to ring, where they ask for their advocate.
    """

    check_in_id: str
    flow: str
    facts: tuple[Fact, ...]
    history: Mapping[str, Sequence[PastAnswer]] = field(default_factory=dict)
    picked_staff: str | None = None
    advocates: tuple[Advocate, ...] = ()


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
    """Someone is to ring: the person asked for it, or is lost or frightened. `how`: as in HelpAsked."""

    message_id: str
    words: str
    how: str = ""


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
class ToldOutside:
    """The person told something that is for contacts outside the house, and why it is theirs.

    `alone`: nobody in the house may see it, or takes it, so that whatever it called for is theirs too.
    """

    check_in_id: str
    why: WhyOutside
    alone: bool = False


@dataclass(frozen=True, slots=True)
class LeftUnsent:
    """What the person began to say tells of somebody being hurt, and was left unsent.

    `thrown_away`: it is there no more. `beside`: what those of staff are called who signed in there.
    """

    check_in_id: str
    thrown_away: bool = False
    beside: tuple[str, ...] = ()


Denied = Literal["no", "dont_know"]


@dataclass(frozen=True, slots=True)
class OwnDevice:
    """A device was let in as the person's own; or they do not say that it is theirs.

    `manager`: the staff id of who is first told. `denied`: they say "no", or that they do not know.
    """

    device_id: str
    label: str
    by: str
    manager: str | None = None
    denied: Denied | None = None


@dataclass(frozen=True, slots=True)
class WordsOpened:
    """Somebody on the staff opened with a reason what was not meant for them.

    `by`: their id, `by_name`: what they go by. `whom`: whom it was said to, ready to read; `where`:
    in what, and when. `reviewer`: the staff id of who is to look at it.
    """

    opening_id: str
    by: str
    by_name: str
    whom: str
    where: str
    reason: str
    reviewer: str | None = None


AboutTexts = (
    TooLate | TextsStopped | FreeMessage | OwnWordsKept | StaffAnswered | PersonAskedFor | TurnsBack
    | CannotBeTexted | CallNotDone | OkNotSo | WordsUnread
)  # fmt: skip
Happened = (
    Silent
    | WordUsed
    | HelpAsked
    | AnswersSent
    | ToldOutside
    | LeftUnsent
    | OwnDevice
    | WordsOpened
    | AboutTexts
)
