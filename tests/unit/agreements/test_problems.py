"""What keeps an agreement from being kept."""

from datetime import date, time

import pytest
from agreed_people import ARRIVE, DISCO_HOME, LEAVE, MISSED, ana_agreement, dev_agreement

from checkin.agreements.agreement import CheckTime, Cover, Late
from checkin.agreements.problems import agreement_problems
from checkin.agreements.threshold import ChecklistGap, FeelingRun, PlanNotKept, RepeatedMissed

TODAY = date(2026, 10, 5)


def problems(today=TODAY, previous=None, **changes):
    return agreement_problems(dev_agreement(**changes), previous, today)


def with_time(**changes):
    return problems(times=(LEAVE.model_copy(update=changes),))


def test_what_dev_and_ana_agreed_can_be_kept():
    assert problems() == ()
    assert agreement_problems(ana_agreement(), None, date(2026, 11, 2)) == ()
    assert problems(times=(*dev_agreement().times, DISCO_HOME)) == ()


def test_the_persons_words_must_be_there():
    assert problems(agreed_words=" ") == ("Write down what was agreed, in the person's own words.",)


def test_staff_may_set_it_against_devs_will_for_28_days_with_a_reason_and_a_manager():
    set_by_staff = {"view_of_person": "does_not_agree", "view_reason": "Two falls."}

    assert problems(**set_by_staff) == ()  # 5 October to 2 November: 28 days
    assert problems(**set_by_staff, review_on=date(2026, 11, 3)) == (
        "Without the person's yes this ends after 28 days. Pick a review date up to 2 November 2026.",
    )
    assert problems(view_of_person="does_not_agree", cover=Cover(day="marcus", night="lena")) == (
        "Write down why staff set this though the person said no.",
        "Name the manager who decided this.",
    )


def test_an_urgent_override_lasts_three_days():
    override = {"view_of_person": "not_asked", "view_reason": "Dev is in hospital."}

    assert problems(**override, review_on=date(2026, 10, 8)) == ()
    assert problems(**override, review_on=date(2026, 10, 9)) == (
        "Without the person's yes this ends after 3 days. Pick a review date up to 8 October 2026.",
    )
    assert problems(view_of_person="not_asked", review_on=date(2026, 10, 8)) == (
        "Write down why the person was not asked.",
    )


def test_the_review_date_is_neither_past_nor_far_away():
    assert problems(today=date(2026, 11, 2)) == ()
    assert problems(today=date(2026, 11, 3)) == (
        "The review date is too early. Pick a date from 3 November 2026 on.",
    )
    assert problems(valid_from=date(2026, 11, 3)) == (
        "The review date is too early. Pick a date from 3 November 2026 on.",
    )
    assert problems(review_on=date(2027, 1, 5)) == ()
    assert problems(review_on=date(2027, 1, 6)) == (
        "The review is more than 3 months away. Pick a date up to 5 January 2027.",
    )


def test_nothing_starts_before_it_was_agreed():
    assert problems(valid_from=date(2026, 10, 4)) == (
        "This starts before it was agreed. Pick a start from 5 October 2026 on.",
    )


def test_the_wait_is_longer_than_the_reminder():
    assert problems(missed_after_minutes=11) == ()
    assert problems(missed_after_minutes=10) == (
        "We would stop waiting after 10 minutes and remind after 10. Wait longer.",
    )
    assert problems(remind_after_minutes=None, missed_after_minutes=0) == (
        "We would stop waiting after 0 minutes and remind after 0. Wait longer.",
    )
    assert problems(remind_after_minutes=0) == ("Remind after at least 1 minute, or not at all.",)


def test_silence_that_tells_someone_needs_a_wait_and_a_ladder():
    assert problems(missed_after_minutes=None, ladder=()) == (
        "Say after how many minutes of silence someone should act.",
        "Say what staff do first when there is no answer, in the order the person chose.",
    )
    assert problems(missed_after_minutes=None, ladder=(), thresholds=()) == ()
    assert problems(thresholds=(MISSED,)) == ()


def test_a_wait_after_which_nobody_is_told_is_not_kept():
    assert problems(thresholds=()) == (
        "Nobody is told when there is no answer. Tick No answer, or empty the wait.",
    )
    assert problems(thresholds=(), missed_after_minutes=None) == ()
    assert problems(thresholds=(), times=()) == ()  # nothing is asked, and nobody waits


@pytest.mark.parametrize(
    "of",
    [
        lambda many: RepeatedMissed(count=many, of_last=3),
        lambda many: FeelingRun(steps=("s.how",), mark="bad", count=many, of_last=3),
        lambda many: ChecklistGap(item="bag", step="s.bag", mark="no", not_done=many, of_last=3),
        lambda many: PlanNotKept(step="s.kept", mark="no", count=many, of_last=3),
    ],
    ids=["missed", "feeling", "list", "plan"],
)
def test_what_can_never_be_reached_is_not_agreed(of):
    assert problems(thresholds=(MISSED, of(3))) == ()
    assert problems(thresholds=(MISSED, of(4))) == (
        "4 of the last 3 can never be. Make the first number 3 or less.",
    )


