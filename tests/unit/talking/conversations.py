"""People talking: the flows that ship, flows written here, and a conversation one can follow."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import yaml

from checkin.conversation.flows.flow import Channel, Flow
from checkin.conversation.flows.library import Library
from checkin.conversation.flows.library_files import FILES, read_library
from checkin.conversation.flows.loading import with_scales
from checkin.conversation.talking.about import About, Listed
from checkin.conversation.talking.engine import opening, turn
from checkin.conversation.talking.facts import Fact, Sent, Turn
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.manner import MANNERS, Manner
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.said import Reply
from checkin.conversation.talking.standing import SoFar
from checkin.paths import FLOWS
from tests.english import ENGLISH

PRIYA = Listed("priya", "Priya", picture="priya.jpg")
MARCUS = Listed("marcus", "Marcus")
ADVOCACY = Listed("advocacy", "The advocacy service")
ANA = About(
    values={"name": "Ana", "staff_name": "Priya", "sees_names": "Priya", "day": "Thursday"},
    profile={"has_goal": "yes", "asks_about_tablets": "yes", "travels_alone": "yes"},
    lists={
        "staff": (PRIYA, MARCUS),
        "staff_and_outside": (PRIYA, MARCUS, ADVOCACY),
        "circle": (PRIYA,),
        "promises": (
            Listed(
                "y1", "No hoover", values={"own_words": "no {hoover}", "action_easy": "After 11"}
            ),
            Listed("y2", "A cafe", values={"own_words": "cafe", "action_easy": "We went"}),
        ),
    },
)


@cache
def library() -> Library:
    """Return the shipped library."""
    read, faults = read_library(
        {name: (FLOWS / name).read_text("utf-8") for name in FILES}, language=ENGLISH
    )
    assert not faults
    return read


@cache
def shipped(name: str) -> Flow:
    """Return one of the flows that ship."""
    text = (FLOWS / f"{name}.yaml").read_text("utf-8")
    return with_scales(Flow.model_validate(yaml.load(text, yaml.BaseLoader)), library())  # noqa: S506


@cache
def all_shipped() -> tuple[Flow, ...]:
    """Return every flow that ships and asks something."""
    names = sorted({path.stem for path in FLOWS.glob("*.yaml")} - {name[:-5] for name in FILES})
    return tuple(flow for name in names if (flow := shipped(name)).steps)


def flow_of(steps: Mapping[str, Any], **more: Any) -> Flow:
    """Write a flow of these steps."""
    head = {
        "flow": "trial", "title": "Trial", "purpose": "p", "agreed_with": "a",
        "language": "en-GB", "channels": ["tablet", "text"], "seen_by": ["keyworker"],
    }  # fmt: skip
    return with_scales(Flow.model_validate({**head, **more, "steps": steps}), library())


@dataclass
class Conversation:
    """One conversation, as somebody has it."""

    flow: Flow
    channel: Channel = "tablet"
    about: About = ANA
    manner: Manner | None = None  # in place of that channel's own
    turns: list[Turn] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.manner = self.manner or MANNERS[self.channel]
        self.turns.append(opening(self.flow, self.about, self.manner, library().frame))

    def say(self, *replies: Reply) -> "Conversation":
        for reply in replies:
            said = turn(self.flow, self.so_far, reply, self.manner, library().frame)
            self.turns.append(said)
        return self

    @property
    def so_far(self) -> SoFar:
        return self.turns[-1].so_far

    @property
    def prompt(self) -> Prompt:
        return self.turns[-1].prompt

    @property
    def step(self) -> str | None:
        return self.so_far.step

    @property
    def new_facts(self) -> tuple[Fact, ...]:
        return self.turns[-1].facts

    def facts(self, kind: type[Fact]) -> list[Any]:
        return [fact for turn in self.turns for fact in turn.facts if isinstance(fact, kind)]

    @property
    def sent(self) -> tuple[Given, ...]:
        (sent,) = self.facts(Sent)
        return sent.answers


def stored(answers: Iterable[Given]) -> dict[str, tuple[str, ...]]:
    """Return which choices are kept under which step."""
    return {given.step: given.choices for given in answers}
