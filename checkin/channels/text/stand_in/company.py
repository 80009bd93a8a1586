"""What the stand-in keeps, and what it does with a text or a call: as Twilio would, faults too."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from checkin import clock
from checkin.channels.text.stand_in.errands import Errands
from checkin.channels.text.stand_in.fault import Fault
from checkin.channels.text.stand_in.kept import Kept
from checkin.settings import Settings

MOST_KEPT = 2_000
RINGS_FOR = 30.0  # seconds, of the real clock

# The words a phone company acts on before anyone else sees them (trust.md decision 2).
BLOCKS = frozenset({"STOP", "STOPALL", "UNSUBSCRIBE", "END", "QUIT", "CANCEL", "REVOKE", "OPTOUT"})
UNBLOCKS = frozenset({"START", "YES", "UNSTOP"})
ANSWERED = frozenset({"HELP", "INFO"})
CANNED = "Reply STOP to unsubscribe. Msg&Data Rates May Apply."

OVER = frozenset({"completed", "busy", "no-answer", "failed"})


@dataclass
class StandIn:
    """The phone company of one account with one number.

    `receipts` is what is said of every text, in that order; a test may turn it round.
    `hijack`: STOP blocks a phone, HELP gets a canned answer; `swallow`: and we never hear of it.
    """

    settings: Settings
    now: Callable[[], datetime] = clock.now
    receipts: Sequence[str] = ("sent", "delivered")
    hijack: bool = False
    swallow: bool = False
    picks_up: bool = True  # otherwise a call rings until `pick_up`, or nobody did
    faults: deque[Fault] = field(default_factory=deque)
    kept: deque[Kept] = field(default_factory=lambda: deque(maxlen=MOST_KEPT))
    blocked: set[str] = field(default_factory=set)
    phones_off: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Start with nothing to bring."""
        self.errands = Errands(self.settings)

    # What our own software asks for -------------------------------------------------------

    def take_text(
        self, to: str, body: str, receipts_to: str = "", valid_for: int | None = None
    ) -> Kept | None:
        """Take a text for a phone; None where that phone sent STOP and nothing goes any more."""
        if to in self.blocked:
            return None
        text = self._keep("text", to, self.settings.twilio_number, body)
        text.receipts_to, text.valid_for = receipts_to, valid_for
        for status in self.receipts:
            if to not in self.phones_off or status != "delivered":
                self._say(text, status)
        return text

    def take_call(self, to: str, said: str, receipts_to: str = "") -> Kept:
        """Ring a phone."""
        call = self._keep("call", to, self.settings.twilio_number, said)
        call.receipts_to = receipts_to
        if to in self.phones_off:
            self._say(call, "no-answer")
            return call
        self._say(call, "ringing")
        if self.picks_up:
            self.pick_up(call.sid)
        else:
            self.errands.later(RINGS_FOR, lambda: self._nobody_came(call))
        return call

    # What people do with their phones -----------------------------------------------------

    def text_in(self, number: str, words: str, *, pictures: int = 0) -> Kept:
        """Text our number from a phone."""
        text = self._keep("text", self.settings.twilio_number, number, words)
        text.status = "received"
        if self._acts_on(number, words.strip().upper()) and self.swallow:
            return text
        self.errands.bring(
            f"{self.settings.public_url}/texts/in",
            {
                "MessageSid": text.sid,
                "From": number,
                "To": text.to,
                "Body": words,
                "NumMedia": str(pictures),
                "NumSegments": "1",
                "SmsStatus": "received",
            },
        )
        return text

    def pick_up(self, sid: str) -> None:
        """Pick up a ringing phone, listen, and put it down."""
        call = self.find(sid)
        if call and call.status not in OVER:
            self._say(call, "in-progress")
            self._say(call, "completed")

    def switch_off(self, number: str) -> None:
        """Switch a phone off: texts to it wait."""
        self.phones_off.add(number)

    def switch_on(self, number: str) -> None:
        """Switch a phone on: the texts that waited arrive, and their receipts."""
        self.phones_off.discard(number)
        for text in self.of(number):
            if text.kind == "text" and text.to == number and text.status == "sent":
                self._say(text, "delivered")

    # What was kept ------------------------------------------------------------------------

    def find(self, sid: str) -> Kept | None:
        """Return one text or call."""
        return next((one for one in tuple(self.kept) if one.sid == sid), None)

    def of(self, number: str) -> list[Kept]:
        """Return what went to a phone and came from it, oldest first."""
        return [one for one in tuple(self.kept) if number in (one.to, one.from_)]

    def _keep(self, kind: Literal["text", "call"], to: str, from_: str, body: str) -> Kept:
        one = Kept(kind, to, from_, body, self.now())
        self.kept.append(one)
        return one

    def _acts_on(self, number: str, word: str) -> bool:
        """Act on a phone company's own words; tell whether it was one."""
        if not self.hijack:
            return False
        if word in BLOCKS:
            self.blocked.add(number)
        elif word in UNBLOCKS:
            self.blocked.discard(number)
        elif word in ANSWERED:
            self._keep("text", number, self.settings.twilio_number, CANNED).status = "delivered"
        return word in BLOCKS | UNBLOCKS | ANSWERED

    def _nobody_came(self, call: Kept) -> None:
        if call.status == "ringing":
            self._say(call, "no-answer")

    def _say(self, one: Kept, status: str) -> None:
        """Set where a text or call is, and bring word of it to whoever asked to know."""
        one.status = status
        if one.receipts_to:
            kind = "Message" if one.kind == "text" else "Call"
            word = {f"{kind}Sid": one.sid, f"{kind}Status": status}
            self.errands.bring(one.receipts_to, word | {"To": one.to, "From": one.from_})
