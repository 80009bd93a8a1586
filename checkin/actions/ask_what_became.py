"""No word came that staff were told: ask the phone company, then ring them, then tell the next.

Source: alerts.md 4.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from checkin.actions.note_receipt import note_receipt
from checkin.actions.sending import Refused, SaysWhatBecame, Unknown
from checkin.actions.someone_cannot_be_told import no_word_of
from checkin.actions.telling import URGENCY
from checkin.storage import no_word
from checkin.storage.transaction import kept_together

WAITS, STALE = timedelta(seconds=120), timedelta(minutes=30)


def ask_what_became(senders: Mapping[str, object], now: datetime) -> int:
    """Ask after one thing that told staff two minutes ago, and go on where nobody knows.

    Return how many messages went as that. Whoever sends asks only while nothing waits to go: the
    phone company may take its time.
    """
    asked = _that_can_say(senders)
    if not asked:
        return 0
    with kept_together():
        rows = no_word.without_word(list(asked), URGENCY["soon"], now - STALE, now - WAITS)
        sent = {row.id: (row.channel, row.provider_id or "") for row in rows}
        for row in rows:
            row.asked_at = now
    for channel, provider_id in set(sent.values()):
        _ask(asked[channel], provider_id, now)
    with kept_together():
        for row in no_word.still_without(sent):
            no_word_of(row, now)
    return len(sent)


def _that_can_say(senders: Mapping[str, object]) -> dict[str, SaysWhatBecame]:
    return {key: one for key, one in senders.items() if isinstance(one, SaysWhatBecame)}


def _ask(sender: SaysWhatBecame, provider_id: str, now: datetime) -> None:
    try:
        status, code = sender.what_became(provider_id)
    except (Refused, Unknown):
        return
    note_receipt(provider_id, status, code, now)
