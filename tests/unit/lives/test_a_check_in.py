"""One check-in of Dev's: how it may move, what falls due by itself, and what can no longer be."""

from datetime import UTC, datetime, timedelta

import pytest

from checkin.agreements.expected import CheckInState, Expected
from checkin.agreements.silence import SECOND, Ask, Down, Miss, Remind, Wait
from checkin.lives.check_in import (
    CheckIn,
    asked_again_at,
    asks_now,
    begun,
    is_open,
    is_put_off,
    may_be_with_staff,
    planned,
    waits_of,
    was_asked,
    with_staff_from,
)
from checkin.lives.check_in_due import (
    AskAgain,
    Count,
    LetGo,
    RingInstead,
    TellOfLeft,
    due,
    nothing_routine,
)
from checkin.lives.check_in_moved_by_person import (
    Answered,
    CarriedOn,
    Declined,
    MovedTo,
    PutOff,
    ToldOfHurt,
)
from checkin.lives.check_in_moved_by_staff import (
    Cancelled,
    ConfirmedByOther,
    PlannedAnew,
    WithStaff,
)
from checkin.lives.check_in_moved_by_time import (
    Asked,
    AskedAgain,
    Counted,
    LeftTold,
    LookAgain,
    Missed,
    Reminded,
    RungInstead,
)
from checkin.lives.check_in_moves import moved
from checkin.lives.check_in_taken_back import (
    CalledOff,
    GoingAfterAll,
    NobodyWithThem,
    OkTakenBack,
    TakenBack,
    TextsStarted,
    TextsStopped,
)
from checkin.lives.illegal_move import IllegalMove

