"""You said, we did: every decision stays, and what changed is told anew."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from checkin.lives.loop import (
    Ask,
    Closed,
    Decide,
    Done,
    FallSilent,
    MarkDone,
    Promised,
    Read,
    ReadIt,
    Refused,
    Reopened,
    SayImpact,
    Tell,
    Unread,
)
from checkin.lives.loop_due import (
    SILENT_AFTER,
    due_by,
    is_silent,
    may_be_heard,
    over,
    read_and_decided,
)
from checkin.lives.loop_moves import moved

FRIDAY = date(2026, 10, 23)
THURSDAY = date(2026, 10, 22)


def test_what_is_read_waits_to_be_decided():
    assert moved(ReadIt(Unread())) == Read()


def test_words_read_together_are_settled_once_all_are_read_and_one_is_decided():
    promised = moved(Decide(Read(), "do", FRIDAY))

    assert read_and_decided([promised, Read()])
    assert not read_and_decided([promised, Unread()])
    assert not read_and_decided([Read()])


def test_a_promise_that_changes_must_be_told_again():
    promised = moved(Tell(moved(Decide(Read(), "do", FRIDAY))))

    changed = moved(Decide(promised, "cannot", None))

    assert promised == Promised(1, "do", FRIDAY, told=True)
    assert changed == Refused(2, told=False)
    assert may_be_heard(changed)
    assert not over(changed)


def test_a_decision_after_it_was_done_is_neither_done_nor_told():
    done = Done(1, told=True)

    assert moved(Decide(done, "trial", FRIDAY)) == Promised(2, "trial", FRIDAY, told=False)


def test_what_was_told_stays_told_when_it_is_done():
    assert moved(MarkDone(Promised(1, "do", FRIDAY, told=True))) == Done(1, told=True)


def test_dev_says_whether_it_helped_and_may_say_otherwise_later():
    closed = moved(SayImpact(Done(1), "better"))
    opened = moved(SayImpact(closed, "worse"))

    assert closed == Closed(1, "better")
    assert opened == Reopened(1, "worse")
    assert moved(SayImpact(opened, "better")) == Closed(1, "better")


@pytest.mark.parametrize("why", ["same", "worse", "not_done"])
def test_what_did_not_help_is_open_again_until_something_is_decided_anew(why):
    opened = moved(SayImpact(Done(1, told=True), why))

    assert opened == Reopened(1, why)
    assert not over(opened)
    assert moved(Decide(opened, "do", FRIDAY)) == Promised(2, "do", FRIDAY)


def test_only_who_was_asked_twice_and_had_a_week_is_taken_to_say_nothing():
    once = moved(Ask(Done(1, told=True)))
    twice, monday = moved(Ask(once)), datetime(2026, 10, 19, tzinfo=UTC)

    assert not is_silent(once, monday, monday + SILENT_AFTER)
    assert not is_silent(twice, monday, monday)
    assert is_silent(twice, monday, monday + SILENT_AFTER)
    assert moved(FallSilent(twice)) == Closed(1, None)
    assert moved(SayImpact(Closed(1, None), "not_done")) == Reopened(1, "not_done")


@pytest.mark.parametrize(
    ("loop", "day"),
    [
        (Unread(), FRIDAY),
        (Read(), date(2026, 10, 29)),
        (Reopened(1, "worse"), date(2026, 10, 29)),
        (Promised(1, "do", THURSDAY), THURSDAY),
        (Promised(1, "later", None), None),
        (Done(1), None),
    ],
)
def test_staff_know_by_when_the_next_thing_is_due(loop, day):
    assert due_by(loop, THURSDAY) == day


@pytest.mark.parametrize(
    ("loop", "nothing_left"),
    [
        (Read(), False),
        (Promised(1, "do", None, told=True), False),
        (Refused(1), False),
        (Refused(1, told=True), True),
        (Done(1), False),
        (Done(1, told=True), True),
        (Closed(1, "better"), True),
    ],
)
def test_a_loop_is_over_only_when_the_person_knows(loop, nothing_left):
    assert over(loop) is nothing_left


class LoopLife(RuleBasedStateMachine):
    """Whatever happens in whatever order: how many decisions, done or not, told or not."""

    @initialize()
    def begins(self):
        self.loop, self.decisions, self.told, self.done, self.impact = (
            Unread(),
            [],
            False,
            False,
            "",
        )

    @precondition(lambda self: isinstance(self.loop, Unread))
    @rule()
    def someone_reads_it(self):
        self.loop = moved(ReadIt(self.loop))

    @precondition(lambda self: isinstance(self.loop, Read | Promised | Refused | Done | Reopened))
    @rule(what=st.sampled_from(["do", "trial", "cannot", "later"]))
    def it_is_decided(self, what):
        self.loop = moved(Decide(self.loop, what, None))
        self.decisions.append(what)
        self.told = self.done = False
        self.impact = ""

    @precondition(lambda self: isinstance(self.loop, Promised))
    @rule()
    def it_is_done(self):
        self.loop, self.done = moved(MarkDone(self.loop)), True

    @precondition(lambda self: may_be_heard(self.loop))
    @rule()
    def the_person_is_told(self):
        self.loop, self.told = moved(Tell(self.loop)), True

    @precondition(lambda self: isinstance(self.loop, Done | Reopened | Closed))
    @rule(impact=st.sampled_from(["better", "same", "worse", "not_done"]))
    def the_person_says_whether_it_helped(self, impact):
        self.loop, self.impact = moved(SayImpact(self.loop, impact)), impact

    @invariant()
    def it_is_where_the_model_says(self):
        assert getattr(self.loop, "number", 0) == len(self.decisions)
        assert isinstance(self.loop, Closed) == (self.impact == "better")
        assert isinstance(self.loop, Reopened) == (self.impact not in ("", "better"))
        if self.impact:
            return
        assert isinstance(self.loop, Done) == self.done
        assert getattr(self.loop, "told", False) == self.told
        refused = bool(self.decisions) and self.decisions[-1] == "cannot"
        assert isinstance(self.loop, Refused) == refused


TestWhateverHappensToALoop = LoopLife.TestCase
TestWhateverHappensToALoop.settings = settings(
    max_examples=50, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
