"""A promise is late: that is about us, never about the person (thresholds.md T13)."""

from datetime import date

from checkin.agreements.errands import PROMISE_LATE
from checkin.agreements.happened import Person
from checkin.agreements.reached import Reached
from checkin.lives.loop import Loop, Promised
from checkin.wording import plain_date


def is_late(loop: Loop, today: date) -> bool:
    """Say whether what we promised for a day is not done, and the day is over."""
    return isinstance(loop, Promised) and loop.due_on is not None and loop.due_on < today


def promise_late(loop_id: str, loop: Promised, owner_id: str | None, person: Person) -> Reached:
    """Return the work for whoever promised it and the manager: once for each day that was named."""
    due = loop.due_on or date.max
    return Reached(
        kind=PROMISE_LATE,
        level="today",
        key=f"{late_group(loop_id)}:{loop.number}:{due}",
        group=late_group(loop_id),
        title=f"We are late with what we promised {person.name}.",
        what=(
            f"We said: by {plain_date(due)}.",
            "Do it today, or name another day with them, once, and say why.",
        ),
        about="service",
        task=True,
        for_staff=owner_id,
        managers_too=True,
    )


def words_for_person(due_on: date, has_it: str) -> tuple[str, ...]:
    """Return what the person reads; `has_it`: who has it now, a sentence, or nothing."""
    said = (f"We are late. We said {plain_date(due_on)}.", "It is not done yet.", has_it)
    return tuple(filter(None, said))


def late_group(loop_id: str) -> str:
    """Return what the work about one late promise is found by."""
    return f"{PROMISE_LATE}:{loop_id}"
