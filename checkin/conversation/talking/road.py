"""The road: which steps of a flow this person meets, in order, as their answers stand now.

It is worked out afresh from the answers each time, so that an answer that was changed takes
with it everything that followed from it. Source: flow-language.md "The pieces", "The engine".
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.part import Names
from checkin.conversation.flows.placeholders import fill
from checkin.conversation.flows.prepared import Ready, Spot, prepared
from checkin.conversation.flows.step import NOT_PICKED
from checkin.conversation.talking.about import About
from checkin.conversation.talking.given import Given

PEOPLE = ("people", "people_many")
NOTHING: Mapping[str, str] = {}


class Road(NamedTuple):
    """All spots, by their keys and in order; those after the last question are its closing words."""

    by_key: Mapping[str, Spot]

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Return them in order."""
        return tuple(self.by_key.values())

    @property
    def questions(self) -> int:
        """Return how many questions there are, as known now."""
        return len(self.asking)

    def how_many(self, answers: Mapping[str, Given]) -> str:
        """Say how many questions there are: "about 9" while an answer may bring one, or leave one out."""
        return f"about {self.questions}" if self.may_change(answers) else f"{self.questions}"

    def may_change(self, answers: Mapping[str, Given]) -> bool:
        """Say whether an answer to come may still bring a question, or leave one out."""
        steering = (key for key, one in self.by_key.items() if one.ready.steers)
        return any(_may_be_picked_yet(answers.get(key)) for key in steering)

    @property
    def asking(self) -> list[str]:
        """Return the keys of the questions, in order."""
        return [key for key, spot in self.by_key.items() if spot.asks]

    @property
    def closing(self) -> tuple[Spot, ...]:
        """Return the words after the last question, which are said once all is sent."""
        return self.spots[self._open_end :]

    @property
    def _open_end(self) -> int:
        asking = [number for number, spot in enumerate(self.by_key.values(), start=1) if spot.asks]
        return asking[-1] if asking else 0

    def number(self, spot: Spot) -> tuple[int, int]:
        """Return the 2 and 5 of "question 2 of 5"; words that ask nothing have the number 0."""
        asking = self.asking
        return asking.index(spot.key) + 1 if spot.asks else 0, len(asking)

    def at(self, key: str | None) -> Spot:
        """Return the spot with this key; a KeyError says that it is not on the road."""
        return self.by_key[key or ""]

    def has_question(self, key: str) -> bool:
        """Tell whether this question is on the road."""
        return key in self.by_key and self.by_key[key].asks

    def before(self, key: str | None) -> Spot | None:
        """Return the spot before this one, or the last one before the closing words for None."""
        until = self._place(key) if key else self._open_end
        return self.spots[until - 1] if until else None

    def after(self, key: str | None, answers: Mapping[str, Given]) -> Spot | None:
        """Return where to go on after `key` (None for the start), or None at the end.

        That is the next question that was not put yet, or the words that lead up to it.
        """
        first_words: Spot | None = None
        for spot in self.spots[self._place(key) + 1 if key else 0 :]:
            if not spot.asks:
                first_words = first_words or spot
            elif spot.key in answers:
                first_words = None
            else:
                return first_words or spot
        return None

    def _place(self, key: str) -> int:
        return list(self.by_key).index(key)


def _may_be_picked_yet(given: Given | None) -> bool:
    """Say whether something may still be picked there, also beside own words that are kept already."""
    return given is None or bool(given.words and not (given.choices or given.silence))


def walk(flow: Flow, about: About, answers: Mapping[str, Given]) -> Road:
    """Work out the road through `flow` for this person, given their answers so far."""
    walker = _Walker(about, answers)
    spots = prepared(flow)
    walker.follow(_called(about.asks_only, spots) if about.asks_only else spots)
    return Road(walker.spots)


def _called(name: str, spots: Iterable[Spot]) -> Iterator[Spot]:
    """Yield the spot with this name, wherever it stands in a flow."""
    for spot in spots:
        if spot.ready.name == name:
            yield spot
        for after in spot.ready.then.values():
            yield from _called(name, after)


@dataclass(slots=True)
class _Walker:
    """Goes from spot to spot, remembers which it has been to that steer, and where they send it."""

    about: About
    answers: Mapping[str, Given]
    spots: dict[str, Spot] = field(default_factory=dict)
    been: set[str] = field(default_factory=set)
    going_to: str | None = None

    def follow(
        self,
        spots: Iterable[Spot],
        inside: str = "",
        values: Mapping[str, str] = NOTHING,
        of: str = "",
    ) -> None:
        for spot in spots:
            ready = spot.ready
            if self.going_to and self.going_to != ready.name:
                continue
            self.going_to = None
            if ready.only_if and not self._holds(ready.only_if, inside) and not self._alone(ready):
                continue
            if "{" in ready.words and not fill(ready.words, {**self.about.values, **values}):
                continue  # there is nothing to say: what it would name is empty
            there = ready.kind not in PEOPLE or self._is_there_to_pick(ready)
            if not (there or self._alone(ready)):
                continue
            here = spot.within(inside, values, of) if inside else spot
            if ready.round:
                self._go_round(here)
                continue
            self.spots[here.key] = here
            if ready.steers:
                self._follow_from(here)

    def _alone(self, ready: Ready) -> bool:
        """Say whether this is the one thing that they asked to be asked."""
        return ready.name == self.about.asks_only

    def _is_there_to_pick(self, ready: Ready) -> bool:
        """Say whether there is more than one thing to pick: with nobody there it would be no question."""
        listed = self.about.lists.get(ready.source or "")
        return listed is None or len(listed) + len(ready.choices) > 1

    def _go_round(self, spot: Spot) -> None:
        listed = self.about.lists.get(spot.ready.source or "", ())[: spot.ready.at_most]
        if listed:
            self.spots[spot.key] = spot
        for n, one in enumerate(listed, start=1):
            values = {**spot.values, **one.values}
            self.follow(spot.ready.round, f"{spot.key}.{n}.", values, one.key)

    def _follow_from(self, spot: Spot) -> None:
        """Take the steps that the choices made here bring, and the way they point out."""
        self.been.add(spot.key)
        given, ready = self.answers.get(spot.key), spot.ready
        for picked in given.choices if given else ():
            if picked in ready.then:
                self.follow(ready.then[picked], spot.inside, spot.values, spot.of)
            # The first way pointed out is the one taken; it can only lead forward.
            if not self.going_to and picked in ready.choices:
                self.going_to = ready.choices[picked].go_to

    def _holds(self, only_if: Mapping[str, Names], inside: str) -> bool:
        return all(self._is_so(name, wanted, inside) for name, wanted in only_if.items())

    def _is_so(self, name: str, wanted: Names, inside: str) -> bool:
        if name == "profile":
            return any(self.about.profile.get(one, "no") not in ("", "no") for one in wanted)
        key = inside + name if inside and inside + name in self.been else name
        if key not in self.been:
            return False
        given = self.answers.get(key)
        picked = given.choices if given else ()
        return not set(wanted).isdisjoint(picked or (NOT_PICKED,))
