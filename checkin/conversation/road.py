"""The road: which steps of a flow this person meets, in order, as their answers stand now.

It is worked out afresh from the answers each time, so that an answer that was changed takes
with it everything that followed from it. Source: flow-language.md "The pieces", "The engine".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from checkin.conversation.flow import Choice, Flow, ForEach, Names, Say, Step, choices_of
from checkin.conversation.talk import About, Given


@dataclass(frozen=True, slots=True)
class Spot:
    """One spot on the road: a step, and the key under which its answer is kept.

    The steps of the first round of a `for_each` called `each` have keys like `each.1.step`.
    """

    key: str
    step: Step
    values: Mapping[str, str]  # for placeholders
    inside: str = ""  # `each.1.` in the first round of `each`

    @property
    def asks(self) -> bool:
        """Tell whether an answer can be given here."""
        return not isinstance(self.step, Say | ForEach)


@dataclass(frozen=True, slots=True)
class Road:
    """All spots, in order; those after the last question are its closing words."""

    spots: tuple[Spot, ...]

    @property
    def questions(self) -> tuple[Spot, ...]:
        """Return the spots where an answer can be given."""
        return tuple(spot for spot in self.spots if spot.asks)

    @property
    def closing(self) -> tuple[Spot, ...]:
        """Return the words after the last question, which are said once all is sent."""
        return self.spots[self._open_end :]

    @property
    def _open_end(self) -> int:
        return next((n for n in range(len(self.spots), 0, -1) if self.spots[n - 1].asks), 0)

    def progress(self, spot: Spot) -> tuple[int, int]:
        """Return "question 2 of 5" as 2 and 5; words that ask nothing have the number 0."""
        keys = [one.key for one in self.questions]
        return (keys.index(spot.key) + 1 if spot.asks else 0), len(keys)

    def at(self, key: str | None) -> Spot:
        """Return the spot with this key; a KeyError says that it is not on the road."""
        for spot in self.spots:
            if spot.key == key:
                return spot
        raise KeyError(key)

    def before(self, key: str | None) -> Spot | None:
        """Return the spot before this one, or the last one before the closing words for None."""
        until = self.spots[: self._open_end]
        if key is not None:
            until = until[: self._number(key)]
        return until[-1] if until else None

    def after(self, key: str | None, answers: Mapping[str, Given]) -> Spot | None:
        """Return where to go on after `key` (None for the start), or None at the end.

        That is the next question that was not put yet, or the words that lead up to it.
        """
        first_words: Spot | None = None
        for spot in self.spots[self._number(key) + 1 if key else 0 :]:
            if not spot.asks:
                first_words = first_words or spot
            elif spot.key in answers:
                first_words = None
            else:
                return first_words or spot
        return None

    def _number(self, key: str) -> int:
        return next((n for n, spot in enumerate(self.spots) if spot.key == key), -1)


def walk(flow: Flow, about: About, answers: Mapping[str, Given]) -> Road:
    """Work out the road through `flow` for this person, given their answers so far."""
    walker = _Walker(flow, about, answers)
    walker.follow(flow.steps, "", about.values)
    return Road(tuple(walker.spots))


@dataclass(slots=True)
class _Walker:
    """Goes along the steps, remembers where it has been and where an answer sent it."""

    flow: Flow
    about: About
    answers: Mapping[str, Given]
    spots: list[Spot] = field(default_factory=list)
    been: set[str] = field(default_factory=set)
    going_to: str | None = None

    def follow(self, steps: Mapping[str, Step], inside: str, values: Mapping[str, str]) -> None:
        for name, step in steps.items():
            if self.going_to == name:
                self.going_to = None
            if self.going_to or not self._holds(step.only_if, inside):
                continue
            if isinstance(step, ForEach):
                self._go_round(inside + name, step, values)
            else:
                self._stop_by(Spot(inside + name, step, values, inside))

    def _go_round(self, key: str, step: ForEach, values: Mapping[str, str]) -> None:
        listed_here = self.about.lists.get(step.of, ())[: step.at_most]
        if listed_here:
            self.spots.append(Spot(key, step, values))
        for n, listed in enumerate(listed_here, start=1):
            self.follow(step.steps, f"{key}.{n}.", {**values, **listed.values})

    def _stop_by(self, spot: Spot) -> None:
        self.spots.append(spot)
        self.been.add(spot.key)
        given = self.answers.get(spot.key)
        if given and given.choices:
            choices = choices_of(self.flow, spot.step)
            for picked in given.choices:
                if choice := choices.get(picked):
                    self._follow_from(choice, spot)

    def _follow_from(self, choice: Choice, spot: Spot) -> None:
        if choice.then:
            self.follow(choice.then, spot.inside, spot.values)
        # The first way pointed out is the one taken; it can only lead forward.
        self.going_to = self.going_to or choice.go_to

    def _holds(self, only_if: Mapping[str, Names], inside: str) -> bool:
        return all(self._is_so(name, wanted, inside) for name, wanted in only_if.items())

    def _is_so(self, name: str, wanted: Names, inside: str) -> bool:
        if name == "profile":
            return any(self.about.profile.get(one, "no") not in ("", "no") for one in wanted)
        key = inside + name if inside + name in self.been else name
        given = self.answers.get(key) if key in self.been else None
        return given is not None and any(one in given.choices for one in wanted)
