"""Send what waits to be sent: never inside a transaction, always under the same key.

Lease a row, let go of the database, send, write down what came of it. A lease that runs out is
due again, so that a crash repeats at most what was in flight (alerts.md 2).
"""

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime

from checkin.actions.few_messages import ToSend, due_as_few
from checkin.actions.note_receipt import apply_receipts
from checkin.actions.sending import Outgoing, Refused, Sender, Unknown
from checkin.actions.someone_cannot_be_told import cannot_be_told
from checkin.lives import message_moves as moves
from checkin.lives.message import STOPPED, TOO_LATE, MessageState, is_too_late
from checkin.lives.message_moves import Move, moved
from checkin.storage import before_sending, leases, provider_away, receipts
from checkin.storage.leases import Leased
from checkin.storage.transaction import kept_together

log = logging.getLogger(__name__)


def send_messages(senders: Mapping[str, Sender], now: datetime, most: int = 1) -> int:
    """Send up to `most` messages that are due, the most pressing first; return how many."""
    with kept_together():
        due = due_as_few(now, most)
        leased = [one for each in due for one in each.leased]
        silenced = before_sending.silenced(leased)
        others = before_sending.ids_of_others(leased)
        went = receipts.went_as([one.name for one in due if one.leased[0].may_have_gone])
    for each in due:
        if each.leased[0].id in silenced:
            _keep(each.leased, moves.NotSaid(STOPPED), now)
        elif each.name in went:
            _keep_sent(each.leased, went[each.name], now)
        else:
            _send(each, senders, now, others.get(each.leased[0].id, frozenset()))
    return len(due)


def _send(
    it: ToSend, senders: Mapping[str, Sender], now: datetime, not_these: frozenset[str]
) -> None:
    late = [one for one in it.leased if is_too_late(one.life, now)]
    _keep(late, moves.NotSaid(TOO_LATE), now)
    goes = [one for one in it.leased if one not in late]
    if not goes:
        return
    channel = goes[0].to.channel
    sender = senders.get(channel)
    if sender is None:
        why = f"There is no way to send a {channel} here."
        _keep(goes, moves.Refused(now, why, permanent=True), now)
        return
    _keep_tried(goes, _outgoing(it, goes, not_these), sender, now)


def _keep_tried(goes: Sequence[Leased], outgoing: Outgoing, sender: Sender, now: datetime) -> None:
    """Try, and write down what came of it."""
    try:
        provider_id = sender(outgoing)
    except Refused as refused:
        move = moves.Refused(now, str(refused), permanent=refused.permanent)
        _keep(goes, move, now, code=refused.code)
    except Unknown as unknown:
        _keep(goes, moves.Unknown(now, str(unknown)), now)
    except Exception:  # a sender that breaks must not take the other messages with it
        log.exception("A sender broke; message %s will be tried again.", outgoing.key)
        _keep(goes, moves.Unknown(now, "The sender broke."), now)
    else:
        _keep_sent(goes, provider_id, now)


def _keep_sent(went: Sequence[Leased], provider_id: str, now: datetime) -> None:
    _keep(went, moves.Sent(now, provider_id), now)
    apply_receipts(provider_id, now)  # what was said of it before we knew (alerts.md 4)


def _outgoing(it: ToSend, goes: Sequence[Leased], not_these: frozenset[str]) -> Outgoing:
    first = goes[0]
    return Outgoing(
        key=first.life.key if it.name == first.id else it.name,
        to=first.to,
        body=it.body,
        urgency=first.urgency,
        name=it.name,
        not_after=first.life.not_after,
        tried_at=min(one.made_at for one in goes) if first.may_have_gone else None,
        not_these=not_these,
    )


def _keep(tried: Sequence[Leased], move: Move, now: datetime, *, code: str = "") -> None:
    """Keep what became of messages that went as one, and tell of each that never goes.

    They are due again as one, too: else the second would be sent beside the first.
    """
    with kept_together():
        for one in tried:
            after = moved(one.life, move)._replace(next_at=moved(tried[0].life, move).next_at)
            kept = leases.keep_sent(one, after)
            if kept and after.state == MessageState.FAILED:
                cannot_be_told(one, code, now)
        if tried:
            _keep_whether_away(tried[0], move)


def _keep_whether_away(one: Leased, move: Move) -> None:
    """Keep whether the provider takes anything: what it says of one number says that it does."""
    match move:
        case moves.Sent() | moves.Refused(permanent=True):
            provider_away.took_one(one.to.channel)
        case moves.Refused(at=at) | moves.Unknown(at=at):
            provider_away.took_nothing(one.to.channel, at)
        case _:
            pass
