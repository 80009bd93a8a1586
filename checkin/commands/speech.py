"""`checkin speech`: make every sound before it is needed."""

from collections.abc import Iterator

import click

from checkin.actions.read_flows import read_flows, read_shared
from checkin.conversation.flows.every_step import choices_of, every_step, question
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.library import Library
from checkin.settings import Settings, read_settings
from checkin.speech.build import Built, Line, build
from checkin.speech.speaker_for import speaker_for


@click.group()
def speech() -> None:
    """Words into sound."""


@speech.command("build")
def build_command() -> None:
    """Say every flow and every fixed line once, and keep the sound."""
    settings = read_settings(demo=True)
    lines = lines_of(settings)
    speaker = speaker_for(
        settings.data, settings.speech, fixed=frozenset(line.text for line in lines)
    )
    with click.progressbar(range(len(lines)), label="Saying the flows") as bar:
        built = build(lines, speaker, lambda done, _: bar.update(done - bar.pos))
    click.echo(_in_words(built))
    for line, why in built.reasons:
        click.echo(f"Not said: {line.text!r}. {why}")


def lines_of(settings: Settings) -> list[Line]:
    """Return everything fixed that people hear: questions, choices, the lines around them."""
    library, _ = read_shared(settings.flows, settings.symbols)
    flows, _ = read_flows(settings.flows, library)
    said = dict.fromkeys(_frame(library))
    for flow in flows.values():
        said.update(dict.fromkeys(_flow(flow)))
    return [line for line in said if "{" not in line.text]  # the rest is said to one person


def _frame(library: Library) -> Iterator[Line]:
    for line in library.frame.values():
        for words in (*line.say, " ".join(line.say)):
            yield Line(words, "en-GB")


def _flow(flow: Flow) -> Iterator[Line]:
    yield Line(flow.title, flow.language)
    for _, step in every_step(flow.steps, flow):
        yield Line(question(step), flow.language, audio=step.audio)
        if step.help:
            yield Line(step.help, flow.language)
        for choice in choices_of(flow, step).values():
            yield Line(choice.label, flow.language, audio=choice.audio)
            if choice.reply:
                yield Line(choice.reply, flow.language)


def _in_words(built: Built) -> str:
    return f"{built.made} made, {built.already} there already, {built.could_not} could not be said."
