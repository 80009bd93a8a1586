"""What a person set up, as it stands for whoever looks: as if nothing kept from them had been said.

A line is for no one from whom the check-in that set it is kept: for them what stood before stands still.
Every page that shows lines asks here. Settings act on pages and times, so they are as they act.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from checkin.actions.set_places import places_in
from checkin.actions.what_is_apart import kept_as_sent_from, told_apart
from checkin.agreements.how_asked import Lines
from checkin.agreements.seen import Viewer
from checkin.storage import circles, own_sets
from checkin.storage.own_sets import LINES, WasSet, newest

Stands = Mapping[str, WasSet]


def stands_for(
    viewer: Viewer, person_ids: Iterable[str], now: datetime
) -> Mapping[str, Mapping[str, WasSet]]:
    """Return for each of these people what stands for this one, by its kind."""
    found = own_sets.history_of(person_ids)
    kept = kept_as_sent_from(viewer, _said_in(found.values()), now)
    return {key: newest(without(one, kept)) for key, one in found.items()}


def for_a_screen_of_many(history: Sequence[WasSet], now: datetime) -> Sequence[WasSet]:
    """Return what of this may stand where anybody looks."""
    return without(history, told_apart(_said_in([history]), now))


def set_apart_in(one: WasSet, history: Sequence[WasSet], now: datetime) -> str | None:
    """Return the check-in (id) that set it, where it was told in confidence."""
    came = came_with(one, history)
    return came if came and told_apart([came], now) else None


def places_for(viewer: Viewer, person_id: str, now: datetime) -> Sequence[str]:
    """Return where they go when things are hard, as far as this one may know of it."""
    stands = stands_for(viewer, [person_id], now)[person_id].get(Lines.PLACES)
    if stands == own_sets.standing([person_id])[person_id].get(Lines.PLACES):
        return [one.name for one in circles.places_of(person_id)]
    return [*places_in(stands.words)] if stands else []


def without(history: Sequence[WasSet], kept: Collection[str]) -> Sequence[WasSet]:
    """Return it as if nothing had been set in these check-ins (ids)."""
    return [*_without(history, kept)] if kept else history


def _without(history: Sequence[WasSet], kept: Collection[str]) -> Iterator[WasSet]:
    seen: list[WasSet] = []
    for one in history:
        if one.kind in LINES and came_with(one, history) in kept:
            continue
        seen.append(replace(one, lines=_before(one, seen)) if _puts_back_a_line(one) else one)
        yield seen[-1]


def _puts_back_a_line(one: WasSet) -> bool:
    return one.undoes is not None and one.kind in LINES


def _before(one: WasSet, seen: Sequence[WasSet]) -> tuple[own_sets.Line, ...]:
    """Return the lines that stood before what this takes back, as far as they were seen."""
    earlier = (each for each in reversed(seen) if each.number < (one.undoes or 0))
    before = next((each for each in earlier if each.kind == one.kind), None)
    return before.lines if before else ()


def came_with(one: WasSet, history: Iterable[WasSet]) -> str | None:
    """Return the check-in (id) that set it, or that set what it takes back."""
    undone = (each.check_in_id for each in history if each.number == one.undoes)
    return one.check_in_id or next(undone, None)


def _said_in(histories: Iterable[Sequence[WasSet]]) -> set[str]:
    return {one.check_in_id for each in histories for one in each if one.check_in_id}
