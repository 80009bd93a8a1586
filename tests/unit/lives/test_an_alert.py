"""An alert goes on until somebody acts, and never loses who has it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from checkin.agreements.by_day import USUAL, told_at
from checkin.agreements.ladder import CLAIM_LASTS, next_tell, step_after
from checkin.lives.alert import Cancelled, Claimed, Closed, Open, state_of
from checkin.lives.alert_due import due_move, goes_on, rings_again
from checkin.lives.alert_moves import (
    Again,
    AllCannot,
    Calm,
    Cancel,
    Close,
    GiveBack,
    GoOn,
    LogStep,
    Press,
    Rest,
    RunOut,
    Settle,
    Take,
    TellNext,
    moved,
    opened,
)
from checkin.lives.telling import Telling, key_of, telling_of

NOON = datetime(2026, 10, 20, 12, tzinfo=UTC)
LEVELS = ("now", "soon", "today", "plan")


def minutes(number):
    return timedelta(minutes=number)


def taken(level="soon", by="marcus"):
    return moved(Take(opened(level, NOON), by), NOON)


def test_devs_alert_begins_open_with_its_first_step_told():
    alert = opened("soon", NOON)

    assert alert == Open("soon", task=False, step=0, round=0, next_at=NOON + minutes(5))


def test_work_with_a_time_waits_for_an_hour_before_it_and_then_for_it():
    alert = opened("today", NOON, task=True, do_by=NOON + minutes(90))

    assert alert.next_at == NOON + minutes(30)
    reminded = moved(TellNext(alert), alert.next_at)
    assert (reminded.step, reminded.next_at) == (1, NOON + minutes(90))


@pytest.mark.parametrize("level", ["today", "plan"])
def test_what_calls_nobody_and_reached_nobody_in_the_night_goes_on_in_the_morning(level):
    alert = opened(level, NOON)
    night, morning = NOON + timedelta(hours=12), NOON + timedelta(hours=18, minutes=30)

    assert moved(GoOn(alert, 2), night).next_at == morning
    assert moved(GoOn(alert, 2), NOON).next_at == NOON
    assert moved(GoOn(opened("soon", NOON), 2), night).next_at == night


def test_a_miss_that_was_calmed_texts_nobody_in_the_night():
    evening = NOON + timedelta(hours=4)

    calm = moved(Calm(opened("soon", evening)), evening)

    assert calm.next_at == NOON + timedelta(hours=18, minutes=30)


def test_when_nobody_acts_the_next_is_told_and_only_when_it_is_due():
    alert = opened("soon", NOON)

    assert due_move(alert, NOON + minutes(4)) is None
    due = due_move(alert, NOON + minutes(5))
    assert due == TellNext(alert)
    after = moved(due, NOON + minutes(5))
    assert (after.step, after.next_at) == (1, NOON + minutes(15))


def test_marcus_takes_it_and_keeps_it_with_every_step_he_logs():
    alert = taken()
    assert alert == Claimed(
        "soon", task=False, step=0, round=0, next_at=NOON + minutes(15), owner="marcus", since=NOON
    )

    later = moved(LogStep(alert), NOON + minutes(10))

    assert (later.owner, later.since, later.next_at) == ("marcus", NOON, NOON + minutes(25))


def test_a_claim_that_ran_out_opens_it_again_at_its_next_step():
    alert = taken()

    due = due_move(alert, alert.next_at)

    assert due == RunOut(alert)
    then = alert.next_at + minutes(10)
    assert moved(due, alert.next_at) == Open("soon", task=False, step=1, round=0, next_at=then)


def test_what_presses_more_is_not_put_off_by_who_had_it_before():
    alert = taken("now")

    pressed = moved(Press(alert), NOON + minutes(5))

    assert (pressed.owner, pressed.round, pressed.next_at) == ("marcus", 1, NOON + minutes(7))
    assert moved(LogStep(pressed), NOON + minutes(6)).next_at == NOON + minutes(36)


def test_what_presses_more_is_due_no_later_than_it_was():
    alert = opened("now", NOON)

    assert moved(Press(alert), NOON + minutes(1)).next_at == alert.next_at


@pytest.mark.parametrize(("at", "step", "next_at"), [(2, 3, 3), (3, 3, 3), (4, 4, 10)])
def test_once_all_who_are_named_cannot_everybody_is_told_right_after(at, step, next_at):
    alert = Open("now", task=False, step=at, round=0, next_at=NOON + minutes(10))

    after = moved(AllCannot(alert), NOON + minutes(1))

    assert (after.step, after.next_at) == (step, NOON + minutes(next_at))


def test_once_all_who_are_named_cannot_what_is_no_call_waits_as_it_did():
    alert = Open("soon", task=False, step=3, round=0, next_at=NOON + minutes(10))

    assert moved(AllCannot(alert), NOON + minutes(1)) == alert


def test_given_back_it_goes_on_to_the_next_step_without_waiting():
    alert = taken()

    after = moved(GiveBack(alert), NOON + minutes(1))

    rung_at = NOON + minutes(10)  # the mark before ten minutes are over
    assert after == Open("soon", task=False, step=1, round=0, next_at=rung_at)


def test_what_is_promised_by_friday_is_due_on_friday_whoever_takes_it_or_gives_it_back():
    friday = NOON + timedelta(days=2)
    task = moved(Take(opened("plan", NOON, task=True, do_by=friday), "jo"), NOON)
    assert task.next_at == friday
    assert moved(LogStep(task), NOON + minutes(5)).next_at == friday

    back = moved(GiveBack(task), NOON + minutes(9))
    lena = moved(Take(back, "lena"), NOON + minutes(10))

    assert (back.step, back.next_at) == (1, friday)
    assert lena.next_at == friday
    assert moved(GiveBack(lena), NOON + minutes(11)).next_at == friday


def test_what_goes_on_sooner_than_it_is_due_still_does_and_what_is_overdue_waits_as_any_other():
    by_night = NOON + timedelta(hours=9)
    task = moved(Take(opened("today", NOON, task=True, do_by=by_night), "jo"), NOON)

    assert task.next_at == NOON + timedelta(hours=8)
    assert moved(GiveBack(task), NOON + minutes(9)).next_at == NOON + minutes(129)
    late = moved(GiveBack(task), by_night)
    assert late.next_at == NOON + timedelta(hours=18, minutes=30)
    assert moved(Take(late, "lena"), by_night).next_at == late.next_at


def test_once_dev_is_heard_of_it_waits_for_this_shift_and_calls_nobody():
    last = Open("soon", task=False, step=4, round=0, next_at=NOON + minutes(10))

    calm = moved(Calm(last), NOON + minutes(5))

    assert calm == Open("today", task=False, step=4, round=0, next_at=NOON + minutes(5 + 8 * 60))
    assert next_tell(calm.level, calm.step + 1, calm.next_at).by == "list"


def test_whoever_has_it_has_it_still_once_dev_is_heard_of():
    calm = moved(Calm(taken()), NOON + minutes(5))

    assert (calm.level, calm.owner, calm.since) == ("today", "marcus", NOON)
    assert calm.next_at == NOON + minutes(5 + 8 * 60)


@pytest.mark.parametrize("alert", [opened("soon", NOON), taken()])
def test_while_dev_is_late_nobody_is_told_and_no_wait_is_made_shorter(alert):
    assert moved(Rest(alert, NOON + minutes(30)), NOON).next_at == NOON + minutes(30)
    assert moved(Rest(alert, NOON + minutes(1)), NOON) == alert


def test_what_could_not_be_sent_goes_on_now():
    alert = moved(GoOn(opened("soon", NOON), 0), NOON + minutes(1))

    assert isinstance(due_move(alert, NOON + minutes(1)), TellNext)


def test_what_could_not_be_sent_leaves_out_the_step_that_would_try_the_same_phone():
    past = moved(GoOn(opened("soon", NOON), 1), NOON)

    assert isinstance(past, Open)
    assert moved(TellNext(past), NOON).step == 2


def test_only_the_newest_telling_of_an_open_alert_sends_it_on_and_never_from_the_last_step():
    first, again, last = Telling(0, 0), Telling(1, 0), Telling(0, 2)
    at_the_last = moved(TellNext(moved(TellNext(opened("now", NOON)), NOON)), NOON)

    assert goes_on(opened("now", NOON), first, newest=first)
    assert not goes_on(opened("now", NOON), first, newest=again)
    assert not goes_on(at_the_last, first, newest=first)
    assert not goes_on(at_the_last, last, newest=last)
    assert not goes_on(taken("now"), first, newest=first)


def test_the_key_of_a_message_says_which_telling_it_belongs_to():
    key = key_of("dev", Telling(round=1, step=2), "marcus", "call")

    assert key == "alert:dev:1:2:marcus:call"
    assert telling_of(key) == telling_of(f"{key}:and-3-more") == Telling(round=1, step=2)


@pytest.mark.parametrize("alert", [opened("now", NOON), taken("now")])
def test_the_same_again_is_another_round_and_nobody_loses_it(alert):
    after = moved(Again(alert), NOON + minutes(1))

    assert after.round == 1
    assert type(after) is type(alert)
    assert after.next_at == alert.next_at


def test_a_call_for_help_that_comes_again_rings_again_but_not_in_the_same_breath():
    call, task = opened("now", NOON), opened("soon", NOON)

    assert rings_again(call, None, NOON)
    assert not rings_again(call, NOON, NOON + timedelta(seconds=15))
    assert rings_again(call, NOON, NOON + timedelta(seconds=16))
    assert not rings_again(task, NOON, NOON + minutes(2))
    assert rings_again(task, NOON, NOON + minutes(2), calls=True)
    assert not rings_again(task, NOON, NOON + timedelta(seconds=15), calls=True)


def test_it_ends_with_an_outcome_or_with_a_managers_reason():
    assert [state_of(one) for one in (opened("now", NOON), taken())] == ["open", "claimed"]
    assert moved(Close(taken(), "Done"), NOON) == Closed("Done", NOON)
    assert moved(Settle(opened("today", NOON), "texts on again"), NOON).outcome == "texts on again"
    assert moved(Cancel(opened("plan", NOON), "twice"), NOON) == Cancelled("twice", NOON)
    assert [state_of(one) for one in (Closed("Done", NOON), Cancelled("twice", NOON))] == [
        "closed",
        "cancelled",
    ]


class AlertLife(RuleBasedStateMachine):
    """Whatever happens in whatever order, against a model: who has it, how far, is it over."""

    @initialize(level=st.sampled_from(LEVELS), task=st.booleans())
    def begins(self, level, task):
        self.now, self.level, self.alert = NOON, level, opened(level, NOON, task=task)
        self.owner, self.step, self.round, self.over = None, 0, 0, False
        self.told_after_take = 0

    @rule(seconds=st.integers(0, 100_000))
    def time_passes(self, seconds):
        self.now += timedelta(seconds=seconds)

    @precondition(lambda self: isinstance(self.alert, Open))
    @rule(by=st.sampled_from(["marcus", "lena"]))
    def somebody_takes_it(self, by):
        self.alert, self.owner = moved(Take(self.alert, by), self.now), by
        until = self.now + CLAIM_LASTS[self.level]
        assert self.alert.next_at == told_at(self.level, until, USUAL, self.now)

    @precondition(lambda self: isinstance(self.alert, Claimed))
    @rule()
    def a_step_is_logged(self):
        self.alert = moved(LogStep(self.alert), self.now)

    @precondition(lambda self: not self.over)
    @rule()
    def the_clock_looks(self):
        due = due_move(self.alert, self.now)
        if due is None:
            return
        assert isinstance(due, RunOut) == (self.owner is not None)
        self.step = step_after(self.level, self.step, self.now, None)
        self.alert, self.owner = moved(due, self.now), None

    @precondition(lambda self: isinstance(self.alert, Open))
    @rule(more=st.integers(0, 2))
    def a_message_fails(self, more):
        self.step += more
        self.alert = moved(GoOn(self.alert, self.step), self.now)

    @precondition(lambda self: not self.over)
    @rule()
    def it_happens_again(self):
        self.alert, self.round = moved(Again(self.alert), self.now), self.round + 1

    @precondition(lambda self: not self.over)
    @rule()
    def they_are_heard_of(self):
        self.alert, self.level = moved(Calm(self.alert), self.now), "today"

    @precondition(lambda self: not self.over)
    @rule(late=st.integers(0, 60))
    def they_say_that_they_are_late(self, late):
        until = self.now + minutes(late)
        self.alert = moved(Rest(self.alert, until), self.now)
        assert self.alert.next_at >= until

    @precondition(lambda self: isinstance(self.alert, Claimed))
    @rule()
    def it_is_closed(self):
        self.alert, self.over = moved(Close(self.alert, "Done"), self.now), True

    @precondition(lambda self: not self.over)
    @rule(settled=st.booleans())
    def it_ends_otherwise(self, settled):
        end = Settle(self.alert, "by itself") if settled else Cancel(self.alert, "a mistake")
        self.alert, self.over = moved(end, self.now), True

    @invariant()
    def it_is_where_the_model_says(self):
        assert self.over == isinstance(self.alert, Closed | Cancelled)
        if self.over:
            return
        assert self.alert.next_at is not None
        assert (self.alert.level, self.alert.step, self.alert.round) == (
            self.level,
            self.step,
            self.round,
        )
        assert (self.alert.owner if isinstance(self.alert, Claimed) else None) == self.owner


TestWhateverHappensToAnAlert = AlertLife.TestCase
TestWhateverHappensToAnAlert.settings = settings(
    max_examples=50, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
