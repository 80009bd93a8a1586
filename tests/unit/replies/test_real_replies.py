"""Real replies, with what they mean: none is taken wrongly, and no cry goes unheard.

Each file of `cases/` says in its first line what its columns hold. Add a line whenever somebody
is misunderstood, and mend the kind, not the line.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from checkin.actions.read_flows import read_flows, read_shared
from checkin.commands.hear import meaning_of
from checkin.conversation.flows.every_step import choices_of, every_step
from checkin.conversation.flows.flow import Flow
from checkin.conversation.replies.on_a_journey import hear
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.understanding import Taken
from checkin.paths import FLOWS
from tests.english import journey, understand

CASES = Path(__file__).parent / "cases"
ON_THE_ROAD = ("texts_on_the_road.tsv", "more_texts_on_the_road.tsv")
TO_A_QUESTION = ("replies_to_a_question.tsv", "more_replies_to_a_question.tsv")
AT_LEAST_RIGHT = 0.95
READ_BY_A_PERSON = {"free", "automatic", "call_me", "unsure"}  # nothing is taken to be so
DEV = journey(secret_words=("pineapple",), checkpoint_open=True, name="Dev")


@dataclass(frozen=True)
class Case:
    """One reply, what it may mean, and what it was heard as."""

    said: str
    meant: tuple[str, ...]
    got: str

    @property
    def is_right(self) -> bool:
        return self.got in self.meant

    @property
    def is_wrongly_taken(self) -> bool:
        return not self.is_right and self.got not in READ_BY_A_PERSON | {"help", "secret"}

    @property
    def is_a_cry_unheard(self) -> bool:
        return not self.is_right and set(self.meant) <= {"help", "secret"}

    def __str__(self) -> str:
        return f"{self.said!r} means {' or '.join(self.meant)}, heard as {self.got}"


def lines(name: str) -> Iterator[list[str]]:
    for line in (CASES / name).read_text("utf-8").splitlines():
        if not line.startswith("# "):
            yield line.replace("\\n", "\n").replace("\\u200b", "\u200b").split("\t")


def on_the_road(name: str) -> Iterator[Case]:
    for said, meant in lines(name):
        may_be = tuple(meant.split("|"))
        got = meaning_of(hear(said, DEV))
        # Where only a free message was known: a machine's answer and a wish for a call are kinds of it.
        known = got in may_be or got not in READ_BY_A_PERSON
        yield Case(said, may_be, got if known or "free" not in may_be else "free")


def to_a_question(name: str) -> Iterator[Case]:
    library, _ = read_shared(FLOWS)
    flows, _ = read_flows(FLOWS, library)
    for flow, step, said, meant in lines(name):
        may_be = tuple(meant.split("|"))
        meaning = understand(said, offered(flows[flow], step))
        if isinstance(meaning, Taken):
            got = "unsure_choice" if meaning.choices == ("unsure",) else ",".join(meaning.choices)
        else:
            got = "unsure"
        yield Case(said, may_be, got)


def offered(flow: Flow, step: str) -> tuple[Option, ...]:
    choices = choices_of(flow, dict(every_step(flow.steps, flow))[step])
    return tuple(Option(key, choice.label, also=choice.also) for key, choice in choices.items())


def told(cases: list[Case], wrong: list[Case]) -> str:
    figures = f"{len(cases) - len(wrong)} of {len(cases)} right"
    return "\n".join([figures, *map(str, wrong)])


@pytest.mark.parametrize(
    "cases",
    [
        *(pytest.param(on_the_road(name), id=name) for name in ON_THE_ROAD),
        *(pytest.param(to_a_question(name), id=name) for name in TO_A_QUESTION),
    ],
)
def test_real_replies_are_understood_and_none_wrongly(cases: Iterator[Case]) -> None:
    every = list(cases)

    wrong = [case for case in every if not case.is_right]
    taken = [case for case in every if case.is_wrongly_taken]
    unheard = [case for case in every if case.is_a_cry_unheard]

    print(told(every, wrong))  # noqa: T201 - shown when it fails
    assert not taken, f"wrongly taken:\n{told(every, taken)}"
    assert not unheard, f"a cry unheard:\n{told(every, unheard)}"
    assert len(wrong) <= (1 - AT_LEAST_RIGHT) * len(every)
