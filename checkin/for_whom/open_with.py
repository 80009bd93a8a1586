"""All that is open with a person when a text of theirs comes. Times UTC.

Source: texts.md B.4.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from checkin.conversation.replies.option import Option

NOTE_FOR = timedelta(hours=4)
"""So long after it was due, OK is still a note to a checkpoint that is over."""
ANSWERED_FOR = timedelta(days=1)
"""So long after words of staff went, a text that is for nothing else answers them."""

NEVER = datetime.min.replace(tzinfo=UTC)

Stands = Literal["asks", "to_come", "over"]


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A check-in that OK or LATE answers.

    stands: it asks for an answer now, is still to come, or is over (answered or missed).
    asked_at: when it was last asked or reminded. today: its day is the person's today.
    answered_at: when an OK came; in_time: one that came now would be in time.
    rung: it was missed, and staff ring for it: nobody has heard of the person since. late: LATE was
    said for it.
    """

    id: str
    stands: Stands
    due_at: datetime
    early_from: datetime
    asked_at: datetime | None = None
    today: bool = True
    answered_at: datetime | None = None
    in_time: bool = False
    rung: bool = False
    late: bool = False

    @property
    def spoke_at(self) -> datetime:
        """When it last spoke to the person: never, if it is to come."""
        asked = self.asked_at or self.due_at
        return NEVER if self.stands == "to_come" else asked


@dataclass(frozen=True, slots=True)
class Conversation:
    """A flow held by text that has begun and not ended.

    asked_at: when its question was last put. options: what can be picked there. put_off: the
    person said "later", and it asks nothing now. kept: the own words that answered the question before.
    """

    id: str
    asked_at: datetime
    options: tuple[Option, ...] = ()
    many: bool = False
    put_off: bool = False
    kept: str = ""

    @property
    def spoke_at(self) -> datetime:
        """When it last spoke to the person."""
        return self.asked_at


@dataclass(frozen=True, slots=True)
class LiveAlert:
    """An alert about the person that nobody has closed; `calls`: they call for help, or somebody.

    at_once: somebody is to act now. by_word: by the secret word, of which nothing is said.
    """

    id: str
    opened_at: datetime
    calls: bool = False
    at_once: bool = False
    by_word: bool = False

    @property
    def spoke_at(self) -> datetime:
        """When we last wrote to the person about it."""
        return self.opened_at


@dataclass(frozen=True, slots=True)
class WordsOfStaff:
    """What a member of staff texted the person last, not long ago; sent_at: when it went.

    asks: it holds a question. apart: the id of the talk it was said in, where that is told to some alone.
    """

    id: str
    sent_at: datetime
    asks: bool = False
    apart: str | None = None

    @property
    def spoke_at(self) -> datetime:
        """When they last spoke to the person."""
        return self.sent_at


@dataclass(frozen=True, slots=True)
class Telling:
    """What was told to some alone, and is open; spoke_at: when we last wrote to the person about it.

    out: from whom it, or another that is open, is kept (keys). by_text: it was told so, and hears
    own words. rings: somebody is asked for it at once or soon, and not only to read it. texts:
    when they last texted of it, and what.
    """

    id: str
    spoke_at: datetime
    out: frozenset[str] = frozenset()
    by_text: bool = True
    rings: bool = True
    texts: tuple[tuple[datetime, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SaidWithThem:
    """Staff said that they are with the person, in place of a check-in.

    spoke_at: when we texted that. names: what they go by.
    """

    spoke_at: datetime
    names: tuple[str, ...] = ()


Thing = Checkpoint | Conversation | LiveAlert | WordsOfStaff | Telling


def spoke_last(*things: Thing | None) -> Thing | None:
    """Return what spoke to the person last; of two at once, the first."""
    there = [one for one in things if one is not None]
    return max(there, key=lambda one: one.spoke_at, default=None)


@dataclass(frozen=True, slots=True)
class OpenWith:
    """Checkpoints in the order in which they are due; conversations and alerts in any."""

    checkpoints: tuple[Checkpoint, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    alerts: tuple[LiveAlert, ...] = ()
    of_staff: WordsOfStaff | None = None
    telling: Telling | None = None
    said_with: SaidWithThem | None = None
    hurt_before: bool = False  # they told of a hurt before
    day_off: bool = False  # called off: not going today

    @property
    def waiting(self) -> tuple[Conversation, ...]:
        """The conversations that wait for an answer, the one asked last first."""
        found = (one for one in self.conversations if not one.put_off)
        return tuple(sorted(found, key=lambda one: one.asked_at, reverse=True))

    @property
    def put_off(self) -> tuple[Conversation, ...]:
        """The conversations that were put off until later."""
        return tuple(one for one in self.conversations if one.put_off)

    def asks(self) -> Checkpoint | None:
        """Return the earliest checkpoint that asks for an answer now."""
        return next((one for one in self.checkpoints if one.stands == "asks"), None)

    def rung(self) -> Checkpoint | None:
        """Return the last checkpoint for which staff ring: an OK is for that before one to come.

        Not where LATE was said for what is to come: nobody is late for what they did not leave for.
        """
        if any(one.late and one.stands == "to_come" for one in self.checkpoints):
            return None
        return next((one for one in reversed(self.checkpoints) if one.rung), None)

    def early(self, now: datetime) -> Checkpoint | None:
        """Return the next checkpoint that may be answered before it asks."""
        early = (
            one for one in self.checkpoints if one.stands == "to_come" and one.early_from <= now
        )
        return next(early, None)

    def over(self, now: datetime) -> Checkpoint | None:
        """Return the last checkpoint that is over, and not for long."""
        over = (
            one
            for one in reversed(self.checkpoints)
            if one.stands == "over" and one.early_from <= now <= one.due_at + NOTE_FOR
        )
        return next(over, None)

    def answered_last(self) -> Checkpoint | None:
        """Return the checkpoint that the person's last OK was for."""
        answered = [one for one in self.checkpoints if one.answered_at]
        return max(answered, key=lambda one: one.answered_at or NEVER, default=None)

    def waits_for(self) -> Checkpoint | None:
        """Return the checkpoint of today that LATE moves: one that asks, else the next."""
        to_come = (one for one in self.checkpoints if one.stands == "to_come" and one.today)
        asking = self.asks()
        return asking if asking and asking.today else next(to_come, None)
