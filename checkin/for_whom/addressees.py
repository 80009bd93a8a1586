"""Whom a text can be for: all that is open, one thing of it, who wrote, or a person who reads it."""

from dataclasses import dataclass
from typing import Literal

from checkin.conversation.replies.meaning import (
    Automatic,
    CallMe,
    Free,
    Going,
    Help,
    Late,
    NotGoing,
    Nothing,
    Ok,
    Place,
    SecretWord,
    StartTexts,
    StopTexts,
)

ToAll = SecretWord | Help | CallMe | StopTexts | StartTexts | NotGoing | Going | Place


@dataclass(frozen=True, slots=True)
class ForAll:
    """A cry or a command: it counts for everything that is open."""

    meaning: ToAll


@dataclass(frozen=True, slots=True)
class ForCheckpoint:
    """OK or LATE. early: before it asked; note: it is over, and this stands beside it."""

    id: str
    meaning: Ok | Late
    how: Literal["answer", "early", "note"] = "answer"


@dataclass(frozen=True, slots=True)
class ForConversation:
    """A reply to its question, in `words`, which may be of several texts.

    answer: plainly one, or a way out; unclear: it asks again, or keeps own words; take_up: it was
    put off, and this answers it all the same; courtesy: no more than "ok" to being asked later;
    goes_on: the second half of the own words that answered the question before.
    """

    id: str
    words: str
    how: Literal["answer", "unclear", "take_up", "courtesy", "goes_on"] = "answer"


@dataclass(frozen=True, slots=True)
class ForAlert:
    """Said while an alert is open: it is noted there, for who acts, and read like any words.

    courtesy: no more than "ok" or "thanks" to what we wrote. in_doubt: the checkpoint it may have meant.
    calls: the person calls for somebody, and the words join the call.
    """

    id: str
    words: str
    courtesy: bool = False
    in_doubt: str | None = None
    calls: bool = False


@dataclass(frozen=True, slots=True)
class ForAReader:
    """A person reads it. left_open: it may be half a thought.

    in_doubt: the checkpoint that it may have meant. nothing_asked: a bare OK on a day off.
    """

    meaning: Free | Automatic | Nothing
    left_open: bool = False
    in_doubt: str | None = None
    nothing_asked: bool = False


@dataclass(frozen=True, slots=True)
class ForStaff:
    """It answers words that a member of staff said to the person; `id` is that of the words.

    courtesy: no more than "ok" or "thanks". in_doubt: the checkpoint that it may have meant.
    alert: one that is open, on which it is noted too. calls: it may call for somebody, and whoever
    said the words is told soon.
    """

    id: str
    words: str
    courtesy: bool = False
    in_doubt: str | None = None
    alert: str | None = None
    calls: bool = False


@dataclass(frozen=True, slots=True)
class ForTelling:
    """It goes on with what was told by text, of somebody hurting them: "he did it again".

    courtesy: no more than "ok" or "thanks" to what we wrote.
    """

    id: str
    words: str
    courtesy: bool = False


@dataclass(frozen=True, slots=True)
class TakesBack:
    """It takes back the OK that a checkpoint was answered with."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class NotWithMe:
    """It says that whoever of staff said they are with them is not."""

    words: str


Addressee = (
    ForAll | ForCheckpoint | ForConversation | ForAlert | ForStaff | ForTelling | ForAReader | TakesBack
    | NotWithMe
)  # fmt: skip
