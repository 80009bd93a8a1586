"""What we decided stands on no tablet that others use: somebody tells the person, face to face.

It quotes nothing: what was said and decided stands where those who may can read it.
Source: evidence.md F.1, product.md "loop".
"""

from checkin.agreements.happened import Person
from checkin.agreements.reached import Reached

TELL_IN_PERSON = "tell_in_person"  # the kind of such a task


def tell_in_person(loop_id: str, stands: str, staff_id: str, person: Person) -> Reached:
    """Return the task of whoever decided; `stands`: what there is to tell, so that each is one."""
    return Reached(
        kind=TELL_IN_PERSON,
        level="today",
        key=f"{group_of(loop_id)}:{stands}",
        group=group_of(loop_id),
        title=f"Tell {person.name} yourself what we decided.",
        what=(
            "It stands on no tablet that others use too.",
            f"See {person.name} alone. Then say so under \u201cYou said, we did\u201d.",
        ),
        task=True,
        for_staff=staff_id,
    )


def group_of(loop_id: str) -> str:
    """Return what the task about one loop is found by."""
    return f"{TELL_IN_PERSON}:{loop_id}"
