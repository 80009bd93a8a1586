"""What the product leans on in the flows that ship: one line each, and what would not work without.

A flow that lost it is refused, and the last good version stays. Names of steps are free.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from checkin.conversation.flows.does import ChoiceDoes, StepDoes
from checkin.conversation.flows.every_step import choices_of, every_step
from checkin.conversation.flows.flow import Flow


@dataclass(frozen=True, slots=True)
class Lean:
    """The product leans on this flow doing this, in a step or a choice."""

    flow: str
    does: StepDoes | ChoiceDoes
    lost: str  # what would not work, a sentence


LEANS = (
    Lean("tell_someone", "keeps_from", "Whom it is to be kept from would be told all the same."),
    Lean("tell_someone", "shows_to", "Nobody could say who should see it."),
    Lean("tell_someone", "says_hurt", "Nobody would be told at once that somebody was hurt."),
    Lean("tell_someone", "asks_to_talk", "Nobody would be asked to talk with the person."),
    Lean("what_matters", "asks_to_talk", "Nobody would be asked to talk with the person."),
    Lean("what_matters", "talks_with", "Nobody would know whom the person wants to talk with."),
    Lean("did_it_work", "judges_promise", "No promise could be closed by the person."),
    Lean("did_it_work", "not_done", "What did not happen would stand as done."),
    Lean("getting_ready", "stops_asking", "Who says 'Do not ask me' would be asked that day."),
    Lean("group_day", "declines_day", "Who stays at home would be texted, and missed, that day."),
)

# Flows that the product begins, or sends from, by their names.
TELL_SOMEONE, TEXTS = "tell_someone", "travel_texts"
BEGUN = {
    TELL_SOMEONE: "The button 'Tell someone' would lead nowhere.",
    TEXTS: "Nobody on the road could be answered.",
}

# Texts that the product sends by their names.
MESSAGES = (
    "remind", "will_ring", "thanks", "late_ok", "late_too_long", "help", "cover", "place",
    "not_going", "going_after_all", "not_understood", "stopped", "started", "free_msg",
)  # fmt: skip


def what_is_lost(flow: Flow) -> Iterator[str]:
    """Yield, for each thing this flow should do and does not, what to write and why."""
    done = set(_done_in(flow))
    for lean in LEANS:
        if lean.flow == flow.flow and lean.does not in done:
            yield f"Nothing here says 'does: {lean.does}'. {lean.lost} Write it where it was."
    if flow.flow == TEXTS:
        for name in MESSAGES:
            if name not in flow.messages:
                yield f"There is no message '{name}'. It is sent by this name: put it back."


def what_is_missing(flows: Container[str]) -> Iterator[tuple[str, str]]:
    """Yield each flow that has to be there and is not, with what would not work."""
    for name, lost in BEGUN.items():
        if name not in flows:
            yield name, f"There is no flow '{name}'. {lost} Put it back."


def _done_in(flow: Flow) -> Iterator[StepDoes | ChoiceDoes]:
    for _, step in every_step(flow.steps, flow):
        if step.does:
            yield step.does
        for choice in choices_of(flow, step).values():
            if choice.does:
                yield choice.does
