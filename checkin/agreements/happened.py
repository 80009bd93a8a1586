"""What can happen that an agreement may have something to say about: a closed list.

Labels ("10:00", "09:16 OK") are ready for staff to read, in the person's own zone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from checkin.agreements.advocate import Advocate
from checkin.agreements.happened_by_text import AboutTexts
from checkin.agreements.reached import PastAnswer
from checkin.conversation.talking.facts import Fact

WhyNotAsked = Literal["waits_for_help", "ours"]
WhyOutside = Literal["from_all", "from_manager", "picked", "unclear", "nobody_can", "called"]


@dataclass(frozen=True, slots=True)
class Person:
    """Whom it is about, as staff call them, and who knows them best (a staff id).

    `rung`: they have a phone.
    """

    id: str
    name: str
    keyworker: str | None = None
    zone: str = "Europe/London"
    rung: bool = True


@dataclass(frozen=True, slots=True)
class Silent:
    """A check-in was missed. Hand in the agreement in force when it was due, and no other.

    `in_doubt`: what the person texted that may have been an answer, a line each.
    `undelivered`: how many of the last texts in a row have no receipt; context, no proof.
    `down_from`: since when we ourselves were down, where that fell in the wait.
    `begun`: some of its questions were answered. `not_asked`: we did not put it to them, while they
    waited for help, or for a reason of ours: `down_from` where it is known.
    `before`: whether each one before it was missed, of the same agreement, the newest first; none
    from before they last talked about it.
    """

    check_in_id: str
    check_in_key: str
    due_local_label: str
    in_doubt: tuple[str, ...] = ()
    undelivered: int = 0
    down_from: str | None = None
    begun: bool = False
    not_asked: WhyNotAsked | None = None
    before: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class WordUsed:
    """The secret word came in; `near`: spelt nearly so. The word itself never travels here."""

    message_id: str
    near: bool = False


@dataclass(frozen=True, slots=True)
class HelpAsked:
    """Someone asked for help or is not OK; `source_id` is the message or the turn.

    `words`: their own. `how`: our note of how it came, where there were none, or they are told
    apart. `not_first`: staff ids, whom they named as hurting them, or who turned their device away.
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
class ToldOutside:
    """The person told something that is for contacts outside the house, and why it is theirs.

    `alone`: nobody in the house may see it, or takes it, so that whatever it called for is theirs too.
    """

    check_in_id: str
    why: WhyOutside
    alone: bool = False


HowUnsent = Literal["left", "thrown_away", "changed"]


@dataclass(frozen=True, slots=True)
class LeftUnsent:
    """What the person began to say tells of somebody being hurt, and was left unsent.

    `how`: it is there no more, or other words were sent in its place. `beside`: what those of staff
    are called who signed in there. `turned_away`: who turned away the device it was begun on, and
    when, ready to read.
    """

    check_in_id: str
    how: HowUnsent = "left"
    beside: tuple[str, ...] = ()
    turned_away: str = ""


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
class OwnPhone:
    """Staff wrote down another phone for the person (`number`, ready to read), or none ("").

    `instead_of`: the number that is theirs until it is checked, ready to read; "": it is used already.
    `by`: what they are called. `reader`: the staff id of who is first asked to check it.
    """

    change_id: str
    number: str
    by: str
    reader: str | None = None
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class WordsFromBefore:
    """Words that are no call came from a number that was the person's until `by` changed it.

    `waits`: from one that `by` wrote down, and that nobody checked.
    """

    message_id: str
    change_id: str
    by: str
    reader: str | None = None
    waits: bool = False


AboutPhone = OwnPhone | WordsFromBefore


@dataclass(frozen=True, slots=True)
class AgreementNarrowed:
    """A version takes something away (`less`, a line each), and who wrote it alone is its cover.

    `title`: of the agreement; `by`: their staff id, `by_name`: what they are called.
    """

    version_id: str
    title: str
    by: str
    by_name: str
    less: tuple[str, ...]
    reader: str | None = None


@dataclass(frozen=True, slots=True)
class WroteOfThemself:
    """One of staff wrote down, as said in a talk, words that name them and are not plainly good.

    `by`: their staff id, `by_name`: what they are called. `reader`: who looks at it (staff id).
    """

    loop_key: str
    by: str
    by_name: str
    words: str
    reader: str | None = None


DoneAlone = AboutPhone | AgreementNarrowed | WroteOfThemself


@dataclass(frozen=True, slots=True)
class WordsOpened:
    """Somebody on the staff opened with a reason what was not meant for them.

    `by`: their id, `by_name`: what they go by. `whom`: whom it was said to, ready to read; `where`:
    in what, and when. `opened`: when that was, as a clock on the wall shows it, ready to read.
    `told_at`: when who is to look at it gets a text of it, in UTC; `reviewer`: their staff id.
    """

    opening_id: str
    by: str
    by_name: str
    whom: str
    where: str
    opened: str
    reason: str
    told_at: datetime
    reviewer: str | None = None


Happened = (
    Silent
    | WordUsed
    | HelpAsked
    | AnswersSent
    | ToldOutside
    | LeftUnsent
    | OwnDevice
    | DoneAlone
    | WordsOpened
    | AboutTexts
)
