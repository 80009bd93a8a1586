"""Type replies, see what they would mean: for whoever writes a flow or agrees texts with a person."""

import sys
from collections.abc import Callable, Iterator

import click

from checkin.conversation.flows.every_step import choices_of, every_step
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.step import Ask, People
from checkin.conversation.replies.meaning import (
    Automatic,
    CallMe,
    Free,
    Going,
    Help,
    Late,
    Meaning,
    NotGoing,
    Nothing,
    Ok,
    Place,
    SecretWord,
    StartTexts,
    StopTexts,
)
from checkin.conversation.replies.on_a_journey import OnAJourney, hear
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.understanding import (
    AskAgain,
    CarrierWord,
    Command,
    HelpWanted,
    KeptAsOwnWords,
    ReadBack,
    SecretWordUsed,
    StopWanted,
    Taken,
    Understood,
    understand,
)
from checkin.conversation.replies.ways_out import STOP_WORDS

NOTHING_TAKEN: dict[type[Understood], str] = {
    ReadBack: "read_back",
    AskAgain: "asked_again",
    KeptAsOwnWords: "own_words",
    SecretWordUsed: "secret",
    HelpWanted: "help",
    StopWanted: "stop",
}
MEANINGS: dict[type[Meaning], str] = {
    Ok: "ok",
    Help: "help",
    SecretWord: "secret",
    StopTexts: "stop",
    StartTexts: "start",
    NotGoing: "not_going",
    Going: "going_after_all",
    Place: "place",
    Free: "free",
    CallMe: "call_me",
    Automatic: "automatic",
    Nothing: "free",
}

FlowOf = Callable[[str], Flow | None]
WordsOf = Callable[[str | None], OnAJourney]


def flows_hear(flow_of: FlowOf, words_of: WordsOf) -> click.Command:
    """Make `flows hear`; `flow_of` finds a flow by name, `words_of` what a person agreed, or nobody."""

    @click.command("hear")
    @click.argument("flow")
    @click.argument("step")
    @click.option("--channel", type=click.Choice(["text", "call"]), default="text")
    @click.option("--person", help="Whose secret word and help words to listen for.")
    def command(flow: str, step: str, channel: str, person: str | None) -> None:
        """Read replies to STEP of FLOW, one a line; print reply, choice and how, with tabs."""
        del channel  # heard alike: a key is a number, and speech arrives as words
        options, many = _offered(flow_of(flow), flow, step)
        journey = words_of(person)
        for reply in _lines():
            meaning = understand(
                reply,
                options,
                journey.language,
                many=many,
                helps=journey.help_words,
                secret_words=journey.secret_words,
            )
            _print(reply, *_choice_and_how(meaning))

    return command


def texts_hear(words_of: WordsOf) -> click.Command:
    """Make `texts hear`; `words_of` returns what a person agreed about their texts."""

    @click.command("hear")
    @click.option("--person", required=True, help="Whose words to listen for.")
    def command(person: str) -> None:
        """Read texts on the road, one a line; print each with what it means."""
        journey = words_of(person)
        for text in _lines():
            _print(text, meaning_of(hear(text, journey)))

    return command


def _offered(flow: Flow | None, name: str, key: str) -> tuple[tuple[Option, ...], bool]:
    """Return what can be picked at a step and whether several may be."""
    if flow is None:
        raise click.ClickException(f"There is no flow '{name}'. See the folder flows/.")
    steps = dict(every_step(flow.steps, flow))
    asking = {step: choices_of(flow, found) for step, found in steps.items()}
    if not asking.get(key):
        known = ", ".join(step for step, choices in asking.items() if choices)
        raise click.ClickException(f"'{key}' is no step with choices. {name} has: {known}.")
    step = steps[key]
    many = isinstance(step, Ask | People) and step.many
    options = (Option(id_, choice.label, also=choice.also) for id_, choice in asking[key].items())
    return tuple(options), many


def _lines() -> Iterator[str]:
    """Yield what is typed, line by line; bytes that are no text are shown as such."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")


def _print(*columns: str) -> None:
    click.echo("\t".join(columns).encode("utf-8", errors="replace"))


def _choice_and_how(meaning: Understood) -> tuple[str, str]:
    match meaning:
        case Taken(choices, how):
            return ",".join(choices), how
        case CarrierWord(word):
            return "-", "stop" if word in STOP_WORDS else word
        case Command(name):
            return "-", name
        case _:
            return "-", NOTHING_TAKEN[type(meaning)]


def meaning_of(meaning: Meaning) -> str:
    match meaning:
        case Late(minutes):
            return f"late:{minutes}"
        case _:
            return MEANINGS[type(meaning)]
