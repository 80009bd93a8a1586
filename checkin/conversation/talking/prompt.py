"""What is said to the person next, whatever the channel.

All are frozen values, so that a whole conversation can be printed, kept and compared.
Source: product.md rules 1 to 4, flow-language.md "The engine".
"""

from typing import Literal, NamedTuple

from checkin.conversation.replies.option import Option
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.standing import Stage


class Prompt(NamedTuple):
    """What to say next. A channel shows it in its own way and adds nothing to it.

    kind: which page or wording fits: hello, say, choose, choose_many, scale, own_words, people,
    people_many, sort, photo, time, practise, private_word, check (did you mean), read_back,
    how_done, end.
    """

    kind: str
    stage: Stage
    step: str | None
    attempt: int
    lines: tuple[str, ...]  # each a sentence or question, placeholders filled
    options: tuple[Option, ...] = ()
    piles: tuple[Option, ...] = ()
    symbol: str | None = None
    audio: str | None = None
    help: str | None = None
    why: str | None = None
    text: str | None = None  # shorter wording for a text, placeholders filled
    call: str | None = None
    words: Literal["none", "optional", "main"] = "none"
    said_back: str | None = None  # the reply to the answer just given
    picks_time: str | None = None  # the choice by which one picks a time of one's own
    given: Given | None = None  # the answer this step has already
    number: int = 0  # question 2 ...
    of: int = 0  # ... of 5
    of_about: bool = False  # an answer may still bring a question, or leave one out
    seen_by: tuple[str, ...] = ()
