"""Somebody else named them as who does what was promised; or whoever was named works here no more.

It quotes nothing: what was said, and what is promised, stands where those who may can read it.
Source: evidence.md F.1, product.md "loop".
"""

from datetime import date, datetime

from checkin.agreements.happened import Person
from checkin.agreements.reached import Reached
from checkin.wording import plain_date

NAMED = "promise_named"  # the kind of such a task
OWNER_LEFT = "promise_owner_left"
LEFT, KEPT_OUT = "works here no more", "may not know of it any more"
"""Why whoever was to do it does not."""
STANDS = "It stands under \u201cYou said, we did\u201d."


def named_to_do(
    loop_id: str,
    number: int,
    person: Person,
    *,
    by: str,
    who: str,
    staff_id: str,
    due_on: date | None = None,
    do_by: datetime | None = None,
) -> Reached:
    """Return the work of `who` (a staff id: `staff_id`), whom `by` named; `number`: of the decision."""
    day = f"{by} named {who}, by {plain_date(due_on)}." if due_on else f"{by} named {who}."
    return Reached(
        kind=NAMED,
        level="plan",
        key=f"{named_group(loop_id)}:{number}",
        group=named_group(loop_id),
        title=f"{who} does what we promised {person.name}.",
        what=(day, STANDS),
        about="service",
        task=True,
        do_by=do_by,
        for_staff=staff_id,
    )


def owner_left(
    loop_id: str, number: int, person: Person, who: str, manager: str | None, why: str = LEFT
) -> Reached:
    """Return the work of a manager: somebody else has to do what `who` was to do."""
    return Reached(
        kind=OWNER_LEFT,
        level="today",
        key=f"{left_group(loop_id)}:{number}",
        group=left_group(loop_id),
        title=f"{who} was to do what we promised {person.name}, and {why}.",
        what=("Name somebody else who does it.", STANDS),
        about="service",
        task=True,
        for_staff=manager,
    )


def named_group(loop_id: str) -> str:
    """Return what the work of whoever was named is found by."""
    return f"{NAMED}:{loop_id}"


def left_group(loop_id: str) -> str:
    """Return what the work for a manager is found by."""
    return f"{OWNER_LEFT}:{loop_id}"
