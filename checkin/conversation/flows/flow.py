"""What a flow is: the shape of a conversation as a support worker writes it in YAML.

Source: flow-language.md. Every scalar arrives as a string; these models convert and refuse.
A loaded flow carries its scales, so that one version holds all it needs.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from checkin.conversation.flows.does import ChoiceDoes, Judgement, StepDoes

Level = Literal["now", "soon", "today", "plan"]
Channel = Literal["tablet", "text", "call"]
Words = Literal["none", "optional", "main"]


def _one_or_many(value: object) -> object:
    """Read `tablet` as `[tablet]`, so that a list of one may be written plainly."""
    return [value] if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], BeforeValidator(_one_or_many)]


class Part(BaseModel):
    """Anything in a flow file: unchangeable, and with no key that is not named here."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


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
    means: Judgement | None = None  # a point of a scale that judges a promise
    go_to: str | None = None


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


class ScalePart(Part):
    """A scale of the library: its points from good to not good, and the topics it suits."""

    topics: Names
    points: Mapping[str, Choice]


class Message(Part):
    """A text that is no conversation: a reminder, a thank-you, "we will ring you"."""

    text: str
    note: str | None = None


class Flow(Part):
    """One conversation, or one file of messages."""

    flow: str
    title: str
    purpose: str
    agreed_with: str
    language: str
    channels: Annotated[tuple[Channel, ...], BeforeValidator(_one_or_many)]
    seen_by: Names
    steps: Mapping[str, Step] = Field(default_factory=dict)
    messages: Mapping[str, Message] = Field(default_factory=dict)
    scales: Mapping[str, ScalePart] = Field(default_factory=dict)  # filled when loaded


def question(step: Step) -> str:
    """Return what the step says or asks, as written, placeholders and all."""
    match step:
        case Say(say=words) | Ask(ask=words) | Scale(scale=words) | OwnWords(own_words=words):
            return words
        case People(people=words) | Sort(sort=words) | Photo(photo=words) | Time(time=words):
            return words
        case ForEach(for_each=words) | Practise(practise=words):
            return words
        case _:
            return step.private_word


def choices_of(flow: Flow, step: Step) -> Mapping[str, Choice]:
    """Return what can be picked at a step, by id, in the order written."""
    match step:
        case Ask(choices=choices) | Practise(choices=choices) | Time(choices=choices):
            return choices
        case People(choices=choices):
            return choices
        case Scale(with_=name):
            return flow.scales[name].points
        case Sort(items=items):
            return items
        case _:
            return {}


def every_step(steps: Mapping[str, Step], flow: Flow) -> Iterator[tuple[str, Step]]:
    """Walk all steps in the order written, those nested under answers included."""
    for key, step in steps.items():
        yield key, step
        for choice in choices_of(flow, step).values():
            yield from every_step(choice.then, flow)
        if isinstance(step, ForEach):
            yield from every_step(step.steps, flow)
