"""What is agreed, in the fewest words; what changed, the old beside the new."""

from datetime import date, time

from checkin.agreements.agreement import Agreement, CheckTime
from checkin.agreements.few_words import Line, as_it_stands, side_by_side
from checkin.agreements.threshold import AgreedWord, FeelingRun, MissedCheckIn, RepeatedMissed
from checkin.agreements.times import WEEK

MONDAY, SUNDAY = date(2026, 10, 19), date(2026, 10, 25)
WORDS = "Text me again. Then ring me."
LEAVE = CheckTime(key="leave", at=time(9, 15), days=("tue", "thu"), asks="ask_leave")
HOME = CheckTime(key="home", at=time(16), days=("tue",), asks="ask_home")
DISCO = CheckTime(key="disco", at=time(1, 30), on=SUNDAY, asks="ask_home")


MISSED = MissedCheckIn()


def agreed(**different) -> Agreement:
    return Agreement(
        **{
            "key": "dev-group-days", "version": 1, "person": "dev", "title": "Group days",
            "channel": "text", "times": (LEAVE, HOME), "remind_after_minutes": 10,
            "missed_after_minutes": 20, "thresholds": (MISSED,), "agreed_words": WORDS, "view_of_person": "agrees",
            "agreed_on": MONDAY, "valid_from": MONDAY, "review_on": SUNDAY, **different,
        }
    )  # fmt: skip


def test_dev_reads_what_is_agreed_in_a_few_lines():
    assert [one.new for one in as_it_stands(agreed())] == [
        f"“{WORDS}”",
        "We text you at 09:15 on Tuesday and Thursday. We text you at 16:00 on Tuesday.",
        "We ask again after 10 minutes.",
        "If you do not answer for 20 minutes, staff act.",
    ]


def test_after_how_many_misses_there_is_a_talk_is_said_with_what_he_said_of_it():
    often = RepeatedMissed(count=2, of_last=3, agreed_words="Come and see me.")
    talk = "If you miss 2 of 3, staff talk with you."

    (line,) = side_by_side(agreed(), agreed(thresholds=(MISSED, often)))
    assert (line.old, line.new) == ("", f"\u201cCome and see me.\u201d {talk}")
    unsaid = agreed(thresholds=(MISSED, RepeatedMissed(count=2, of_last=3)))
    assert as_it_stands(unsaid)[-1].new == talk


def test_where_nothing_tells_staff_of_silence_it_says_that_nobody_is_told():
    (one,) = side_by_side(agreed(), agreed(version=2, thresholds=()))

    assert (one.old, one.new) == (
        "If you do not answer for 20 minutes, staff act.",
        "If you do not answer, nobody is told.",
    )


def test_another_day_is_something_different():
    every_day = LEAVE.model_copy(update={"days": WEEK})
    (one,) = side_by_side(agreed(times=(LEAVE,)), agreed(times=(every_day,)))

    assert (one.old, one.new) == (
        "We text you at 09:15 on Tuesday and Thursday.",
        "We text you at 09:15 every day.",
    )


def test_only_what_is_different_is_shown_beside_what_stood():
    old, new = agreed(), agreed(version=2, missed_after_minutes=30, times=(LEAVE, DISCO))

    assert side_by_side(old, new) == (
        Line(
            "time.clock",
            "We text you at 09:15 on Tuesday and Thursday. We text you at 01:30 on Sunday 25 October.",
            "We text you at 09:15 on Tuesday and Thursday. We text you at 16:00 on Tuesday.",
        ),
        Line(
            "act.wait",
            "If you do not answer for 30 minutes, staff act.",
            "If you do not answer for 20 minutes, staff act.",
        ),
    )


def test_what_is_added_has_nothing_before_and_what_is_taken_away_nothing_now():
    sad = FeelingRun(agreed_words="Sit with me.", steps=("a.b",), mark="not good")
    bare = {"remind_after_minutes": None, "missed_after_minutes": None}
    added = side_by_side(agreed(), agreed(version=2, thresholds=(MISSED, sad)))
    gone = side_by_side(agreed(thresholds=(MISSED, sad)), agreed(version=2, **bare))

    assert added == (Line("act.help", "“Sit with me.”", ""),)
    assert [(one.old, one.new) for one in gone] == [
        ("We ask again after 10 minutes.", ""),
        (
            "If you do not answer for 20 minutes, staff act.",
            "If you do not answer, nobody is told.",
        ),
        ("“Sit with me.”", ""),
    ]


def test_words_that_stand_already_are_not_said_twice():
    same = MissedCheckIn(agreed_words=WORDS)

    assert as_it_stands(agreed(thresholds=(same,))) == as_it_stands(agreed())


def test_an_agreement_without_times_asks_for_nothing():
    tablet = agreed(channel="tablet", times=())

    assert [one.new for one in as_it_stands(tablet)] == [f"“{WORDS}”"]
    daily = CheckTime(key="daily", at=time(10, 30), days=("mon",), asks="my_morning_daily")
    told = as_it_stands(agreed(channel="tablet", times=(daily,)))
    assert "We ask you at 10:30 on Monday." in [one.new for one in told]


def test_no_shared_screen_speaks_of_the_secret_word():
    word = AgreedWord(agreed_words="If I say the word, ring me and chat first.")

    assert agreed(thresholds=(MISSED, word)).on_a_shared_screen == agreed()
