"""Whatever happens to a message: it goes once, or never, and nothing that waits is forgotten."""

from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from checkin.lives.message import WAITING, is_too_late, waiting
from checkin.lives.message_moves import (
    RANKS,
    Cancelled,
    Leased,
    NotSaid,
    Receipt,
    Refused,
    Sent,
    Unknown,
    moved,
)

NOW = datetime(2026, 10, 22, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class OneMessage(RuleBasedStateMachine):
    """A text to Dev, and beside it what the phone company and staff would say of it."""

    def __init__(self):
        super().__init__()
        self.life = waiting("check_in:1:ask_leave", NOW, NOW + 20 * MINUTE)
        self.now = NOW
        self.called_off_at = None
        self.taken = []  # when the phone company took it
        self.known = 0  # how much it has said

    @rule(seconds=st.integers(1, 120))
    def time_passes(self, seconds):
        self.now += timedelta(seconds=seconds)

    @precondition(lambda self: self.life.next_at and self.life.next_at <= self.now)
    @rule(
        end=st.sampled_from(["sent", "busy", "no such number", "unknown", "killed", "called off"])
    )
    def somebody_sends_it(self, end):
        self.life = moved(self.life, Leased(self.now))
        if is_too_late(self.life, self.now):
            self.life = moved(self.life, NotSaid("too late"))
            return
        if end == "called off":
            self.staff_take_the_alert()
            end = "busy"
        moves = {
            "sent": Sent(self.now, "SM1"),
            "busy": Refused(self.now, end, permanent=False),
            "no such number": Refused(self.now, end, permanent=True),
            "unknown": Unknown(self.now, end),
        }
        if end in moves:
            self.life = moved(self.life, moves[end])
        if end == "sent":
            self.taken.append(self.now)

    @precondition(lambda self: self.life.state in WAITING)
    @rule()
    def staff_take_the_alert(self):
        self.life = moved(self.life, Cancelled(self.now))
        self.called_off_at = self.called_off_at or self.now

    @precondition(lambda self: self.life.provider_id)
    @rule(status=st.sampled_from(sorted(RANKS)))
    def the_phone_company_says_something(self, status):
        self.life = moved(self.life, Receipt(status, None, self.now))
        self.known = max(self.known, RANKS[status])

    @invariant()
    def it_is_taken_once_at_most_in_time_and_not_after_it_was_called_off(self):
        assert len(self.taken) <= 1
        assert all(at <= NOW + 20 * MINUTE for at in self.taken)
        assert all(self.called_off_at is None or at <= self.called_off_at for at in self.taken)

    @invariant()
    def what_waits_has_its_time_and_what_does_not_has_none(self):
        assert (self.life.state in WAITING) == (self.life.next_at is not None)

    @invariant()
    def we_know_as_much_as_was_said(self):
        says = {4: "failed", 5: "delivered", 6: "delivered"}
        assert self.life.receipt_rank == self.known
        assert self.life.state == says.get(self.known, self.life.state)


TestWhateverHappens = OneMessage.TestCase
TestWhateverHappens.settings = settings(max_examples=100, stateful_step_count=50, deadline=None)
