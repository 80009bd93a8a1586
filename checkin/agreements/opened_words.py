"""What was said to others is opened with a reason: for one of staff, in one check-in, for an hour.

Whoever it is about reads that at once with the reason, and somebody else who leads looks at it.
Source: trust.md A row 20 and row 19.
"""

from datetime import datetime, timedelta

from checkin.agreements.happened import Person, WordsOpened
from checkin.agreements.reached import Reached

OPENED_WORDS = "opened_words"  # the kind of its task
OPEN_FOR = timedelta(minutes=60)
LOOKED_AT_WITHIN = timedelta(days=1)
FEWEST = 8  # letters that a reason has


def open_since(now: datetime) -> datetime:
    """Return after which moment something was opened that is open now."""
    return now - OPEN_FOR


def words_opened(opened: WordsOpened, person: Person) -> Reached:
    """Return what somebody who leads, and did not open it, is to do: ask why, and hear the person.

    It lies on lists: the one text of it is by day, and no step of its ladder sends another.
    """
    key = f"{OPENED_WORDS}:{opened.by}:{opened.opening_id}"
    return Reached(
        kind=OPENED_WORDS,
        level="plan",
        key=key,
        group=key,
        title=f"{opened.by_name} opened what {person.name} said to {opened.whom}.",
        what=(
            f'Opened on {opened.opened}. {opened.by_name} wrote why: "{opened.reason}"',
            f"It was said in {opened.where}.",
            f"{person.name} sees it on the page Who looked. Ask {person.name} if that was right.",
        ),
        about="service",
        task=True,
        do_by=opened.told_at + LOOKED_AT_WITHIN,
        for_staff=opened.reviewer,
    )


def opening_of(kind: str, key: str) -> tuple[str, str] | None:
    """Return who opened what an alert with this key is about (a staff id), and which opening that was."""
    _, by, opening = key.split(":") if kind == OPENED_WORDS else ("", "", "")
    return (by, opening) if by else None
