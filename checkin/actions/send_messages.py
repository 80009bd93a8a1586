"""Send what waits to be sent: never inside a transaction, always under the same key.

Lease a row, let go of the database, send, write down what came of it. A lease that runs out is
due again, so that a crash repeats at most what was in flight (alerts.md 2).
"""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

from checkin.actions.note_receipt import apply_receipts
from checkin.actions.sending import Outgoing, Refused, Sender, Unknown
from checkin.actions.someone_cannot_be_told import cannot_be_told
from checkin.storage import messages
from checkin.storage.messages import Leased
from checkin.storage.transaction import kept_together

LONGEST_WAIT = timedelta(seconds=60)
GIVE_UP_AFTER = 30  # tries; then a person of staff must see that it did not go

log = logging.getLogger(__name__)


def send_messages(senders: Mapping[str, Sender], now: datetime, most: int = 1) -> int:
    """Send up to `most` messages that are due, the most pressing first; return how many."""
    with kept_together():
        leased = messages.lease(now, most)
    for one in leased:
        _send(one, senders, now)
    return len(leased)


def _send(one: Leased, senders: Mapping[str, Sender], now: datetime) -> None:
    if one.not_after and now > one.not_after:
        _mark(one, state="cancelled", next_at=None, fault="It was too late to say this.")
        return
    sender = senders.get(one.channel)
    if sender is None:
        _failed(one, f"There is no way to send a {one.channel} here.", now)
        return
    try:
        provider_id = sender(_outgoing(one))
    except Refused as refused:
        _refused(one, refused, now)
    except Unknown as unknown:
        _mark(one, state="unknown", next_at=now + _backoff(one), fault=str(unknown))
    except Exception:  # a sender that breaks must not take the other messages with it
        log.exception("A sender broke; message %s will be tried again.", one.key)
        _mark(one, state="unknown", next_at=now + _backoff(one), fault="The sender broke.")
    else:
        _sent(one, provider_id, now)


def _outgoing(one: Leased) -> Outgoing:
    return Outgoing(
        key=one.key,
        channel=one.channel,
        number=one.number,
        body=one.body,
        urgency=one.urgency,
        not_after=one.not_after,
        tried_at=one.made_at if one.may_have_gone else None,
    )


def _sent(one: Leased, provider_id: str, now: datetime) -> None:
    """Write down that it went, and apply what was said of it before we knew (alerts.md 4)."""
    _mark(one, state="accepted", next_at=None, provider_id=provider_id, sent_at=now)
    apply_receipts(provider_id, now)


def _refused(one: Leased, refused: Refused, now: datetime) -> None:
    if refused.permanent or one.attempts >= GIVE_UP_AFTER:
        _failed(one, str(refused), now, code=refused.code)
    else:
        _mark(one, state="pending", next_at=now + _backoff(one), fault=str(refused))


def _failed(one: Leased, words: str, now: datetime, *, code: str = "") -> None:
    with kept_together():
        if messages.mark(one.id, one.lease, state="failed", next_at=None, fault=words):
            cannot_be_told(one, code, now)


def _mark(one: Leased, **fields: object) -> None:
    with kept_together():
        messages.mark(one.id, one.lease, **fields)


def _backoff(one: Leased) -> timedelta:
    """Wait 2, 4, 8 ... seconds, a minute at most; spread by key so that not all come at once."""
    waits = min(timedelta(seconds=2 ** min(one.attempts, 6)), LONGEST_WAIT)
    return waits + timedelta(milliseconds=sum(one.key.encode()) % 500)
