"""Where a conversation stands between two turns.

All are frozen values, so that a whole conversation can be printed, kept and compared.
Source: product.md rules 1 to 4, flow-language.md "The engine".
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from checkin.conversation.talking.about import About
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.said import DidIt

Stage = Literal["hello", "steps", "read_back", "how_done", "ended"]


End = Literal["sent", "thrown_away", "later", "declined"]


class SoFar(NamedTuple):
    """Where a conversation stands; kept as it is between turns.

    `answers` holds the latest answer to each step, in the order first given; answers that
    no longer stand on the road stay here and are not sent.
    """

    about: About
    stage: Stage = "hello"
    step: str | None = None  # at stage "steps"
    answers: Mapping[str, Given] = MappingProxyType({})
    attempt: int = 1  # 2 once a reply was not understood
    checking: str | None = None  # the choice in "Did you mean ...?"
    end: End | None = None
    done: DidIt | None = None
    said_back: str | None = None  # our reply to the answer before, said with what waits here
    kept_out: tuple[str, ...] = ()  # from whom what was thrown away stays kept


def own_words_before(so_far: SoFar) -> Given | None:
    """Return the answer given last, where it was own words and another question was put since."""
    last = next(reversed(list(so_far.answers.values())), None)
    is_before = last is not None and last.needs_reading and last.step != so_far.step
    return last if is_before else None
