"""Keep since when a conversation that is not sent tells of somebody being hurt: left so, it is told."""

from datetime import datetime

from checkin.actions.all_that_was_said import all_that_was_said
from checkin.actions.settle_task import settle_task
from checkin.actions.told_already import is_to_tell
from checkin.actions.who_hurts import as_they_speak
from checkin.agreements.left_unsent import group_of
from checkin.conversation.flows.flow import Flow
from checkin.conversation.talking.facts import Answered, Turn
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.heard_in_words import told_in
from checkin.conversation.talking.manner import MANNERS
from checkin.lives.check_in import LEFT_FOR
from checkin.lives.check_in_moved_by_person import ToldOfHurt
from checkin.storage import check_ins, devices, which_check_ins
from checkin.storage.tables import CheckInRow

SENT = "It was sent. Those it is for have it."
CHANGED = "It was sent with other words."


def note_hurt(check_in: CheckInRow, flow: Flow, turn: Turn, now: datetime) -> None:
    """Keep what this turn made of it: each answer begins the wait anew; thrown away, nothing is left.

    Only where answers are read back: elsewhere each counts as it comes.
    """
    if not MANNERS[check_in.channel].reads_back or check_in.sent_at:
        return
    if turn.so_far.end == "thrown_away":
        if check_in.hurt_at:
            check_ins.move(check_in, ToldOfHurt(None))
        return
    if any(isinstance(fact, Answered) for fact in turn.facts):
        hurt = is_to_tell(check_in.person_id, flow, all_that_was_said(check_in, turn.so_far))
        if hurt or check_in.hurt_at:
            check_ins.move(check_in, ToldOfHurt(_waits_from(check_in, now) if hurt else None))


def left_on(device_id: str, now: datetime) -> None:
    """A device is turned away: what tells of a hurt there is left now, and somebody is told at once."""
    for check_in in which_check_ins.hurts_left_on(device_id):
        check_ins.move(check_in, ToldOfHurt(now - LEFT_FOR))


def _waits_from(check_in: CheckInRow, now: datetime) -> datetime:
    """Return from when it waits to be sent: on a device that was turned away nobody waits for that."""
    on = check_in.device_id
    return now - LEFT_FOR if on and devices.is_turned_away(on) else now


def note_late_words(check_in: CheckInRow, flow: Flow, late: Given, now: datetime) -> None:
    """Words of an old page that came when it was over, and is not sent: kept, so somebody is told."""
    if check_in.sent_at:
        return
    if told_in(flow, late, as_they_speak(check_in.person_id, (late,))):
        check_ins.move(check_in, ToldOfHurt(_waits_from(check_in, now)))


def settle_left(check_in: CheckInRow, now: datetime, *, changed: bool) -> None:
    """It was sent after all: those outside who were told that it was left have nothing left to do.

    `changed`: other words were, and they are told of that.
    """
    if check_in.left_told_at:
        settle_task(group_of(check_in.id), "sent", CHANGED if changed else SENT, now)
