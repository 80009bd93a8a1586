"""The person says that what we did did not help, or did not happen: somebody looks at it again.

It quotes nothing: what was said, and what was promised, stands where those who may can read it.
Source: evidence.md F.1, product.md "loop".
"""

from collections.abc import Mapping

from checkin.agreements.happened import Person
from checkin.agreements.reached import Reached
from checkin.conversation.flows.does import Verdict

OPEN_AGAIN = "promise_open_again"  # the kind of such an alert
_SAYS: Mapping[Verdict, str] = {
    "same": "it is the same after what we did",
    "worse": "it is worse after what we did",
    "not_done": "it did not happen",
}


def open_again(
    loop_id: str, number: int, why: Verdict, owner_id: str | None, person: Person
) -> Reached:
    """Return the work for whoever promised it, and the manager; `number`: how often it opened."""
    return Reached(
        kind=OPEN_AGAIN,
        level="today",
        key=f"{group_of(loop_id)}:{number}",
        group=group_of(loop_id),
        title=f"{person.name} says: {_SAYS[why]}.",
        what=("It is open again under \u201cYou said, we did\u201d. Decide what we do now.",),
        about="service",
        for_staff=owner_id,
        managers_too=True,
    )


def group_of(loop_id: str) -> str:
    """Return what the work about one promise is found by."""
    return f"{OPEN_AGAIN}:{loop_id}"
