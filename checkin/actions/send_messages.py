"""Send what waits to be sent: never inside a transaction, always under the same key.

Lease a row, let go of the database, send, write down what came of it. A lease that runs out is
due again, so that a crash repeats at most what was in flight (alerts.md 2).
"""

import logging
from collections.abc import Mapping
from datetime import datetime

from checkin.actions.note_receipt import apply_receipts
from checkin.actions.sending import Outgoing, Refused, Sender, Unknown
from checkin.actions.someone_cannot_be_told import cannot_be_told
from checkin.lives import message_moves as moves
from checkin.lives.message import STOPPED, TOO_LATE, MessageState, is_too_late
from checkin.lives.message_moves import Move, moved
from checkin.storage import before_sending, leases, provider_away
from checkin.storage.leases import Leased
from checkin.storage.transaction import kept_together

log = logging.getLogger(__name__)


def send_messages(senders: Mapping[str, Sender], now: datetime, most: int = 1) -> int:
    """Send up to `most` messages that are due, the most pressing first; return how many."""
    with kept_together():
        leased = leases.lease(now, most)
        silenced = before_sending.silenced(leased)
        others = before_sending.ids_of_others(leased)
    for one in leased:
        if one.id in silenced:
            _keep(one, moves.NotSaid(STOPPED), now)
        else:
            _send(one, senders, now, others.get(one.id, frozenset()))
    return len(leased)


def _send(
    one: Leased, senders: Mapping[str, Sender], now: datetime, not_these: frozenset[str]
) -> None:
    if is_too_late(one.life, now):
        _keep(one, moves.NotSaid(TOO_LATE), now)
        return
    sender = senders.get(one.to.channel)
    if sender is None:
        why = f"There is no way to send a {one.to.channel} here."
        _keep(one, moves.Refused(now, why, permanent=True), now)
        return
    _keep_tried(one, _outgoing(one, not_these), sender, now)


def _keep_tried(one: Leased, outgoing: Outgoing, sender: Sender, now: datetime) -> None:
    """Try, and write down what came of it."""
    try:
        provider_id = sender(outgoing)
    except Refused as refused:
        move = moves.Refused(now, str(refused), permanent=refused.permanent)
        _keep(one, move, now, code=refused.code)
    except Unknown as unknown:
        _keep(one, moves.Unknown(now, str(unknown)), now)
    except Exception:  # a sender that breaks must not take the other messages with it
        log.exception("A sender broke; message %s will be tried again.", one.life.key)
        _keep(one, moves.Unknown(now, "The sender broke."), now)
    else:
        _keep(one, moves.Sent(now, provider_id), now)
        apply_receipts(provider_id, now)  # what was said of it before we knew (alerts.md 4)


def _outgoing(one: Leased, not_these: frozenset[str]) -> Outgoing:
    return Outgoing(
        key=one.life.key,
        to=one.to,
        body=one.body,
        urgency=one.urgency,
        not_after=one.life.not_after,
        tried_at=one.made_at if one.may_have_gone else None,
        not_these=not_these,
    )


def _keep(one: Leased, move: Move, now: datetime, *, code: str = "") -> None:
    after = moved(one.life, move)
    with kept_together():
        _keep_whether_away(one, move)
        kept = leases.keep_sent(one, after)
        if kept and after.state == MessageState.FAILED:
            cannot_be_told(one, code, now)


def _keep_whether_away(one: Leased, move: Move) -> None:
    """Keep whether the provider takes anything: what it says of one number says that it does."""
    match move:
        case moves.Sent() | moves.Refused(permanent=True):
            provider_away.took_one(one.to.channel)
        case moves.Refused(at=at) | moves.Unknown(at=at):
            provider_away.took_nothing(one.to.channel, at)
        case _:
            pass
