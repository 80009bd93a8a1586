"""Ring a member of staff: someone needs them now."""

from itertools import takewhile
from typing import Any

from checkin.actions.sending import Outgoing
from checkin.channels.phone_company.client import ANSWER_SECONDS, CLOCKS_DIFFER, client_for
from checkin.channels.phone_company.come_again import receipts_at
from checkin.channels.phone_company.faults import in_our_words
from checkin.settings import Settings

# Always the same words: nothing about a person goes to a voice in the cloud (trust.md decision 3).
WORDS = "This is Checkin. Someone needs you now. Open Checkin."
SAID = f'<Response><Say language="en-GB" loop="2">{WORDS}</Say></Response>'

RINGS_FOR = 25  # seconds: most voicemail starts later
LOOKED_AT_ONCE = 50


# Somebody, or a voicemail, picked up: a receipt, never proof that anyone knows.
STATUS = {
    "ringing": "sent",
    "in-progress": "delivered",
    "completed": "delivered",
    "busy": "failed",
    "no-answer": "failed",
    "failed": "failed",
    "canceled": "failed",
}


class CallSender:
    """Rings from our one number; called with an `Outgoing`, it returns the id given to the call.

    What the message says stays here: the voice says the same to everyone. Raises `Refused` or
    `Unknown` (actions/sending.py); `SettingsError` where no account is set.
    """

    def __init__(self, settings: Settings, answer_seconds: float = ANSWER_SECONDS) -> None:
        self._client: Any = client_for(settings, answer_seconds)
        self._number = settings.twilio_number
        self._receipts = f"{settings.public_url}/calls/status"

    def __call__(self, call: Outgoing) -> str:
        """Ring, unless an earlier try turns out to have rung."""
        found = self.find_sent(call) if call.tried_at else None
        return found or self._ring(call)

    def find_sent(self, call: Outgoing) -> str | None:
        """Return the id of a call to this number since the earlier try, if there was one."""
        if call.tried_at is None:
            return None
        since = call.tried_at - CLOCKS_DIFFER
        with in_our_words():
            newest_first = self._client.calls.stream(
                to=call.number, from_=self._number, page_size=LOOKED_AT_ONCE
            )
            ours = list(takewhile(lambda c: c.date_created >= since, newest_first))
        same = [c.sid for c in ours if c.sid not in call.not_these]
        return same[-1] if same else None

    def what_became(self, provider_id: str) -> tuple[str, str | None]:
        """Return whether a call rang and was picked up, and how it ended where it was not."""
        with in_our_words():
            said = self._client.calls(provider_id).fetch().status
        status = STATUS.get(said, "queued")
        return status, said if status == "failed" else None

    def _ring(self, call: Outgoing) -> str:
        with in_our_words():
            rung = self._client.calls.create(
                to=call.number,
                from_=self._number,
                twiml=SAID,
                timeout=RINGS_FOR,
                status_callback=receipts_at(self._receipts, call.name),
                status_callback_event=["ringing", "answered", "completed"],
            )
        return str(rung.sid)
