"""You said, we decided, we did, we told you (product.md, evidence.md F.1)."""

from datetime import date, datetime, timedelta

from checkin.actions.hears_in_person import have_it_told, settle_told
from checkin.actions.look_at_written import look_at_written
from checkin.actions.settle_task import settle_task
from checkin.actions.task_of_words import settle_what_was_read
from checkin.actions.tell_owner import end_naming, tell_owner
from checkin.agreements import unread_words as unread
from checkin.agreements.open_again import group_of
from checkin.conversation.talking.given import Given
from checkin.lives.loop import (
    Closed,
    Decide,
    Decision,
    Done,
    Loop,
    MarkDone,
    Promised,
    ReadIt,
    Reopened,
    Unread,
)
from checkin.lives.loop_due import may_be_heard
from checkin.lives.loop_key import answer_key, talk_key
from checkin.lives.loop_moves import moved
from checkin.lives.promise_late import late_group
from checkin.storage import loop_moves, loop_raised, loops
from checkin.storage.loop_moves import NewDecision
from checkin.storage.loop_raised import NewLoop
from checkin.storage.tables import CheckInRow, HeardRow, LoopRow
from checkin.storage.transaction import kept_together

A_MINUTE = timedelta(minutes=1)
DONE = "It is done."


class KeptAlreadyError(Exception):
    """This is kept already."""


class NotNowError(Exception):
    """This went on meanwhile. Look at how it stands, then do what is next."""


def raise_loop(check_in: CheckInRow, given: Given, now: datetime, *, apart: str = "") -> None:
    """Open a loop with words from a check-in, exactly as given.

    `apart`: what tells this from the answer that its step has already.
    """
    loop_raised.put(
        NewLoop(
            key=answer_key(check_in.id, given.step, apart=apart),
            person_id=check_in.person_id,
            check_in_id=check_in.id,
            words=given.words,
            media_id=next(iter(given.media), None),
            raised_at=now,
        )
    )


def raise_loop_from_text(
    heard: HeardRow, person_id: str, now: datetime, *, words: str | None = None
) -> None:
    """Open a loop with the words of a text; `words` where they are those of several."""
    loop_raised.put(NewLoop(f"heard:{heard.id}", person_id, now, words=words or heard.words))


def go_on_in_loop(before: HeardRow, heard: HeardRow, person_id: str, now: datetime) -> None:
    """Put the second half of a thought to the loop of the first; one of its own where that was read."""
    whole = f"{before.words}\n{heard.words}"
    first = loops.of_text(before.id)
    key = before.id if first is None or isinstance(loops.life_of(first), Unread) else heard.id
    loop_raised.put(NewLoop(f"heard:{key}", person_id, now, words=whole))


def raise_loop_from_talk(person_id: str, staff_id: str, words: str, now: datetime) -> None:
    """Open a loop with words a person said to staff, face to face.

    The same words from the same member of staff within a minute are one: KeptAlreadyError. What
    they say of whoever wrote them, another asks the person.
    """
    key = talk_key(staff_id, now)
    with kept_together():
        if loop_raised.said_since(person_id, staff_id, words, now - A_MINUTE):
            raise KeptAlreadyError(KeptAlreadyError.__doc__)
        loop_raised.put(NewLoop(key, person_id, now, words=words, read_by=staff_id, read_at=now))
        look_at_written(person_id, staff_id, key, words, now)


def read_loop(loop_id: str, staff_id: str, now: datetime) -> None:
    """Someone read it: the first reading counts."""
    with kept_together():
        row = loops.the_loop(loop_id)
        _read(row, staff_id, now)
        settle_what_was_read(row, staff_id, now)


def decide_loop(
    loop_id: str,
    staff_id: str,
    decision: Decision,
    we_did: str,
    now: datetime,
    *,
    owner_id: str | None = None,
    due_on: date | None = None,
    seen: int | None = None,
) -> None:
    """Decide, in easy words that the person will see; "cannot" says why.

    What was decided before stays, and the person is told that it changed. `seen` counts the
    decisions that a page showed: it decides nothing once there is another, or once it is done.
    When they said whether it helped, nobody decides any more: NotNowError.
    """
    with kept_together():
        row = loops.the_loop(loop_id)
        life = _read(row, staff_id, now)
        old = seen is not None and (seen != row.decisions or isinstance(life, Done))
        if old or isinstance(life, Closed | Unread):
            raise NotNowError(NotNowError.__doc__)
        if decision == "cannot":
            owner, due_on = None, None  # there is nothing to do
        else:
            owner = owner_id or staff_id
        moved(Decide(life, decision, due_on))
        before = row.owner_id if isinstance(life, Promised | Reopened) else None
        loop_moves.add_decision(row, NewDecision(now, staff_id, decision, we_did, owner, due_on))
        settle_what_was_read(row, staff_id, now)
        for group in (group_of(row.id), late_group(row.id)):
            settle_task(group, "decided", "Decided anew what we do.", now, staff_id)
        tell_owner(row, before, staff_id, now)
        have_it_told(row, staff_id, now)


def mark_done(
    loop_id: str, staff_id: str, words: str, now: datetime, *, seen: int | None = None
) -> None:
    """What was promised is done; `words` say how one can see that.

    `seen` counts the decisions that a page showed: once there is another, that one is not done:
    NotNowError, as where nothing is promised.
    """
    with kept_together():
        row = loops.the_loop(loop_id)
        life = loops.life_of(row)
        old = seen is not None and seen != row.decisions
        if old or not isinstance(life, Promised):
            raise NotNowError(NotNowError.__doc__)
        moved(MarkDone(life))
        loop_moves.note_done(row, staff_id, words, now)
        settle_task(late_group(row.id), "done", DONE, now, staff_id)
        end_naming(row, "done", DONE, now, staff_id)
        have_it_told(row, staff_id, now)


def tell_loop(loop_id: str, now: datetime, *, seen: int | None = None) -> None:
    """The person has seen or heard what we decided or did: the first time counts.

    `seen` counts the decisions that a page showed: once there is another, they were not told of
    that one: NotNowError.
    """
    with kept_together():
        row = loops.the_loop(loop_id)
        if seen is not None and seen != row.decisions:
            raise NotNowError(NotNowError.__doc__)
        if may_be_heard(loops.life_of(row)):
            loop_moves.note_told(row, now)
            settle_told(row, now)


def _read(row: LoopRow, staff_id: str, now: datetime) -> Loop:
    life = loops.life_of(row)
    if not isinstance(life, Unread):
        return life
    loop_moves.note_read(row, staff_id, now)
    settle_task(unread.group_of(row.id), "read", "It was read.", now, staff_id)
    return moved(ReadIt(life))
