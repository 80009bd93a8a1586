"""What a step asks of this person: the words, and what can be picked there."""

from collections.abc import Iterable
from typing import NamedTuple

from checkin.conversation.flows.prepared import Spot
from checkin.conversation.flows.telling import LESS_THOSE_KEPT_OUT
from checkin.conversation.replies.option import Option
from checkin.conversation.talking.picked_at import picked_at
from checkin.conversation.talking.scene import Scene


class Asked(NamedTuple):
    """What a step asks of this person, before it is dressed as a prompt."""

    step: str
    kind: str
    words: str
    symbol: str | None
    options: tuple[Option, ...]
    piles: tuple[Option, ...]


def asked_at(scene: Scene, spot: Spot) -> Asked:
    """Work out what is asked at a spot: the words, and what can be picked there."""
    ready = spot.ready
    return Asked(
        step=spot.key,
        kind=_kind(scene, spot),
        words=scene.filled(ready.words, spot),
        symbol=ready.step.symbol,
        options=offered(scene, spot),
        piles=ready.piles,
    )


def _kind(scene: Scene, spot: Spot) -> str:
    """Return which page fits; what an earlier step gave to pick from is no page of faces."""
    if spot.ready.source and spot.ready.source not in scene.so_far.about.lists:
        return spot.ready.kind.replace("people", "choose")
    return spot.ready.kind


def offered(scene: Scene, spot: Spot) -> tuple[Option, ...]:
    """Return what can be picked at a spot, the person's own lists first.

    Where something is kept from people, "No one" comes before them: however many there are, it is
    on the first page.
    """
    if not spot.ready.source or not spot.asks:
        return spot.ready.options
    people = _people(scene, spot.ready.source)
    if spot.ready.step.does in LESS_THOSE_KEPT_OUT:
        kept_from = picked_at("keeps_from", scene.road.spots, scene.so_far.answers) or ()
        people = [one for one in people if one.key not in kept_from]
    if spot.ready.step.does == "keeps_from":
        return (*spot.ready.options, *people)
    return (*people, *spot.ready.options)


def _people(scene: Scene, source: str) -> Iterable[Option]:
    """Offer a list of the person's own, or what they picked or sorted at an earlier step."""
    lists = scene.so_far.about.lists
    if source in lists:
        return [Option(one.key, one.label, picture=one.picture) for one in lists[source]]
    given = scene.so_far.answers.get(source)
    if given is None:
        return ()
    before = {option.key: option for option in offered(scene, scene.road.at(source))}
    picked = (choice.partition(":")[0] for choice in given.choices)
    return [before[key] for key in picked if key in before]
