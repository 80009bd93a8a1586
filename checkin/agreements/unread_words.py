"""What nobody read in time: it is asked for, of those alone to whom it was told, and goes up from there.

Source: evidence.md F.1, lives/loop_due.py.
"""

from checkin.agreements.happened import Person
from checkin.agreements.reached import Reached

UNREAD = "unread_words"  # the kind of such a task


def unread_words(loop_id: str, person: Person) -> Reached:
    """Return the work for those it was told to: it stands on no page by which anybody comes."""
    return Reached(
        kind=UNREAD,
        level="today",
        key=group_of(loop_id),
        group=group_of(loop_id),
        title=f"{person.name} told a few of you something. Nobody has read it yet.",
        what=("Read it, and decide what we do.",),
        about="service",
    )


def unread_by_all(loop_id: str, person: Person, reader: str | None) -> Reached:
    """Return the work for who reads it (a staff id); to be done before their shift ends."""
    return Reached(
        kind=UNREAD,
        level="today",
        key=group_of(loop_id),
        group=group_of(loop_id),
        title=f"Nobody has read what {person.name} told us.",
        what=("Read it, and decide what we do.",),
        about="service",
        task=True,
        for_staff=reader,
    )


def group_of(loop_id: str) -> str:
    """Return what the work about one loop is found by."""
    return f"{UNREAD}:{loop_id}"
