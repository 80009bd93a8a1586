"""A page is pressed: take what it says, where it may be said, and keep how it was said."""

from collections.abc import Callable

from flask import g

from checkin import clock
from checkin.actions.answer_page import answer_page
from checkin.actions.helped_by import helped_by, not_helped
from checkin.actions.start_check_in import Opened
from checkin.channels.tablet.conversing import Conversing, shown_as
from checkin.channels.tablet.here import (
    as_set_now,
    note_of_sitting,
    note_said_since,
    staff_signed_in,
    where,
    who_is_here,
)
from checkin.channels.tablet.sitting import NotForThisSitting, SaidBefore, is_kept_from_staff_here
from checkin.conversation.talking.facts import SettingChosen, Turn
from checkin.conversation.talking.said import (
    DidIt,
    DontKnow,
    GoOn,
    OwnWordsGiven,
    Picked,
    Reply,
    Skip,
    Start,
    Stop,
    ThrowAway,
)
from checkin.conversation.talking.unseen import as_offered
from checkin.door import sessions
from checkin.storage.transaction import kept_together

SAYS_MORE = (Start, Picked, OwnWordsGiven, DontKnow, Skip, GoOn)
TELLS = (Picked, OwnWordsGiven)
SENDS_OR_LEAVES = (Stop("send"), Stop("later"))


def answered(check_in_id: str, said: Callable[[Conversing], Reply | None]) -> bool:
    """Take what `said` makes of the posted page; say whether there was something to take.

    A page left open, or sent twice, says nothing: it asked something else. Beside staff who may not
    look at it, what says more in it is taken too, and `NotForThisSitting` says that it is kept.
    """

    said_before = said_more = False

    def says(opened: Opened) -> Reply | None:
        nonlocal said_before, said_more
        now = shown_as(who_is_here(), opened)
        said_before = now.was_said_before
        if not (now.is_of_who_sits and now.is_at_posted_page):
            return None
        reply = as_offered(said(now), opened.prompt, now.prompt)
        said_more = said_before and isinstance(reply, TELLS)
        return reply if _counts(now, reply) else None

    with kept_together():  # who is here is read in it too: it begins and ends once
        sits = who_is_here()
        taken = answer_page(
            sits.person.id,
            check_in_id,
            says,
            clock.now(),
            who_was_there=sessions.who_was_there,
            where=where(sits),
        )
        opened, turn = taken or (None, None)
        here = as_set_now() if turn and _sets_a_page(turn) else who_is_here()
        now = g.turn_taken = shown_as(here, opened)
        if turn:
            if not here.turned_away:
                note_of_sitting(check_in_id, said_before=said_before)
            if said_more:
                note_said_since(check_in_id)
            note_who_helped(now)
    _refuse_what_is_not_for_here(now, taken=turn is not None)
    return turn is not None


def _refuse_what_is_not_for_here(now: Conversing, *, taken: bool) -> None:
    """Raise where what was pressed may not be looked at here, and say whether it is kept."""
    lost = not taken and now.here.turned_away and not now.is_at_posted_page
    if lost or not now.is_for_here:
        kept = now.is_of_who_sits and (taken or now.stands_already)
        raise NotForThisSitting(now.check_in.id, kept=kept)


def _sets_a_page(turn: Turn) -> bool:
    return any(isinstance(fact, SettingChosen) for fact in turn.facts)


def _counts(now: Conversing, reply: Reply | None) -> bool:
    """Say whether this may be said here. What throws it away, and may not, is said to be refused."""
    if isinstance(reply, ThrowAway) or reply == Stop("throw_away"):
        must_be_ones_own(now)
    says_more = isinstance(reply, SAYS_MORE)
    if now.was_said_before:
        asked = now.asks_anew and (says_more or isinstance(reply, DidIt))
        past = isinstance(reply, GoOn) and now.goes_past
        goes_on = isinstance(reply, Start) or past or (asked and not _is_not_so(now, reply))
        return goes_on or (now.is_for_here and reply in SENDS_OR_LEAVES)
    return (now.is_for_here or says_more) and not _is_not_so(now, reply)


def must_be_ones_own(now: Conversing) -> None:
    """Raise what is said where it may not be thrown away here."""
    if now.was_said_before:
        raise SaidBefore(now.check_in.id)
    if not now.may_be_thrown_away:
        raise NotForThisSitting(now.check_in.id)


def _is_not_so(now: Conversing, reply: Reply | None) -> bool:
    """Whether it says "by myself" where nobody can know that."""
    return isinstance(reply, DidIt) and reply.done == "self" and not now.was_alone


def note_who_helped(now: Conversing) -> None:
    """Keep that staff who are signed in helped; never one from whom it turns out to be kept."""
    staff = staff_signed_in()
    if staff is None:
        return
    sessions.note_there(staff, clock.now())
    if is_kept_from_staff_here(now.check_in, now.flow, now.so_far):
        not_helped(now.check_in, staff.called)
    else:
        helped_by(now.check_in, staff.called)
