"""How each channel holds a conversation. One more that does is one more value here, and no new rule.

The engine asks these values and never which channel it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from checkin.conversation.flows.flow import Channel

Hears = Literal["taps", "words", "keys"]


@dataclass(frozen=True, slots=True)
class Manner:
    """What differs between channels, each a plain yes or no where it can be.

    has_pages: a page a step, from a start page on; words that ask nothing wait for Next.
    reads_back: the answers are read back and count once they are sent; else each counts at once.
    asks_how_done: "How did you do this?" is asked at the end.
    is_their_own: only the person answers there, so what comes is their own answer.
    hears: what is pressed on a page, words as they come, or keys and spoken words.
    numbers_choices: each choice is said with the number that picks it.
    wording: the other wording of a step that is said there, where a flow has one.
    """

    has_pages: bool
    reads_back: bool
    asks_how_done: bool
    is_their_own: bool
    hears: Hears
    numbers_choices: bool
    wording: Literal["text", "call"] | None = None


TABLET = Manner(
    has_pages=True,
    reads_back=True,
    asks_how_done=True,
    is_their_own=False,
    hears="taps",
    numbers_choices=False,
)
TEXT = Manner(
    has_pages=False,
    reads_back=False,
    asks_how_done=False,
    is_their_own=True,
    hears="words",
    numbers_choices=True,
    wording="text",
)
CALL = Manner(
    has_pages=False,
    reads_back=False,
    asks_how_done=False,
    is_their_own=False,
    hears="keys",
    numbers_choices=True,
    wording="call",
)

_MANNERS: Mapping[Channel, Manner] = {"tablet": TABLET, "text": TEXT, "call": CALL}
MANNERS: Mapping[str, Manner] = {str(channel): manner for channel, manner in _MANNERS.items()}
