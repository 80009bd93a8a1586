"""You said, we decided, we did, we told you, did it help (product.md, evidence.md F.1)."""

from datetime import date, datetime
from typing import Literal

from checkin.conversation.flows.does import Judgement
from checkin.conversation.talking.given import Given
from checkin.storage import loops
from checkin.storage.tables import CheckInRow, HeardRow
from checkin.storage.transaction import kept_together

Decision = Literal["do", "trial", "cannot", "later"]


def raise_loop(check_in: CheckInRow, given: Given, now: datetime) -> None:
    """Open a loop with words from a check-in, exactly as given."""
    loops.put(
        key=f"answer:{check_in.id}:{given.step}",
        person_id=check_in.person_id,
        check_in_id=check_in.id,
        words=given.words,
        media_id=next(iter(given.media), None),
        raised_at=now,
    )


def raise_loop_from_text(heard: HeardRow, person_id: str, now: datetime) -> None:
    """Open a loop with the words of a text."""
    loops.put(key=f"heard:{heard.id}", person_id=person_id, words=heard.words, raised_at=now)


def raise_loop_from_talk(person_id: str, staff_id: str, words: str, now: datetime) -> None:
    """Open a loop with words a person said to staff, face to face."""
    with kept_together():
        loops.put(
            key=f"talk:{staff_id}:{now.isoformat()}",
            person_id=person_id,
            words=words,
            raised_at=now,
            read_at=now,
            read_by=staff_id,
        )


def read_loop(loop_id: str, staff_id: str, now: datetime) -> None:
    """Someone read it: the first reading counts."""
    row = loops.loop(loop_id)
    if row is not None and row.read_at is None:
        with kept_together():
            loops.change(loop_id, read_at=now, read_by=staff_id)


def decide_loop(
    loop_id: str,
    staff_id: str,
    decision: Decision,
    we_did: str,
    now: datetime,
    *,
    owner_id: str | None = None,
    due_on: date | None = None,
) -> None:
    """Decide, in easy words that the person will see; "cannot" says why."""
    with kept_together():
        loops.change(
            loop_id,
            decided_at=now,
            decided_by=staff_id,
            decision=decision,
            we_did=we_did,
            owner_id=owner_id or staff_id,
            due_on=due_on,
        )


def mark_done(loop_id: str, staff_id: str, words: str, now: datetime) -> None:
    """It is done; `words` say how one can see that."""
    with kept_together():
        loops.change(loop_id, done_at=now, done_how=words, owner_id=staff_id)


def tell_loop(loop_id: str, now: datetime) -> None:
    """The person has seen or heard what we did: the first time counts."""
    row = loops.loop(loop_id)
    if row is not None and row.told_at is None:
        with kept_together():
            loops.change(loop_id, told_at=now)


def say_impact(loop_id: str, impact: Judgement, now: datetime) -> None:
    """The person says whether it helped; that closes the loop, staff do not."""
    with kept_together():
        loops.change(loop_id, impact=impact, impact_at=now, closed_at=now)
