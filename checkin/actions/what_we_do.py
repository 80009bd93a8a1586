"""What was decided about a person's words, and what they read of it: who does it, by when, and if it is late."""

from datetime import date, datetime

from checkin import wording
from checkin.actions.notice_late_promises import late_now
from checkin.actions.who_has_promise import WhoHasIt, who_has_promises
from checkin.agreements.open_again import group_of
from checkin.lives.loop import Reopened
from checkin.lives.promise_late import late_group, words_for_person
from checkin.storage import loops
from checkin.storage import staff as staff_kept
from checkin.storage.tables import LoopRow, Staff

AGAIN = "It is open again."


def stands(row: LoopRow) -> str:
    """Return how what was decided stands, as its words begin."""
    if row.done_at:
        return "We said we did" if row.impact == "not_done" else "We did"
    match row.decision:
        case "cannot":
            return "Why we cannot"
        case "later":
            return "Not yet"
        case _:
            return "We will"


def who_does(row: LoopRow) -> Staff | None:
    """Return who has it to do, or did it; nobody where we cannot."""
    if row.owner_id is None or (row.decision == "cannot" and not row.done_at):
        return None
    return staff_kept.staff_by_id([row.owner_id])[row.owner_id]


def who_and_when(row: LoopRow) -> str:
    """Return who has it to do, and by when: "Marcus, by Friday 4 December"; or who did it."""
    who = who_does(row)
    due = row.due_on if not row.done_at else None
    return (
        "" if who is None else f"{who.called}, by {wording.plain_date(due)}" if due else who.called
    )


def not_right(row: LoopRow, now: datetime) -> tuple[str, ...]:
    """Say which day we named and did not keep, or that it is open again; and who has that now."""
    if late_now(row, now):
        return _late(row)
    if not isinstance(loops.life_of(row), Reopened):
        return ()
    group = group_of(row.id)
    has = who_has_promises([group]).get(group, WhoHasIt()).words
    return (AGAIN, has) if has else (AGAIN,)


def _late(row: LoopRow) -> tuple[str, ...]:
    """Name who took it; where nobody did, who promised and works here, or was told."""
    group, owner = late_group(row.id), who_does(row)
    has = who_has_promises([group]).get(group, WhoHasIt())
    promised = f"{owner.called} promised it." if owner and owner.active else has.words
    return words_for_person(row.due_on or date.max, has.words if has.took else promised)


def as_decided(row: LoopRow, now: datetime) -> tuple[str, ...]:
    """Say all of it in one voice."""
    words, who = f"{stands(row)}: {row.we_did or ''}", who_and_when(row)
    return (words, *((f"{who}.",) if who else ()), *not_right(row, now))
