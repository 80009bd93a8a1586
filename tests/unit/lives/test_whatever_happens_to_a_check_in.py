"""Whatever happens to a check-in, in whatever order: it is never forgotten and never lies."""

from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from checkin.agreements.expected import CheckInState, Expected
from checkin.agreements.silence import SECOND, Ask, Miss, Remind, Wait
from checkin.lives.check_in import (
    asked_again_at,
    can_be_answered,
    is_in_time,
    is_open,
    may_be_with_staff,
    planned,
)
from checkin.lives.check_in_due import AskAgain, Count, LetGo, RingInstead, due
from checkin.lives.check_in_moved_by_person import Answered, Declined, MovedTo, PutOff
from checkin.lives.check_in_moved_by_staff import Cancelled, WithStaff
from checkin.lives.check_in_moved_by_time import (
    Asked,
    AskedAgain,
    Counted,
    LookAgain,
    Missed,
    Reminded,
    RungInstead,
)
from checkin.lives.check_in_moves import moved
from checkin.lives.check_in_taken_back import TextsStarted, TextsStopped

DUE = datetime(2026, 10, 22, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
FOLLOWS = {
    Ask: Asked, AskAgain: AskedAgain, Remind: Reminded, Miss: Missed, Count: Counted,
    LetGo: lambda _: Declined(), RingInstead: lambda _: RungInstead(),
}  # fmt: skip


class OneCheckIn(RuleBasedStateMachine):
    """Dev's check-in, and beside it what anyone would say of it who had watched."""

    def __init__(self):
        super().__init__()
        waits = Expected("", CheckInState.PLANNED, DUE, DUE + 10 * MINUTE, DUE + 20 * MINUTE)
        self.life = planned(waits, DUE - 20 * MINUTE)
        self.now = DUE - 30 * MINUTE
        self.ended = None  # how it ended, for whoever watched
        self.said_to_dev = []

    @rule(minutes=st.integers(0, 25))
    def time_passes_and_somebody_looks(self, minutes):
        until = self.now + minutes * MINUTE
        while self.life.next_at and self.life.next_at <= until:
            self.now = max(self.now, self.life.next_at)
            self.look()
        self.now = until

    def look(self):
        step = due(self.life, self.now)
        if isinstance(step, Wait):
            self.life = moved(self.life, LookAgain(step.until))
            return
        self.life = moved(self.life, FOLLOWS[type(step)](self.now))
        if isinstance(step, Ask | AskAgain | Remind):
            assert self.ended is None
            self.said_to_dev.append(step)
        if isinstance(step, Miss | LetGo):
            assert self.now > self.life.deadline_at
            self.ended = "missed" if isinstance(step, Miss) else "declined"

    @rule()
    def dev_answers(self):
        in_time = self.now < self.life.deadline_at + SECOND and self.ended != "missed"
        self.life = moved(self.life, Answered(self.now))
        if in_time:
            self.ended = "answered"

    @rule(agreed=st.sampled_from([None, DUE + 15 * MINUTE]))
    def dev_says_later(self, agreed):
        again = asked_again_at(self.life, self.now, agreed)
        self.life = moved(self.life, PutOff(self.now, again))
        if self.ended == "declined" and is_open(self.life):
            self.ended = None

    @rule()
    def dev_says_not_this_time(self):
        if is_open(self.life):
            self.ended = "declined"
        self.life = moved(self.life, Declined())

    @precondition(lambda self: can_be_answered(self.life))
    @rule(minutes=st.integers(1, 30))
    def dev_is_late(self, minutes):
        self.life = moved(self.life, MovedTo(self.life.due_at + minutes * MINUTE, minutes))

    @precondition(lambda self: is_open(self.life))
    @rule(move=st.sampled_from(["stop", "cancel"]))
    def it_ends_otherwise(self, move):
        moves = {"stop": TextsStopped(self.now), "cancel": Cancelled()}
        self.life = moved(self.life, moves[move])
        self.ended = {"stop": "stopped_texts", "cancel": "cancelled"}[move]

    @precondition(lambda self: may_be_with_staff(self.life, self.now))
    @rule()
    def staff_are_there(self):
        self.life = moved(self.life, WithStaff("Marcus", self.now))
        self.ended = "with_staff"

    @precondition(
        lambda self: self.life.state == "stopped_texts" and is_in_time(self.life, self.now)
    )
    @rule()
    def texts_start_again(self):
        self.life = moved(self.life, TextsStarted(self.now))
        self.ended = None

    @invariant()
    def it_ended_as_whoever_watched_would_say(self):
        assert (self.life.state in ("planned", "asked", "reminded")) == (self.ended is None)
        assert self.ended is None or self.life.state == self.ended

    @invariant()
    def nothing_open_is_forgotten(self):
        assert not is_open(self.life) or self.life.next_at is not None

    @invariant()
    def nobody_is_asked_or_reminded_for_ever(self):
        asked = [one for one in self.said_to_dev if isinstance(one, Ask)]
        starts = 1 + sum(isinstance(one, AskAgain) for one in self.said_to_dev)
        assert len(asked) <= starts + 3


TestWhateverHappens = OneCheckIn.TestCase
TestWhateverHappens.settings = settings(max_examples=100, stateful_step_count=50, deadline=None)
