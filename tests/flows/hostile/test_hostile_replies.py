"""Replies that a hurried reader would get wrong, and friendly ones that must be heard.

Each file holds the replies to one step of a shipped flow: reply, the choice that was meant or
`-` where nothing may be taken, and how it was heard when it was written. Add a line whenever
somebody is misunderstood.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin.actions.read_flows import read_flows, read_shared
from checkin.commands.hear import meaning_of
from checkin.conversation.flows.every_step import choices_of, every_step
from checkin.conversation.flows.step import Ask
from checkin.conversation.replies.on_a_journey import hear
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.understanding import (
    HelpWanted,
    ReadBack,
    SecretWordUsed,
    Taken,
    Understood,
)
from checkin.paths import FLOWS
from tests.english import journey, understand

HERE = Path(__file__).parent
FILES = sorted(path for path in HERE.glob("*.*.tsv"))
LIBRARY, _ = read_shared(FLOWS)
SHIPPED, _ = read_flows(FLOWS, LIBRARY)


def lines(path: Path) -> Iterator[list[str]]:
    for line in path.read_text("utf-8").split("\n"):
        if line:
            yield line.split("\t")


def offered(path: Path) -> tuple[tuple[Option, ...], bool]:
    """Return the choices of the step that a file is named after, and whether several may be taken."""
    flow_name, step_name, _ = path.name.split(".")
    flow = SHIPPED[flow_name]
    step = dict(every_step(flow.steps, flow))[step_name]
    options = tuple(
        Option(key, choice.label, also=choice.also)
        for key, choice in choices_of(flow, step).items()
    )
    return options, isinstance(step, Ask) and step.many


def understood(path: Path) -> Iterator[tuple[str, str, Understood]]:
    """Yield each reply with the choice that was meant and what it is understood as."""
    options, many = offered(path)
    for reply, meant, _ in lines(path):
        yield reply, meant, understand(reply, options, many=many)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_reply_is_ever_taken_for_another(path: Path) -> None:
    wrong = [
        (reply, meant, meaning.choices)
        for reply, meant, meaning in understood(path)
        if isinstance(meaning, Taken) and meaning.choices != (meant,)
    ]

    assert wrong == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_answers_no_question_is_never_taken_and_a_cry_is_heard_at_each(path: Path) -> None:
    options, many = offered(path)
    must_be = {"help": HelpWanted, "secret": SecretWordUsed}

    wrong = []
    for reply, must in lines(HERE / "every_question.tsv"):
        meaning = understand(reply, options, many=many, secret_words=("pineapple",))
        if isinstance(meaning, Taken) or not isinstance(meaning, must_be.get(must, Understood)):
            wrong.append((reply, must, meaning))

    assert wrong == []


def test_friendly_replies_are_heard() -> None:
    meant = [
        meaning in {Taken((choice,), meaning.how), ReadBack(choice)}
        if isinstance(meaning, Taken)
        else meaning == ReadBack(choice)
        for path in FILES
        for _, choice, meaning in understood(path)
        if choice != "-"
    ]

    assert len(meant) > 500
    assert sum(meant) / len(meant) > 0.9


def test_there_are_enough_hostile_replies() -> None:
    hostile = [reply for path in FILES for reply, choice, _ in lines(path) if choice == "-"]

    assert len(hostile) > 1_000


def test_texts_on_the_road_mean_what_they_say() -> None:
    dev = journey(secret_words=("pineapple",))

    wrong = [
        (text, meant, meaning_of(hear(text, dev)))
        for text, meant in lines(HERE / "on_the_road.tsv")
        if meaning_of(hear(text, dev)) != meant
    ]

    assert wrong == []
