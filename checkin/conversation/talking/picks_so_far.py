"""Whom the person picked to see this, and to keep it from, as far as they have come."""

from dataclasses import dataclass

from checkin.conversation.flows.flow import Flow
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.talking.consequences import level_of
from checkin.conversation.talking.heard_in_words import told_in
from checkin.conversation.talking.picked_at import is_unclear, picked_at
from checkin.conversation.talking.road import walk
from checkin.conversation.talking.standing import SoFar


@dataclass(frozen=True, slots=True)
class Picks:
    """Keys that were picked at the steps that show it and that keep it back (None: not asked yet).

    `unclear`: one of them was answered so that nobody can tell. `urgent`: an answer calls for somebody at once. `may_be_urgent`: one that is still open may.
    """

    shows_to: frozenset[str] | None
    keeps_from: frozenset[str] | None
    unclear: bool
    urgent: bool
    may_be_urgent: bool


def picks_so_far(flow: Flow, so_far: SoFar, journey: OnAJourney) -> Picks:
    """Return what was picked so far. `journey`: how their words are heard."""
    spots, answers = walk(flow, so_far.about, so_far.answers).spots, so_far.answers

    calls = {
        (spot.key, key)
        for spot in spots
        for key, choice in spot.ready.choices.items()
        if level_of(choice) == "now"
    }
    return Picks(
        shows_to=picked_at("shows_to", spots, answers),
        keeps_from=picked_at("keeps_from", spots, answers),
        unclear=any(
            is_unclear(spot.ready.step.does, answers[spot.key])
            for spot in spots
            if spot.key in answers and not answers[spot.key].says_nothing
        ),
        urgent=any(step in answers and key in answers[step].choices for step, key in calls)
        or any(told_in(flow, one, journey) == "now" for one in answers.values()),
        may_be_urgent=any(step not in answers for step, _ in calls),
    )
