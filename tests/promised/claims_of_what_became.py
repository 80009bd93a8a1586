"""What the sentences of who has it now claim: who can read it, read it, closed it, decided it, said what."""

from checkin.storage.tables import (
    AlertStepRow,
    CheckInRow,
    LoopDecisionRow,
    LoopRow,
    WordsOfStaffRow,
)
from tests.promised.claim import claim, listed
from tests.promised.happened import Happened, Shown


@claim("can read")
def these_can_open_it(after: Happened, shown: Shown) -> str | None:
    """And nothing of it waits for anybody."""
    if not after.sent_at:
        return None
    waits = [one for one in after.loops if one.read_at is None]
    blind = {one for one in shown.names if not after.can_open(one)}
    return listed("cannot open it", blind) or ("words wait to be read" if waits else None)


@claim("this one read it", when="shown")
def they_read_it(after: Happened, shown: Shown) -> str | None:
    """They opened the check-in, or marked its words."""
    opened = after.row.seen_by if after.check_in else None
    checked = after.rows(CheckInRow, CheckInRow.person_id == after.person)
    read = {opened, *(one.read_by for one in after.loops)}
    read |= set() if after.check_in else {one.seen_by for one in checked}
    return listed(
        "did not read it", {one for one in shown.names if after.small.ids[one] not in read}
    )


@claim("looked at", when="shown")
def they_closed_it(after: Happened, shown: Shown) -> str | None:
    """And nothing is open."""
    closed = {one.id for one in after.raised if one.state == "closed"}
    steps = after.rows(AlertStepRow, AlertStepRow.kind == "closed")
    by = {one.staff_id for one in steps if one.alert_id in closed}
    idle = {one for one in shown.names if after.small.ids[one] not in by}
    return listed("did not close it", idle) or ("it is open" if after.open else None)


@claim("said to you", when="shown")
def they_said_so(after: Happened, shown: Shown) -> str | None:
    """In the very words."""
    wrote = after.rows(WordsOfStaffRow, WordsOfStaffRow.person_id == after.person)
    said = {(one.staff_id, one.words) for one in wrote}
    words = shown.blank("quoted").strip('"')
    never = {one for one in shown.names if (after.small.ids[one], words) not in said}
    return listed("never said so", never)


@claim("what we decided", when="shown")
def it_was_decided(after: Happened, shown: Shown) -> str | None:
    """In the very words that are shown, and it is not done."""
    loops = after.rows(LoopRow, LoopRow.person_id == after.person)
    decided = {f"{(one.we_did or '').rstrip('.')}." for one in loops if not one.done_at}
    return None if shown.blank("words") in decided else "nobody decided so"


@claim("what we said before", when="shown")
def it_was_decided_before(after: Happened, shown: Shown) -> str | None:
    """In the very words, and another decision came after it."""
    loops = [one.id for one in after.rows(LoopRow, LoopRow.person_id == after.person)]
    decided = after.rows(LoopDecisionRow, LoopDecisionRow.loop_id.in_(loops))
    newest = {one.loop_id: one.number for one in sorted(decided, key=lambda one: one.number)}
    before = {one.words for one in decided if one.number < newest[one.loop_id]}
    return None if shown.blank("words") in before else "nobody decided so before"