def test_the_numbers_of_late_fit_one_another():
    assert problems(late=Late(default=30, max_each=30, max_total_per_leg=30)) == ()
    for late in (Late(default=0), Late(default=40), Late(max_each=70)):
        (said,) = problems(late=late)
        assert said.startswith(
            f"LATE waits {late.default} minutes, at most {late.max_each} each time"
        )


def test_a_time_has_days_or_one_date():
    assert with_time(days=()) == ("Pick days of the week for leave, or one date.",)
    assert with_time(on=date(2026, 10, 25)) == ("Pick days of the week for leave, or one date.",)


def test_a_date_that_has_passed_is_refused():
    assert with_time(days=(), on=TODAY) == ()
    assert with_time(days=(), on=date(2026, 10, 4)) == (
        "The date of leave has passed. Pick another.",
    )


def test_d_spring_a_time_that_is_not_there_is_refused():
    spring = {"days": (), "on": date(2027, 3, 28), "at": time(1, 30)}

    assert with_time(**spring) == (
        "There is no 01:30 that night. The clocks jump from 01:00 to 02:00.",
    )


def test_early_is_never_negative():
    assert with_time(early_minutes=-1) == (
        "Say how many minutes early leave may be answered: 0 or more.",
    )


@pytest.mark.parametrize("closes", [time(9), time(9, 15)])
def test_a_check_in_closes_after_it_opens(closes):
    assert with_time(open_until=closes) == (
        f"leave closes at {closes:%H:%M} and opens at 09:15. Let it close later.",
    )


@pytest.mark.parametrize("again", [time(9, 15), time(12), time(13)])
def test_later_today_is_while_it_is_open(again):
    assert with_time(open_until=time(12), later_at=again) == (
        f'"Later today" asks leave again at {again:%H:%M}. Pick a time while it is open.',
    )


def test_later_today_may_stand_alone():
    assert with_time(later_at=time(12)) == ()


def test_nobody_is_asked_the_same_thing_twice_at_one_time():
    assert problems(times=(LEAVE, ARRIVE, LEAVE)) == (
        "leave at 09:15 is there twice. Take one away.",
    )
    assert problems(times=(DISCO_HOME, DISCO_HOME)) == (
        "disco_home at 01:30 is there twice. Take one away.",
    )
    other_days = CheckTime(key="leave", at=LEAVE.at, days=("mon",), asks="ask_leave")
    assert problems(times=(LEAVE, other_days)) == ()


@pytest.mark.parametrize("zone", ["Europe/Londn", "", "../London"])
def test_a_zone_that_is_not_there_is_named(zone):
    assert problems(zone=zone) == (
        f'There is no time zone "{zone}". Write one such as Europe/London.',
    )


def test_a_change_is_the_next_version_of_the_same_agreement():
    first = dev_agreement()

    assert problems(previous=first, version=2) == ()
    assert problems(version=2) == (
        "This is version 2. It must be version 1: read it again and change that.",
    )
    assert problems(previous=first) == (
        "This is version 1. It must be version 2: read it again and change that.",
    )
    for other in ({"person": "ana"}, {"key": "ana-mornings"}):
        assert problems(previous=first, version=2, **other) == (
            "This changes another agreement. Open the right one and change that.",
        )


def test_another_wait_is_kept_only_after_its_effect_was_shown():
    first = dev_agreement()

    assert problems(previous=first, version=2, missed_after_minutes=30) == (
        "Show them what the new wait would have done, on the person's staff page, and keep it there.",
    )
    shown = {"effect_shown": "BT-1"}
    assert problems(previous=first, version=2, missed_after_minutes=30, **shown) == ()


def test_every_problem_is_told_at_once():
    assert len(problems(agreed_words="", ladder=(), late=Late(default=0))) == 3


def test_two_times_of_one_day_have_names_of_their_own():
    later = ARRIVE.model_copy(update={"key": LEAVE.key})

    assert problems(times=(LEAVE, later)) == (
        "leave is there twice on one day. Give one another name, or take it away.",
    )


def test_day_and_night_do_not_start_at_once():
    both = {"day_from": time(7, 30), "night_from": time(7, 30)}
    cover = dev_agreement().cover.model_copy(update=both)

    assert "Day and night both start at 07:30. Let one start at another time." in problems(
        cover=cover
    )


def test_a_way_is_out_or_back():
    sideways = LEAVE.model_copy(update={"leg": "sideways"})

    assert problems(times=(sideways,)) == (
        'The way of leave is "sideways". Write out or back, or leave it empty.',
    )
