"""Everything fixed that people hear: questions, choices, and the lines around them."""

from collections.abc import Iterator

from checkin.actions.read_flows import read_flows, read_shared
from checkin.conversation.flows.every_step import choices_of, every_step, question
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.library import Library
from checkin.settings import Settings
from checkin.speech.build import Line


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
