"""What was picked so far at the steps that do one thing, whatever they are called."""

from collections.abc import Iterable, Mapping

from checkin.conversation.flows.does import StepDoes
from checkin.conversation.flows.prepared import Spot
from checkin.conversation.talking.given import Given


def is_unclear(does: StepDoes | None, given: Given) -> bool:
    """Say whether nobody can tell whom it is kept from, or shown to: it closes (trust.md A2).

    Whom to keep it from was asked and nobody picked; or who should see it is said in words.
    """
    return not given.choices and (
        does == "keeps_from" or (does == "shows_to" and given.needs_reading)
    )


def picked_at(
    does: StepDoes, spots: Iterable[Spot], answers: Mapping[str, Given]
) -> frozenset[str] | None:
    """Return the keys that were picked; None where none of these steps was answered yet."""
    given = [
        answers[one.key].choices
        for one in spots
        if one.ready.step.does == does and one.key in answers
    ]
    return frozenset(key for keys in given for key in keys) if given else None
