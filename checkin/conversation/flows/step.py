"""What a step of a flow can be, by its one key, and what can be picked there.

Source: flow-language.md.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from checkin.conversation.flows.does import ChoiceDoes, Judgement, StepDoes
from checkin.conversation.flows.level import Level
from checkin.conversation.flows.part import Names, Part

Words = Literal["none", "optional", "main"]
NOT_PICKED = "not_picked"  # in `only_if`: nothing was picked at that step, as yet or at all


class Choice(Part):
    """One thing that can be picked, and what follows from picking it."""

    label: str
    symbol: str | None = None
    audio: str | None = None
    also: Names = ()
    reply: str | None = None
    then: "Mapping[str, Step]" = Field(default_factory=dict)
    marks: Names = ()
    tell: Level | None = None
    does: ChoiceDoes | None = None
    sets: Mapping[str, str] = Field(default_factory=dict)
    means: Judgement | None = None  # a point of a scale that judges a promise
    go_to: str | None = None


class StepSets(Part):
    """What the answer of a step sets: a line in the person's own words (flows/sets.py)."""

    line: str


class StepPart(Part):
    """What any step may carry, whatever it asks."""

    symbol: str | None = None
    audio: str | None = None
    help: str | None = None
    text: str | None = None
    call: str | None = None
    words: Words = "none"
    only_if: Mapping[str, Names] = Field(default_factory=dict)
    why: str | None = None
    seen_by: Names = ()
    does: StepDoes | None = None
    sets: StepSets | None = None
    you_said: bool = False  # an answer in own words opens a "You said / We did" loop


class Say(StepPart):
    """Words, with symbol and sound; no answer."""

    say: str


class Ask(StepPart):
    """One choice, or several where `many` is true."""

    ask: str
    choices: Mapping[str, Choice]
    many: bool = False


class Scale(StepPart):
    """A named scale of 2, 3 or 5 points from scales.yaml."""

    scale: str
    with_: str = Field(alias="with")


class OwnWords(StepPart):
    """Talk, write, draw, photo or pick words: the words are the answer."""

    own_words: str


class People(StepPart):
    """Faces to pick from: circle, staff, cover or places; choices may stand beside them."""

    people: str
    from_: str = Field(alias="from")
    choices: Mapping[str, Choice] = Field(default_factory=dict)
    many: bool = False


class Sort(StepPart):
    """Piles or an order, by taps, never by dragging alone."""

    sort: str
    items: Mapping[str, Choice]
    piles: Mapping[str, Choice] = Field(default_factory=dict)


class Photo(StepPart):
    """A picture of a thing or a place."""

    photo: str


class Time(StepPart):
    """A time, from offered ones or picked."""

    time: str
    choices: Mapping[str, Choice] = Field(default_factory=dict)


class ForEach(StepPart):
    """The same steps for each goal, plan line, topic or promise; bounded."""

    for_each: str
    of: str
    at_most: int = Field(default=3, ge=1, le=20)
    steps: "Mapping[str, Step]"


class Practise(StepPart):
    """Like `ask`, but never scored and never kept as an answer."""

    practise: str
    choices: Mapping[str, Choice]


class PrivateWord(StepPart):
    """Typed or spoken in private; kept encrypted in the profile, never an answer row."""

    private_word: str


KINDS: Mapping[str, type[StepPart]] = {
    "say": Say, "ask": Ask, "scale": Scale, "own_words": OwnWords, "people": People, "sort": Sort,
    "photo": Photo, "time": Time, "for_each": ForEach, "practise": Practise,
    "private_word": PrivateWord,
}  # fmt: skip


def kind_of(step: object) -> str | None:
    """Return the kind of a step by its one key, so that a fault is told about that kind only."""
    if isinstance(step, StepPart):
        return next(kind for kind, part in KINDS.items() if type(step) is part)
    return next((key for key in step if key in KINDS), None) if isinstance(step, dict) else None


Step = Annotated[
    Annotated[Say, Tag("say")]
    | Annotated[Ask, Tag("ask")]
    | Annotated[Scale, Tag("scale")]
    | Annotated[OwnWords, Tag("own_words")]
    | Annotated[People, Tag("people")]
    | Annotated[Sort, Tag("sort")]
    | Annotated[Photo, Tag("photo")]
    | Annotated[Time, Tag("time")]
    | Annotated[ForEach, Tag("for_each")]
    | Annotated[Practise, Tag("practise")]
    | Annotated[PrivateWord, Tag("private_word")],
    Discriminator(kind_of),
]