DUE = datetime(2026, 10, 22, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
REMIND, DEADLINE = DUE + 10 * MINUTE, DUE + 20 * MINUTE
PLANNED = planned(Expected("", CheckInState.PLANNED, DUE, REMIND, DEADLINE), DUE - 20 * MINUTE)
ASKED = moved(PLANNED, Asked(DUE))
REMINDED = moved(ASKED, Reminded(REMIND))
PUT_OFF = moved(ASKED, PutOff(DUE + MINUTE, DUE + 11 * MINUTE))
ANSWERED = moved(ASKED, Answered(DUE + MINUTE))
MISSED = moved(REMINDED, Missed(DEADLINE + SECOND))
STOPPED = moved(PLANNED, TextsStopped(DUE - MINUTE))


def test_each_wait_follows_the_one_before():
    assert [one.next_at for one in (PLANNED, ASKED, REMINDED, MISSED)] == [
        DUE, REMIND, DEADLINE + SECOND, None,
    ]  # fmt: skip
    assert [due(PLANNED, DUE), due(ASKED, REMIND), due(REMINDED, DEADLINE + SECOND)] == [
        Ask(), Remind(), Miss(),
    ]  # fmt: skip


def test_who_waits_for_staff_is_not_reminded_and_who_called_for_help_is_not_asked():
    soon = Wait(REMIND + MINUTE)
    assert nothing_routine(Remind(), ASKED, REMIND, called=False) == soon
    assert nothing_routine(Ask(), PLANNED, REMIND, called=True) == soon
    assert nothing_routine(AskAgain(), PUT_OFF, REMIND, called=True) == soon
    assert nothing_routine(Ask(), PLANNED, REMIND, called=False) == Ask()
    assert nothing_routine(Miss(), ASKED, DEADLINE, called=True) == Miss()


def test_what_is_held_back_is_looked_at_at_its_end_and_without_one_each_minute():
    end = Wait(DEADLINE + SECOND)
    assert nothing_routine(Remind(), ASKED, DEADLINE, called=False) == end
    endless = PLANNED._replace(deadline_at=None)
    assert nothing_routine(Ask(), endless, DUE, called=True) == Wait(DUE + MINUTE)


def test_without_a_reminder_silence_is_looked_at_when_it_ends():
    quiet = moved(PLANNED._replace(remind_at=None), Asked(DUE))

    assert quiet.next_at == DEADLINE + SECOND


def test_what_a_person_began_waits_for_as_long_as_they_like():
    assert begun(DUE).next_at is None
    assert is_open(begun(DUE))
    assert due(begun(DUE), DUE + timedelta(days=30)) == Wait(None)


def test_what_tells_of_hurt_and_is_left_is_told_half_an_hour_later_and_once():
    hurt = moved(begun(DUE), ToldOfHurt(DUE))
    left = DUE + 30 * MINUTE

    assert (hurt.next_at, due(hurt, left - SECOND), due(hurt, left)) == (
        left, Wait(left), TellOfLeft(),
    )  # fmt: skip
    told = moved(hurt, LeftTold(left))
    more = moved(told, ToldOfHurt(left + MINUTE))
    assert (told.next_at, more.next_at) == (None, None)
    with pytest.raises(IllegalMove):
        moved(told, LeftTold(left))


@pytest.mark.parametrize("move", [Answered(DUE, to_count=False), ToldOfHurt(None)])
def test_what_is_sent_or_says_so_no_more_is_not_left(move):
    assert moved(moved(begun(DUE), ToldOfHurt(DUE)), move).next_at is None


@pytest.mark.parametrize("move", [Declined(), PutOff(DUE, None), Missed(DEADLINE + SECOND)])
def test_not_now_leaves_it_too(move):
    left = moved(moved(ASKED, ToldOfHurt(DUE)), move)

    assert due(left, DUE + 30 * MINUTE) == TellOfLeft()
    assert left.next_at <= DUE + 30 * MINUTE


def test_what_is_due_before_comes_before():
    hurt = moved(ASKED, ToldOfHurt(DUE))

    assert (hurt.next_at, due(hurt, REMIND), due(hurt, DUE)) == (REMIND, Remind(), Wait(REMIND))
    later = moved(moved(begun(DUE), ToldOfHurt(DUE)), PutOff(DUE, DUE + 60 * MINUTE))
    assert due(later, DUE + MINUTE) == Wait(DUE + 30 * MINUTE)


def test_the_last_second_is_in_time_and_the_next_is_not():
    in_time = moved(REMINDED, Answered(DEADLINE))
    late = moved(REMINDED, Answered(DEADLINE + SECOND))

    assert (in_time.state, in_time.answered_at) == ("answered", DEADLINE)
    assert (late.state, late.answered_late_at) == ("reminded", DEADLINE + SECOND)


def test_what_is_answered_too_late_is_still_called_missed_and_no_longer_open():
    late = moved(REMINDED, Answered(DEADLINE + SECOND))

    assert not is_open(late)
    assert late.next_at == DEADLINE + SECOND
    assert due(late, late.next_at) == Miss()
    assert moved(late, Missed(DEADLINE + 2 * SECOND)).state == "missed"


def test_the_first_late_answer_is_the_one_that_is_kept_and_missed_stays_missed():
    late = moved(moved(MISSED, Answered(DEADLINE + MINUTE)), Answered(DEADLINE + 5 * MINUTE))

    assert (late.state, late.answered_late_at) == ("missed", DEADLINE + MINUTE)


def test_an_answer_is_counted_once_two_minutes_later():
    assert ANSWERED.next_at == DUE + 3 * MINUTE
    assert due(ANSWERED, DUE + 3 * MINUTE) == Count()
    assert due(ANSWERED, DUE + 2 * MINUTE) == Wait(DUE + 3 * MINUTE)

    counted = moved(moved(ANSWERED, Counted(DUE + 3 * MINUTE)), Counted(DUE + 4 * MINUTE))

    assert (counted.next_at, counted.counted_at) == (None, DUE + 3 * MINUTE)
    assert due(counted, DUE + 5 * MINUTE) == Wait(None)


def test_a_late_answer_is_counted_as_well_after_it_was_called_missed():
    late = moved(moved(REMINDED, Answered(DEADLINE + SECOND)), Missed(DEADLINE + 2 * SECOND))

    assert late.next_at == DEADLINE + SECOND + 2 * MINUTE
    assert due(late, late.next_at) == Count()


def test_an_ok_has_nothing_to_count():
    assert moved(ASKED, Answered(DUE + MINUTE, to_count=False)).next_at is None


def test_what_is_taken_back_is_not_counted_and_a_late_one_is_still_called_missed():
    assert moved(ANSWERED, TakenBack(DUE + 2 * MINUTE)).next_at is None
    late = moved(REMINDED, Answered(DEADLINE + SECOND))
    back = moved(moved(late, TakenBack(DEADLINE + 3 * SECOND)), TakenBack(DEADLINE + MINUTE))

    assert back.taken_back_at == DEADLINE + 3 * SECOND
    assert back.next_at == DEADLINE + SECOND


def test_later_stays_open_hears_and_is_asked_again_once():
    assert is_open(PUT_OFF)
    assert is_put_off(PUT_OFF)
    assert asks_now(PUT_OFF, DUE + MINUTE)
    assert PUT_OFF.next_at == DUE + 11 * MINUTE
    assert due(PUT_OFF, DUE + 10 * MINUTE) == Wait(DUE + 11 * MINUTE)
    assert due(PUT_OFF, DUE + 11 * MINUTE) == AskAgain()

    again = moved(PUT_OFF, AskedAgain(DUE + 11 * MINUTE))

    assert (is_put_off(again), again.asked_at) == (False, DUE)
    assert again.next_at == DEADLINE + SECOND  # no reminder, and a deadline stands
    assert due(again, DEADLINE + SECOND) == Miss()


def test_what_was_never_put_to_dev_was_not_asked():
    assert was_asked(PUT_OFF)
    assert not was_asked(PUT_OFF._replace(asked_at=None, reminded_at=None))


def test_later_twice_is_asked_again_twice():
    again = moved(PUT_OFF, AskedAgain(DUE + 11 * MINUTE))

    twice = moved(again, PutOff(DUE + 12 * MINUTE, DUE + 16 * MINUTE))

    assert due(twice, DUE + 16 * MINUTE) == AskAgain()


def test_later_before_it_was_asked_is_later_too():
    early = moved(PLANNED, PutOff(DUE - 10 * MINUTE, DUE + 5 * MINUTE))

    assert early.next_at == DUE + 5 * MINUTE
    assert moved(early, AskedAgain(DUE + 5 * MINUTE)).asked_at == DUE + 5 * MINUTE


def test_who_carries_on_is_neither_asked_again_nor_reminded():
    on = moved(PUT_OFF, CarriedOn())

    assert (is_put_off(on), on.next_at) == (False, DEADLINE + SECOND)


def test_later_so_late_that_nobody_could_ask_again_is_not_missed():
    off = moved(ASKED, PutOff(DEADLINE - SECOND, DEADLINE + SECOND))

    assert due(off, DEADLINE + SECOND) == LetGo()
    assert moved(off, Declined()).state == "declined"


def test_when_it_was_us_who_did_not_ask_again_staff_know_of_it():
    down = Down(DUE + 5 * MINUTE, DEADLINE + MINUTE)

    assert due(PUT_OFF, DEADLINE + MINUTE, down=down) == Miss(down_from=DUE + 5 * MINUTE)


def test_later_opens_what_was_declined_and_nothing_else():
    declined = moved(ASKED, Declined())

    assert moved(declined, PutOff(DUE + MINUTE, None)).state == "asked"
    assert moved(declined, PutOff(DEADLINE + MINUTE, None)) == declined
    assert moved(MISSED, PutOff(DEADLINE + MINUTE, None)) == MISSED
    assert moved(ANSWERED, Declined()) == ANSWERED


AGREED = DUE + 15 * MINUTE


@pytest.mark.parametrize(
    ("now", "agreed", "again"),
    [
        (DUE, AGREED, AGREED),
        (DUE + 16 * MINUTE, AGREED, DUE + 18 * MINUTE),  # the agreed time is over
        (DUE, DEADLINE + MINUTE, DUE + 10 * MINUTE),  # it is too late then
        (DUE, None, DUE + 10 * MINUTE),
        (DEADLINE - MINUTE, None, DEADLINE + SECOND),
        (DUE - timedelta(hours=2), None, DUE),
    ],
)
def test_when_later_is(now, agreed, again):
    assert asked_again_at(ASKED, now, agreed) == again


def test_later_with_no_end_is_in_two_hours():
    assert asked_again_at(begun(DUE), DUE, None) == DUE + timedelta(hours=2)


def test_late_moves_every_time_and_may_be_reminded_afresh():
    later = moved(REMINDED, MovedTo(DUE + 20 * MINUTE, 20))

    assert waits_of(later) == Expected(
        "", "asked", DUE + 20 * MINUTE, REMIND + 20 * MINUTE, DEADLINE + 20 * MINUTE
    )
    assert (later.early_from, later.late_minutes) == (DUE, 20)
    assert later.next_at == REMIND + 20 * MINUTE


def test_stop_start_stop():
    started = moved(STOPPED, TextsStarted(DUE - MINUTE))
    again = moved(started, TextsStopped(DUE - SECOND))

    assert (STOPPED.next_at, started.state, started.next_at) == (DUE, "planned", DUE)
    assert (again.state, due(again, DUE)) == ("stopped_texts", RingInstead())
    assert moved(again, RungInstead()).next_at is None


def test_what_is_rung_for_waits_for_an_answer_from_when_it_was_due():
    moments = (DUE - SECOND, DUE, DEADLINE, DEADLINE + SECOND)
    assert [asks_now(STOPPED, one) for one in moments] == [False, True, True, False]
    assert moved(STOPPED, Answered(DEADLINE)).state == "answered"


@pytest.mark.parametrize("before", [PLANNED, PUT_OFF])
def test_what_no_text_can_ask_is_rung_for_and_never_missed(before: CheckIn):
    rung = moved(before, RungInstead())

    assert (rung.state, rung.asked_at, rung.next_at) == ("stopped_texts", before.asked_at, None)
    assert due(rung._replace(next_at=DEADLINE), DEADLINE + SECOND) == RingInstead()


def test_asked_at_the_time_of_its_reminder_it_gets_that_one_text():
    asked = moved(PLANNED, Asked(REMIND))

    assert (asked.state, asked.next_at) == ("asked", DEADLINE + SECOND)


@pytest.mark.parametrize("before", [PLANNED, ASKED, REMINDED])
def test_an_ok_taken_back_in_time_leaves_it_as_it_was(before: CheckIn):
    answered = moved(before, Answered(REMIND + MINUTE, to_count=False))

    assert moved(answered, OkTakenBack(DEADLINE)) == before
    with pytest.raises(IllegalMove):
        moved(answered, OkTakenBack(DEADLINE + SECOND))


@pytest.mark.parametrize("before", [PLANNED, ASKED, REMINDED])
def test_that_staff_are_not_with_them_leaves_it_as_it_was_and_says_who_said_so(before: CheckIn):
    there = moved(before, WithStaff("Lena", REMIND))
    back = moved(there, NobodyWithThem(DEADLINE))

    assert (back.state, back.next_at, back.confirmed_by) == (before.state, before.next_at, "Lena")
    for at, it in ((DEADLINE + SECOND, there), (DEADLINE, back)):
        with pytest.raises(IllegalMove):
            moved(it, NobodyWithThem(at))


def test_late_moves_the_call_that_stands_in_for_a_text():
    rung = moved(STOPPED, RungInstead())

    assert moved(rung, MovedTo(DUE)).next_at is None  # no longer wait was agreed: it was rung for
    later = moved(rung, MovedTo(DUE + 20 * MINUTE, 20))
    assert (later.state, later.next_at, later.deadline_at) == (
        "stopped_texts", DUE + 20 * MINUTE, DEADLINE + 20 * MINUTE,
    )  # fmt: skip


@pytest.mark.parametrize("before", [ASKED, REMINDED, PUT_OFF])
def test_what_waited_when_texts_stopped_waits_again_when_they_start(before: CheckIn):
    stopped = moved(before, TextsStopped(DUE + 11 * MINUTE))

    assert stopped.next_at is None
    assert moved(stopped, TextsStarted(DUE + 12 * MINUTE)) == before


def test_what_fell_due_while_texts_were_stopped_is_asked_when_they_start():
    started = moved(STOPPED, TextsStarted(DUE + MINUTE))

    assert due(started, DUE + MINUTE) == Ask()


def test_what_is_answered_late_with_texts_stopped_is_counted_and_staff_do_not_ring_again():
    late = moved(moved(STOPPED, RungInstead()), Answered(DEADLINE + MINUTE))

    assert late.next_at == DEADLINE + 3 * MINUTE
    assert due(late, DEADLINE + 2 * MINUTE) == Wait(DEADLINE + 3 * MINUTE)
    assert due(late, DEADLINE + 3 * MINUTE) == Count()


def test_nobody_rings_for_what_was_due_when_texts_stopped():
    assert moved(REMINDED, TextsStopped(DUE + 11 * MINUTE)).next_at is None


def test_who_else_knows_stands_beside_the_silence():
    told = moved(MISSED, ConfirmedByOther("Sam", "by phone", DEADLINE + 5 * MINUTE))
    there = moved(ASKED, WithStaff("Marcus", DUE + MINUTE))

    assert (told.state, told.confirmed_by, told.answered_at) == ("missed", "Sam", None)
    assert (there.state, there.confirmed_how, there.next_at) == ("with_staff", "with them", None)


def test_staff_are_with_him_for_what_is_due_within_the_hour():
    hour = timedelta(hours=1)

    assert may_be_with_staff(PLANNED, DUE - hour)
    assert not may_be_with_staff(PLANNED, DUE - hour - MINUTE)
    assert not may_be_with_staff(ANSWERED, DUE)
    with pytest.raises(IllegalMove):
        moved(PLANNED, WithStaff("Marcus", DUE - hour - MINUTE))


def test_from_when_staff_may_say_so_is_said_while_that_is_to_come():
    hour = timedelta(hours=1)

    assert with_staff_from(PLANNED, DUE - 2 * hour) == DUE - hour
    assert with_staff_from(PLANNED, DUE - hour) is None
    assert with_staff_from(ANSWERED, DUE - 2 * hour) is None


def test_what_is_agreed_before_it_is_asked_gives_it_other_waits():
    later = Expected("", CheckInState.PLANNED, DUE + MINUTE, None, DEADLINE + MINUTE)

    anew = moved(STOPPED, PlannedAnew(later, DUE))

    assert anew == planned(later, DUE)


def test_whoever_goes_after_all_is_waited_for_as_before():
    for before in (PLANNED, ASKED, REMINDED):
        assert moved(moved(before, CalledOff(DUE)), GoingAfterAll(DEADLINE)) == before


def test_what_is_called_off_stays_so_until_it_is_not_agreed_at_all():
    off = moved(PLANNED, CalledOff(DUE - MINUTE))
    anew = moved(off, PlannedAnew(waits_of(PLANNED), DUE))
    gone = moved(anew, Cancelled())

    assert [one.state for one in (off, anew, gone)] == ["cancelled"] * 3
    assert [one.next_at for one in (off, anew, gone)] == [None] * 3
    assert (anew.called_off_at, gone.called_off_at) == (DUE - MINUTE, None)
    assert moved(gone, PlannedAnew(waits_of(PLANNED), PLANNED.early_from)) == PLANNED


def test_what_cannot_be_done_now_is_tried_again_and_never_forgotten():
    assert moved(ASKED, LookAgain(DUE + MINUTE)).next_at == DUE + MINUTE
    assert moved(MISSED, LookAgain(None)).next_at is None
    with pytest.raises(IllegalMove, match="asked"):
        moved(ASKED, LookAgain(None))


@pytest.mark.parametrize(
    ("life", "move"),
    [
        (ASKED, Asked(DUE)),
        (REMINDED, Reminded(REMIND)),
        (ANSWERED, Reminded(REMIND)),
        (ANSWERED, Missed(DEADLINE)),
        (ASKED, AskedAgain(DUE)),
        (ASKED, CarriedOn()),
        (MISSED, MovedTo(DEADLINE)),
        (ANSWERED, Cancelled()),
        (ANSWERED, CalledOff(DUE)),
        (ASKED, GoingAfterAll(DUE)),
        (moved(ASKED, Cancelled()), GoingAfterAll(DUE)),
        (moved(ASKED, CalledOff(DUE)), GoingAfterAll(DEADLINE + SECOND)),
        (ASKED, PlannedAnew(waits_of(PLANNED), DUE)),
        (ANSWERED, TextsStopped(DUE)),
        (STOPPED, TextsStopped(DUE)),
        (STOPPED, TextsStarted(DEADLINE + SECOND)),
        (ASKED, TextsStarted(DUE)),
        (ANSWERED, RungInstead()),
        (ANSWERED, WithStaff("Marcus", DUE)),
        (STOPPED, ToldOfHurt(DUE)),
        (ASKED, LeftTold(DUE)),
        (ASKED, TakenBack(DUE)),
        (ASKED, Counted(DUE)),
    ],
)
def test_what_cannot_be(life: CheckIn, move):
    with pytest.raises(IllegalMove):
        moved(life, move)


def test_what_is_cancelled_is_not_looked_at():
    assert moved(STOPPED, Cancelled()).next_at is moved(ASKED, Cancelled()).next_at is None


def test_planned_is_not_asked_before_its_time():
    assert not asks_now(PLANNED, DUE - SECOND)
    assert asks_now(PLANNED, DUE)
