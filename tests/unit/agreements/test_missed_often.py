"""Dev missed two texts: Priya talks with him, and nothing changes by itself (thresholds.md T2)."""

from dataclasses import replace

from agreed_people import DEV, MISSED, dev_agreement, london
from hypothesis import given
from hypothesis import strategies as st

from checkin.agreements.happened import Silent
from checkin.agreements.looking_back import NO_CHECK_INS, Past, looking_back
from checkin.agreements.missed_often import is_missed_often, times_reached
from checkin.agreements.problems import COUNTS_NO_MISS, agreement_problems
from checkin.agreements.threshold import RepeatedMissed
from checkin.agreements.thresholds import reached

TWICE = RepeatedMissed(agreed_words="If I miss 2, talk to me. Maybe the time is wrong.")
AGREED = dev_agreement(thresholds=(MISSED, TWICE))
THURSDAY = london("2026-10-22 10:20:01")
SILENT = Silent("c9", "arrive", "10:00")


def kinds(silent: Silent, agreement=AGREED) -> list[str]:
    return [one.kind for one in reached([agreement], silent, THURSDAY, person=DEV)]


def test_the_first_miss_of_ten_asks_for_no_talk_and_the_second_does():
    assert kinds(replace(SILENT, before=(False,) * 9)) == ["missed_checkin"]
    assert kinds(replace(SILENT, before=(*(False,) * 8, True))) == [
        "missed_checkin",
        "repeated_missed",
    ]


def test_what_was_missed_before_the_last_ten_counts_no_more():
    assert kinds(replace(SILENT, before=(*(False,) * 9, True))) == ["missed_checkin"]


def test_the_talk_is_work_for_the_keyworker_within_three_working_days():
    *_, talk = reached([AGREED], replace(SILENT, before=(True,)), THURSDAY, person=DEV)

    assert (talk.level, talk.task, talk.for_staff) == ("plan", True, "priya")
    assert talk.title == "Dev missed 2 of the last 2 check-ins."
    assert talk.what[0] == "Talk with Dev first. Maybe the time is wrong."
    assert talk.do_by == london("2026-10-27 10:20")
    assert talk.agreed_words == TWICE.agreed_words


def test_what_we_did_not_ask_is_no_miss():
    before = (True,)
    assert kinds(replace(SILENT, before=before, not_asked="ours")) == ["missed_checkin"]
    assert kinds(replace(SILENT, before=before, down_from="09:50")) == ["missed_checkin"]


def test_where_nothing_was_agreed_about_it_nothing_is_asked():
    assert kinds(replace(SILENT, before=(True,)), dev_agreement()) == ["missed_checkin"]


def test_without_no_answer_there_is_nothing_to_count():
    alone = dev_agreement(thresholds=(TWICE,), missed_after_minutes=None, remind_after_minutes=None)

    assert COUNTS_NO_MISS in agreement_problems(alone, None, alone.valid_from)
    assert COUNTS_NO_MISS not in agreement_problems(AGREED, None, AGREED.valid_from)


def test_looking_back_each_talk_begins_the_count_anew():
    def said(*delays: int | None) -> str:
        agreement = dev_agreement(thresholds=(TWICE,))
        (sentence,) = looking_back(agreement, Past(delays=delays))
        return sentence

    when = "If we wait for 2 of 10 missed, we would"
    assert said(None, 2, None, None) == f"{when} have talked with you 1 time."
    assert said(None, None, 3, None, 50) == f"{when} have talked with you 2 times."
    assert said(1, None) == f"{when} not have talked with you."
    assert said() == NO_CHECK_INS


@given(st.lists(st.booleans(), max_size=40), st.integers(2, 5), st.integers(2, 12))
def test_looking_back_says_as_often_as_it_would_have_been_raised(
    missed: list[bool], count: int, of_last: int
):
    threshold = RepeatedMissed(count=count, of_last=of_last)
    times, since = 0, 0
    for number, one in enumerate(missed):
        newest_first = missed[since : number + 1][::-1]
        if one and is_missed_often(threshold, newest_first):
            times, since = times + 1, number + 1

    assert times_reached(threshold, missed) == times
