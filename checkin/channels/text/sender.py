"""Send a text through the phone company."""

from datetime import datetime, timedelta
from itertools import takewhile
from typing import Any

from checkin import clock
from checkin.actions.sending import Outgoing
from checkin.channels.phone_company.client import ANSWER_SECONDS, CLOCKS_DIFFER, client_for
from checkin.channels.phone_company.come_again import receipts_at
from checkin.channels.phone_company.faults import in_our_words
from checkin.settings import Settings

LOOKED_AT_ONCE = 50
LONGEST_WAIT = timedelta(hours=4)


# The phone company's words for where a text is, in ours. What we sent leaves through message
# rows, so its other words (received, scheduled ...) tell us nothing.
STATUS = {
    "accepted": "queued",
    "queued": "queued",
    "sending": "sending",
    "sent": "sent",
    "delivered": "delivered",
    "read": "read",
    "undelivered": "failed",
    "failed": "failed",
    "canceled": "failed",
}


class TextSender:
    """Sends texts from our one number; called with an `Outgoing`, it returns the id given to it.

    Raises `Refused` or `Unknown` (actions/sending.py); `SettingsError` where no account is set.
    """

    def __init__(self, settings: Settings, answer_seconds: float = ANSWER_SECONDS) -> None:
        self._client: Any = client_for(settings, answer_seconds)
        self._number = settings.twilio_number
        self._receipts = f"{settings.public_url}/texts/status"

    def __call__(self, text: Outgoing) -> str:
        """Send it, unless an earlier try turns out to have sent it."""
        found = self.find_sent(text) if text.tried_at else None
        return found or self._send(text)

    def find_sent(self, text: Outgoing) -> str | None:
        """Return the id under which an earlier try went out, if one did."""
        if text.tried_at is None:
            return None
        since = text.tried_at - CLOCKS_DIFFER
        with in_our_words():
            newest_first = self._client.messages.stream(
                to=text.number, from_=self._number, page_size=LOOKED_AT_ONCE
            )
            ours = list(takewhile(lambda m: m.date_created >= since, newest_first))
        same = [m.sid for m in ours if m.body == text.body and m.sid not in text.not_these]
        return same[-1] if same else None  # the oldest that is nobody else's

    def what_became(self, provider_id: str) -> tuple[str, str | None]:
        """Return where a text is, and the code of what went wrong."""
        with in_our_words():
            text = self._client.messages(provider_id).fetch()
        code = str(text.error_code) if text.error_code else None
        return STATUS.get(text.status, "queued"), code

    def _send(self, text: Outgoing) -> str:
        with in_our_words():
            sent = self._client.messages.create(
                to=text.number,
                from_=self._number,
                body=text.body,
                status_callback=receipts_at(self._receipts, text.name),
                **_no_later_than(text.not_after, clock.now()),
            )
        return str(sent.sid)


def _no_later_than(not_after: datetime | None, now: datetime) -> dict[str, int]:
    """Say for how many seconds the text may wait on its way: later it would only confuse."""
    if not_after is None:
        return {}
    wait = min(not_after - now, LONGEST_WAIT)
    return {"validity_period": max(1, int(wait.total_seconds()))}
