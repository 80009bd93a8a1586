"""A person changed how they want things: staff are told once for one sitting.

What they set stands on the handover, in their own words; the card only says that it does. Where it
was set in what was told in confidence, the card is for nobody else.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from checkin.actions.as_rules_see import covering_among
from checkin.actions.own_sets_for import came_with, for_a_screen_of_many, set_apart_in
from checkin.actions.raise_alert import raise_alert
from checkin.agreements.problem import Problem
from checkin.agreements.reached import Reached
from checkin.storage import agreements, own_sets, people
from checkin.storage.own_sets import WasSet

A_SITTING = timedelta(minutes=30)  # so long after one change the next belongs to it
KIND = "told"
GOAL = "A goal stands under how they like to be asked."


def tell_of_set_up(person_id: str, now: datetime) -> None:
    """Tell staff that a person changed how they want things, once for all of one sitting."""
    history = own_sets.history_of([person_id])[person_id]
    apart = set_apart_in(history[-1], history, now)
    first = _first_of_sitting(_alike(history, apart, now))
    _tell(
        person_id,
        f"set_up:{person_id}:{first.number}",
        "{name} changed how they want things.",
        ("It stands on the handover, in their own words, marked NEW.", GOAL),
        now,
        apart,
    )


def tell_it_cannot_be(
    person_id: str, wish: WasSet, problems: Iterable[Problem], now: datetime
) -> None:
    """Tell staff that what a person set cannot be as it is agreed, and why."""
    _tell(
        person_id,
        f"wish:{person_id}:{wish.number}",
        f"{{name}} wants to be asked in the {' '.join(wish.words)}. It is not so yet.",
        tuple(str(one) for one in problems),
        now,
        set_apart_in(wish, [wish], now),
    )


def _tell(
    person_id: str, key: str, title: str, what: tuple[str, ...], now: datetime, apart: str | None
) -> None:
    """Tell them. `apart`: the check-in (id) that was told in confidence, where it was set in one."""
    person = people.the_person(person_id)
    named = title.format(name=people.name_of(person))
    covering = covering_among(agreements.agreements_of(person_id, now))
    told = Reached(KIND, "plan", key, key, named, what)
    raise_alert(person, told, now, agreed=covering, check_in_id=apart)


def _alike(history: Sequence[WasSet], apart: str | None, now: datetime) -> Sequence[WasSet]:
    """Return what is for the same people: set in this check-in, or in none that was told apart."""
    if apart is None:
        return for_a_screen_of_many(history, now)
    return [one for one in history if came_with(one, history) == apart]


def _first_of_sitting(history: Sequence[WasSet]) -> WasSet:
    """Return the first of the changes that go together with the newest."""
    first = history[-1]
    for one in reversed(history):
        if not one.is_theirs or first.at - one.at > A_SITTING:
            break
        first = one
    return first
