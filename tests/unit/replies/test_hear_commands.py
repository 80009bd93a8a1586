"""Priya writes a flow and types replies to see what they would mean."""

import pytest
from click.testing import CliRunner

from checkin.commands.hear import flows_hear, texts_hear
from checkin.conversation.flows.flow import Flow
from checkin.conversation.replies.on_a_journey import OnAJourney
from tests.english import journey

GROUP_DAY = Flow.model_validate(
    {
        "flow": "group_day",
        "title": "Group day",
        "purpose": "Morning.",
        "agreed_with": "Nobody yet.",
        "language": "en-GB",
        "channels": "text",
        "seen_by": "staff",
        "steps": {
            "going": {
                "ask": "Are you going?",
                "choices": {
                    "going": {"label": "I am going"},
                    "not_going": {"label": "Not going"},
                },
            },
            "things": {
                "ask": "What do you have?",
                "many": True,
                "choices": {"bag": {"label": "Bag"}, "coat": {"label": "Coat"}},
            },
            "bye": {"say": "Bye."},
        },
    }
)


def dev(name: str | None) -> OnAJourney:
    assert name in {"Dev", None}
    return journey(secret_words=("pineapple",))


def hear_replies(typed: str | bytes, *about: str) -> list[list[str]]:
    """Type replies at `flows hear`; return its lines, by column."""
    command = flows_hear({"group_day": GROUP_DAY}.get, dev)
    result = CliRunner().invoke(command, ["group_day", *about, "--channel", "text"], input=typed)
    assert result.exit_code == 0, result.output
    return [line.split("\t") for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("reply", "choice", "how"),
    [
        ("1", "going", "number"),
        ("not going", "not_going", "exact"),
        ("im going ta", "going", "words"),
        ("goign?", "-", "asked_again"),
        ("gooing", "-", "read_back"),
        ("no im going", "-", "own_words"),
        ("HELP", "-", "help"),
        ("STOP", "-", "stop"),
        ("START", "-", "start"),
        ("stop please", "-", "stop"),
        ("skip", "-", "skip"),
        ("dunno", "-", "dont_know"),
        ("pineapple", "-", "secret"),
    ],
)
def test_each_reply_comes_back_with_its_choice_and_how(reply: str, choice: str, how: str) -> None:
    assert hear_replies(f"{reply}\n", "going", "--person", "Dev") == [[reply, choice, how]]


def test_several_choices_stand_side_by_side() -> None:
    assert hear_replies("1 and 2\r\n\n", "things") == [
        ["1 and 2", "bag,coat", "number"],
        ["", "-", "asked_again"],
    ]


def test_bytes_that_are_no_text_do_no_harm() -> None:
    assert hear_replies(b"\xff\xfe going\n", "going") == [["\ufffd\ufffd going", "-", "read_back"]]


def test_a_step_or_flow_that_is_not_there_is_said_plainly() -> None:
    command = flows_hear({"group_day": GROUP_DAY}.get, dev)

    no_step = CliRunner().invoke(command, ["group_day", "bye"])
    no_flow = CliRunner().invoke(command, ["my_day", "going"])

    assert "'bye' is no step with choices. group_day has: going, things." in no_step.output
    assert "There is no flow 'my_day'." in no_flow.output


def test_each_text_comes_back_with_its_meaning() -> None:
    texts = ["OK", "LATE 20", "help", "pineapple", "STOP", "START", "not going", "PLACE", "hi", ""]

    result = CliRunner().invoke(texts_hear(dev), ["--person", "Dev"], input="\n".join(texts) + "\n")

    meanings = [line.split("\t")[1] for line in result.stdout.splitlines()]
    assert meanings == [
        "ok",
        "late:20",
        "help",
        "secret",
        "stop",
        "start",
        "not_going",
        "place",
        "free",
        "free",
    ]
