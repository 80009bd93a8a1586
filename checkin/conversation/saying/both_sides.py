"""What was said so far: both sides of a conversation, in order, as it was said at the time.

It is told from the answers alone, which hold the question as it was asked and the labels as
they were shown; today's flow file changes nothing in it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from checkin.conversation.flows.flow import Flow
from checkin.conversation.talking.given import Given, Silence
from checkin.conversation.talking.road import Road, walk
from checkin.conversation.talking.staff_said import StaffSaid
from checkin.conversation.talking.standing import SoFar

_KEPT_OUT = ("practise", "private_word")
_CAN_CHANGE = ("steps", "read_back")


@dataclass(frozen=True, slots=True)
class Ours:
    """What we said at one step: the question with its picture, or our reply to the answer."""

    speaker: ClassVar[Literal["app"]] = "app"

    step: str
    words: tuple[str, ...]
    symbols: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Theirs:
    """What the person said at one step; with nothing in it, the question was passed by.

    words: the labels picked, with a picture beside each, or None. own_words and media are theirs
    alone, exactly as given. can_change: whether a tap leads back to this step.
    """

    speaker: ClassVar[Literal["person"]] = "person"

    step: str
    words: tuple[str, ...] = ()
    symbols: tuple[str | None, ...] = ()
    own_words: str | None = None
    media: tuple[str, ...] = ()
    silence: Silence | None = None
    keys: tuple[str, ...] = ()  # what was picked, as the words stand
    can_change: bool = False

    @property
    def says_nothing(self) -> bool:
        """Whether the question was only passed by."""
        return not (self.words or self.own_words or self.media or self.silence)


Side = Ours | Theirs
"""What one of the two who talk said."""
Spoken = Side | StaffSaid
"""The same, and what staff said to the person in between."""


def told(answers: Iterable[Given]) -> tuple[Side, ...]:
    """Tell both sides of these answers."""
    return tuple(side for given in answers for side in _sides(given))


def talk_so_far(flow: Flow, so_far: SoFar) -> tuple[Side, ...]:
    """Tell all that still stands, in the order asked, and whether each answer can be changed now.

    A question that was passed by is among it, so that it can still be answered; practice and
    a private word, of which nothing is kept, are not.
    """
    road = walk(flow, so_far.about, so_far.answers)
    return tuple(
        side
        for given in _standing(road, so_far)
        for side in _sides(given, can_change=_can_change(road, so_far, given))
    )


def above(flow: Flow, so_far: SoFar) -> tuple[Side, ...]:
    """Tell what stands above the question that waits: all but that question, and our last reply.

    They are said where it waits; so nothing is said twice, and every answer stands once.
    """
    waits = so_far.step if so_far.stage == "steps" else None
    sides = [one for one in talk_so_far(flow, so_far) if one.step != waits]
    said_there = [one for one in sides if one.words == (so_far.said_back,)]
    return tuple(one for one in sides if one not in said_there[-1:])


def with_staff(sides: Iterable[Side], said: Iterable[StaffSaid]) -> tuple[Spoken, ...]:
    """Put what staff said before the question that waited when it was read.

    Where that question is not among these, it waits still: then it stands at the end.
    """
    left = [one for one in said if one.read_at]
    spoken: list[Spoken] = []
    for side in sides:
        spoken += [one for one in left if one.before == side.step]
        left = [one for one in left if one.before != side.step]
        spoken.append(side)
    return (*spoken, *left)


def _standing(road: Road, so_far: SoFar) -> tuple[Given, ...]:
    given = ((spot.ready.kind, so_far.answers.get(spot.key)) for spot in road.spots)
    return tuple(one for kind, one in given if one and not (one.says_nothing and kind in _KEPT_OUT))


def _can_change(road: Road, so_far: SoFar, given: Given) -> bool:
    return so_far.stage in _CAN_CHANGE and road.has_question(given.step)


def _sides(given: Given, *, can_change: bool = False) -> Iterator[Side]:
    yield Ours(given.step, (given.asked,), (given.symbol,))
    yield Theirs(
        given.step, given.labels, given.symbols, given.words, given.media, given.silence,
        given.choices, can_change,
    )  # fmt: skip
    if given.reply:
        yield Ours(given.step, (given.reply,), (None,))
