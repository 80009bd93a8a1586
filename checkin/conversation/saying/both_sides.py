"""What was said so far: both sides of a conversation, in order, as it was said at the time.

It is told from the answers alone, which hold the question as it was asked and the labels as
they were shown; today's flow file changes nothing in it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from checkin.conversation.flows.flow import Flow
from checkin.conversation.talking.given import Given, Silence
from checkin.conversation.talking.road import walk
from checkin.conversation.talking.standing import SoFar

_KEPT_OUT = ("practise", "private_word")


@dataclass(frozen=True, slots=True)
class Line:
    """What one side said at one step.

    words: sentences of ours, or the labels the person picked. own_words and media are theirs
    alone, exactly as given. symbols stand beside words, None where there was no picture.
    """

    speaker: Literal["app", "person"]
    step: str
    words: tuple[str, ...]
    symbols: tuple[str | None, ...] = ()
    own_words: str | None = None
    media: tuple[str, ...] = ()
    silence: Silence | None = None
    keys: tuple[str, ...] = ()  # what was picked, as the words stand


def told(answers: Iterable[Given]) -> tuple[Line, ...]:
    """Tell both sides of these answers; a question passed by has only our side."""
    return tuple(line for given in answers for line in _lines(given))


def on_the_road(flow: Flow, so_far: SoFar) -> tuple[Given, ...]:
    """Return what was said to each question that still stands, in the order asked.

    A question that was passed by is among them, so that it can still be answered; practice and
    a private word, of which nothing is kept, are not.
    """
    road = walk(flow, so_far.about, so_far.answers)
    given = ((spot.ready.kind, so_far.answers.get(spot.key)) for spot in road.spots)
    return tuple(one for kind, one in given if one and not (one.says_nothing and kind in _KEPT_OUT))


def _lines(given: Given) -> Iterator[Line]:
    yield Line("app", given.step, (given.asked,), (given.symbol,))
    if not given.says_nothing:
        yield Line(
            "person",
            given.step,
            given.labels,
            given.symbols,
            given.words,
            given.media,
            given.silence,
            given.choices,
        )
    if given.reply:
        yield Line("app", given.step, (given.reply,), (None,))
