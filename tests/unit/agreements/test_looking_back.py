"""Ana and Dev look back: what each threshold would have done with their own last weeks."""

from dataclasses import replace
from datetime import timedelta

import pytest
from agreed_people import dev_agreement, london

from checkin.agreements.looking_back import (
    NO_ANSWERS,
    NO_CHECK_INS,
    NOBODY_COMES,
    Past,
    looking_back,
)
from checkin.agreements.reached import PastAnswer
from checkin.agreements.threshold import (
    AgreedWord,
    AskToTalk,
    ChecklistGap,
    ConfidenceDrop,
    FeelingRun,
    HelpOrNotOk,
    MissedCheckIn,
    PlanNotKept,
)

HOW, WEEK = "my_morning_daily.daily_how", "what_matters.week"
BAD = "not good"


def answers(*marks, step=HOW, done="self"):
    """Return one answer a day; a mark, or none."""
    first = london("2026-10-01 10:30")
    return {
        step: [
            PastAnswer(
                f"a{day}", step, ("x",), (mark,) if mark else (), done, first + timedelta(day)
            )
            for day, mark in enumerate(marks)
        ]
    }


NOTHING_YET = Past()


def said(threshold, past=NOTHING_YET, **changes):
    """Return the sentence of one threshold."""
    agreement = dev_agreement().model_copy(update={"thresholds": (threshold,), **changes})
    (sentence,) = looking_back(agreement, past)
    return sentence


def test_a_wait_is_looked_back_on():
    past = Past(delays=(2, 25, None, 31), needed=frozenset({2}), not_needed=frozenset({1, 3}))

    assert said(MissedCheckIn(), past, missed_after_minutes=20) == (
        "If we wait 20 minutes, we would have rung you 3 times. 1 time you needed it."
    )
    assert said(MissedCheckIn(), past, missed_after_minutes=None) == NOBODY_COMES


def test_three_sad_faces_in_a_row_are_come_to_once_and_counted_anew():
    feeling = FeelingRun(steps=(HOW, WEEK), mark=BAD)
    past = Past(answers=answers(BAD, BAD, BAD, BAD, BAD, "", BAD), judged={"feeling_run:a2": True})

    assert said(feeling, past) == (
        "If we wait for 3 “not good” in a row, or 4 of 7, we would have come to you 1 time. "
        "1 time you needed it."
    )
    two = feeling.model_copy(update={"in_a_row": 2})
    assert (
        "we would have come to you 2 times. Nobody wrote down whether you needed it. "
        "1 time you needed it" in said(two, past)
    )


def test_answers_of_two_questions_are_counted_together_as_they_came():
    feeling = FeelingRun(steps=(HOW, WEEK), mark=BAD, in_a_row=2)
    week = answers("", BAD, step=WEEK)
    past = Past(
        answers=answers(BAD) | {WEEK: [replace(one, key=f"w{one.key}") for one in week[WEEK]]}
    )

    assert "we would not have come to you" in said(feeling, past)


def test_what_others_entered_counts_nothing():
    feeling = FeelingRun(steps=(HOW,), mark=BAD, in_a_row=2)

    past = Past(answers=answers(BAD, BAD, BAD, done="by_other"))

    assert "we would not have come to you" in said(feeling, past)


def test_tablets_missed_twice_of_four():
    step = "group_day.tablets"
    gap = ChecklistGap(item="tablets", step=step, mark="tablets not taken")
    past = Past(answers=answers("tablets not taken", "", "tablets not taken", step=step))

    assert said(gap, past) == (
        "If we wait for 2 “tablets not taken” of 4, we would have come to help you 1 time. "
        "Nobody wrote down whether you needed it."
    )
    assert said(gap, replace(past, judged={"checklist_gap:a2": False})).endswith(
        "1 time. 0 times you needed it."
    )


def test_what_nobody_judged_is_said_apart_from_what_was_not_needed():
    past = Past(delays=(25, None, 31), needed=frozenset({1}), not_needed=frozenset({0}))
    rung = "If we wait 20 minutes, we would have rung you 3 times."

    assert said(MissedCheckIn(), past, missed_after_minutes=20) == (
        f"{rung} 1 time you needed it. 1 time nobody wrote down whether you needed it."
    )
    nobody = said(MissedCheckIn(), Past(delays=past.delays), missed_after_minutes=20)
    assert nobody == f"{rung} Nobody wrote down whether you needed it."


def test_a_fall_from_sure_is_counted_once():
    drop = ConfidenceDrop(steps=(HOW,), mark="not sure", was="sure")
    past = Past(answers=answers("sure", "not sure", "not sure", "not sure"))

    assert said(drop, past).startswith(
        "If we wait for 2 “not sure” in a row, or “not sure” right after “sure”, "
        "we would have offered to practise 2 times."
    )
    assert "right after" not in said(replace_was(drop), past)


def replace_was(drop):
    return drop.model_copy(update={"was": ""})


def test_the_plan_that_staff_did_not_keep_is_looked_at_once_in_its_days():
    plan = PlanNotKept(step=HOW, mark="plan not kept")
    past = Past(answers=answers(*["plan not kept"] * 8))

    assert "we would have looked at your plan 1 time." in said(plan, past)


@pytest.mark.parametrize(
    ("threshold", "words"),
    [
        (AgreedWord(), "You said the word 2 times. We would have rung you 2 times."),
        (HelpOrNotOk(), "You asked for help 1 time. We would have rung you 1 time."),
        (AskToTalk(), "You asked to talk 3 times. We would have talked with you 3 times."),
    ],
)
def test_what_is_asked_for_is_counted(threshold, words):
    past = Past(asked={"agreed_word": 2, "help_or_not_ok": 1, "ask_to_talk": 3})

    assert said(threshold, past) == words
    assert "yet" in said(threshold)


def test_what_is_the_same_of_two_thresholds_is_said_once():
    two = (FeelingRun(steps=(HOW,), mark=BAD), FeelingRun(steps=(WEEK,), mark=BAD))
    agreement = dev_agreement().model_copy(update={"thresholds": two})

    assert looking_back(agreement, Past()) == (NO_ANSWERS,)


def test_where_there_is_no_past_it_says_so():
    assert said(MissedCheckIn()) == NO_CHECK_INS
    assert said(FeelingRun(steps=(HOW,), mark=BAD)) == NO_ANSWERS
    assert looking_back(dev_agreement().model_copy(update={"thresholds": ()}), Past()) == (
        NOBODY_COMES,
    )


def test_a_good_week_between_two_bad_mornings_breaks_the_run():
    feeling = FeelingRun(steps=(HOW, WEEK), mark=BAD, in_a_row=2)
    first, _, third = answers(BAD, "", BAD)[HOW]
    good = replace(answers("", "", step=WEEK)[WEEK][1], key="w")

    assert "we would not have come to you" in said(
        feeling, Past(answers={HOW: [first, third], WEEK: [good]})
    )
