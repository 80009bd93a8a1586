"""Answers were sent: which of them ask for someone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from agreed_people import (
    ANA,
    DEV,
    FACES,
    PLAN,
    SURE,
    TABLETS,
    TALK,
    ana_agreement,
    dev_agreement,
    london,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.agreements.counted import steps_counted
from checkin.agreements.happened import AnswersSent
from checkin.agreements.reached import PastAnswer
from checkin.agreements.threshold import FeelingRun, MissedCheckIn
from checkin.agreements.thresholds import reached
from checkin.conversation.talking.facts import Marked, TalkAsked, Tell

HOW = "my_morning_daily.daily_how"
KEPT = "my_morning_daily.daily_kept"
TABLETS_STEP = "group_day.tablets"
MARKS = {
    "not_good": "not good", "some": "plan not kept", "not_today": "plan not kept",
    "not_yet": "tablets not taken", "help": "tablets not taken",
    "sure": "sure", "not_sure": "not sure",
}  # fmt: skip


def past(step, *choices, first="2026-11-09 10:35", done="self"):
    """Return one answer a day to a step, oldest first; None is a skip."""
    began = london(first)
    return [
        PastAnswer(
            key=f"{step}-{number}",
            step=step,
            choices=(choice,) if choice else (),
            marks=(MARKS[choice],) if choice in MARKS else (),
            done=done,
            at=began + timedelta(days=number),
            labels=(choice.replace("_", " ").capitalize(),) if choice else (),
        )
        for number, choice in enumerate(choices)
    ]


def sent(history, flow="my_morning_daily", facts=(), **more):
    return AnswersSent("c1", flow, tuple(facts), history, **more)


def ana(*answers, step=HOW, agreement=None, now=None):
    """Return the kinds reached when the newest of these answers of Ana's is sent."""
    history = {step: list(answers)}
    at = now or answers[-1].at
    return reached([agreement or ana_agreement()], sent(history), at, person=ANA)


def kinds(found):
    return [one.kind for one in found]


# T6: three sad faces ------------------------------------------------------------------


def test_three_sad_faces_in_a_row_ask_someone_to_sit_with_ana():
    (alert,) = ana(*past(HOW, "good", "not_good", "not_good", "not_good"))

    assert (alert.kind, alert.level, alert.about) == ("feeling_run", "today", "person")
    assert alert.title == "Ana said not good 3 times."
    assert alert.what == ("Tuesday: Not good.", "Wednesday: Not good.", "Thursday: Not good.")
    assert alert.agreed_words == FACES.agreed_words
    assert alert.key == f"feeling_run:{HOW}-3"
    assert alert.group == f"feeling_run:ana:{HOW}"
    assert alert.do_by == london("2026-11-12 21:30")


def test_two_sad_faces_are_two_sad_faces():
    assert ana(*past(HOW, "not_good", "not_good")) == ()


def test_a_good_morning_breaks_the_row():
    assert ana(*past(HOW, "not_good", "not_good", "good", "not_good")) == ()


def test_a_skip_breaks_nothing_and_counts_nothing():
    assert kinds(ana(*past(HOW, "not_good", None, "not_good", None, "not_good"))) == ["feeling_run"]
    assert ana(*past(HOW, "not_good", None, "not_good")) == ()


def test_four_of_seven_are_enough_and_four_of_eight_are_not():
    four_of_seven = ("not_good", "good", "not_good", "good", "not_good", "good", "not_good")

    assert kinds(ana(*past(HOW, *four_of_seven))) == ["feeling_run"]
    assert ana(*past(HOW, "not_good", "good", "good", *four_of_seven[2:])) == ()
    assert ana(*past(HOW, "not_good", "good", *four_of_seven[1:])) == ()


def test_four_of_seven_wait_until_the_next_sad_face():
    assert ana(*past(HOW, "not_good", "not_good", "good", "not_good", "good")) == ()


@pytest.mark.parametrize(
    ("done", "counts"), [("self", 1), ("helped", 1), (None, 1), ("by_other", 0)]
)
def test_only_anas_own_faces_count(done, counts):
    *before, last = past(HOW, "not_good", "not_good", "not_good")

    assert len(ana(*before, replace(last, done=done))) == counts


def test_a15_kims_answer_for_ana_stands_between_and_breaks_nothing():
    first, kims, second, third = past(HOW, "not_good", "good", "not_good", "not_good")

    assert kinds(ana(first, replace(kims, done="by_other"), second, third)) == ["feeling_run"]


def test_what_raised_an_alert_does_not_raise_it_again():
    first, second, third, fourth, fifth, sixth = past(HOW, *["not_good"] * 6)
    raised = replace(third, reached_before=True)

    assert ana(first, second, raised) == ()
    assert ana(first, second, raised, fourth) == ()
    assert ana(first, second, raised, fourth, fifth) == ()
    assert kinds(ana(first, second, raised, fourth, fifth, sixth)) == ["feeling_run"]


def test_after_a_second_alert_only_what_came_after_it_counts():
    answers = past(HOW, *["not_good"] * 8)
    answers[2] = replace(answers[2], reached_before=True)
    answers[5] = replace(answers[5], reached_before=True)

    assert ana(*answers) == ()


def test_faces_of_several_named_steps_count_together_in_the_order_given():
    evening = "my_evening.how"
    both = ana_agreement(thresholds=(FACES.model_copy(update={"steps": (HOW, evening)}),))
    mornings = past(HOW, "not_good", "not_good")
    evenings = past(evening, "not_good", first="2026-11-09 19:00")
    history = {HOW: mornings, evening: evenings}

    found = reached([both], sent(history), mornings[-1].at, person=ANA)

    assert found[0].key == f"feeling_run:{HOW}-1"


def test_another_flow_says_nothing_about_mornings():
    history = {HOW: past(HOW, "not_good", "not_good", "not_good")}

    assert (
        reached(
            [ana_agreement()],
            sent(history, flow="what_matters"),
            london("2026-11-12 17:00"),
            person=ANA,
        )
        == ()
    )


def test_feelings_pause_14_days_after_a_review_that_was_let_slip():
    slipped = ana_agreement(review_on=date(2026, 10, 28))
    faces = past(HOW, "not_good", "not_good", "not_good")

    assert kinds(ana(*faces, agreement=slipped, now=london("2026-11-11 10:35"))) == ["feeling_run"]
    assert ana(*faces, agreement=slipped, now=london("2026-11-12 10:35")) == ()


# T11: not sure any more ---------------------------------------------------------------

ON_THE_BUS = "group_day.sure"


def dev_is(*choices, agreement=None, again=()):
    """Return what is reached when the newest of these answers of Dev's is sent."""
    history = {ON_THE_BUS: [*past(ON_THE_BUS, *choices), *again]}
    sure = agreement or dev_agreement(thresholds=(SURE,))
    now = history[ON_THE_BUS][-1].at
    return reached([sure], sent(history, flow="group_day"), now, person=DEV)


def test_not_sure_twice_asks_to_practise_again():
    assert dev_is("bit_sure", "not_sure") == ()

    (alert,) = dev_is("bit_sure", "not_sure", "not_sure")
    assert (alert.kind, alert.level, alert.about) == ("confidence_drop", "plan", "person")
    assert alert.title == "Dev said not sure 2 times."
    assert alert.agreed_words == SURE.agreed_words


def test_from_sure_to_not_sure_in_one_step_is_enough_and_by_two_steps_is_not():
    (alert,) = dev_is("sure", "not_sure")
    assert alert.title == "Dev said sure, and then not sure."
    assert alert.what == ("Monday: Sure.", "Tuesday: Not sure.")

    assert dev_is("sure", "bit_sure", "not_sure") == ()
    assert dev_is("not_sure", "sure") == ()
    assert dev_is("sure") == ()


def test_where_a_fall_was_not_agreed_it_takes_two():
    twice = dev_agreement(thresholds=(SURE.model_copy(update={"was": ""}),))

    assert dev_is("sure", "not_sure", agreement=twice) == ()
    assert kinds(dev_is("sure", "not_sure", "not_sure", agreement=twice)) == ["confidence_drop"]


def test_what_asked_to_practise_does_not_ask_again():
    sure, fell, more = past(ON_THE_BUS, "sure", "not_sure", "not_sure")
    raised = [sure, replace(fell, reached_before=True), more]

    assert dev_is(again=raised) == ()


# T12: the morning plan ----------------------------------------------------------------


def test_a05_the_second_morning_that_was_not_kept_is_about_staff():
    (alert,) = ana(*past(KEPT, "all", "some", "not_today"), step=KEPT)

    assert (alert.kind, alert.level, alert.about) == ("plan_not_kept", "today", "service")
    assert alert.title == "The morning plan was not kept: Tuesday some, Wednesday not today."
    assert alert.agreed_words == PLAN.agreed_words


def test_a04_one_morning_is_one_morning():
    assert ana(*past(KEPT, "all", "some"), step=KEPT) == ()


def test_two_of_the_last_five_and_not_of_six():
    assert kinds(ana(*past(KEPT, "some", "all", "all", "all", "some"), step=KEPT)) == [
        "plan_not_kept"
    ]
    assert ana(*past(KEPT, "some", "all", "all", "all", "all", "some"), step=KEPT) == ()


def test_a_morning_more_than_a_week_ago_is_given_with_its_date():
    long_ago = past(KEPT, "some", first="2026-11-03 10:35")
    (alert,) = ana(*long_ago, *past(KEPT, "not_today", first="2026-11-11 10:41"), step=KEPT)

    assert alert.title == (
        "The morning plan was not kept: Tuesday 3 November some, Wednesday not today."
    )


def test_the_same_weekday_a_week_ago_is_given_with_its_date():
    week_ago = past(KEPT, "some", first="2026-11-04 10:35")
    (alert,) = ana(*week_ago, *past(KEPT, "some", first="2026-11-11 10:41"), step=KEPT)

    assert alert.title == (
        "The morning plan was not kept: Wednesday 4 November some, Wednesday some."
    )


def test_a12_while_an_alert_is_being_seen_to_nothing_more_is_raised():
    tuesday, wednesday, *later = past(KEPT, "some", *["not_today"] * 9, first="2026-11-10 10:35")
    raised = replace(wednesday, reached_before=True)

    assert ana(tuesday, raised, *later[:2], step=KEPT) == ()
    assert ana(tuesday, raised, *later[:6], step=KEPT) == ()  # a week less a second later
    assert kinds(ana(tuesday, raised, *later[:7], step=KEPT)) == ["plan_not_kept"]


def test_the_rest_after_an_alert_lasts_exactly_its_days():
    _, raised, third, fourth = past(KEPT, "some", "some", "some", "some")
    raised = replace(raised, reached_before=True)
    over = raised.at + timedelta(days=7)

    assert ana(raised, third, fourth, step=KEPT, now=over - timedelta(seconds=1)) == ()
    assert kinds(ana(raised, third, fourth, step=KEPT, now=over)) == ["plan_not_kept"]


# T8: ask to talk ----------------------------------------------------------------------


def talk(now="2026-11-11 17:16", agreements=None, **more):
    facts = (TalkAsked("talk"), Tell("today", "talk", "Talk to someone soon"))
    happened = sent({}, flow="what_matters", facts=facts, **more)
    agreements = [ana_agreement()] if agreements is None else agreements
    (task,) = reached(agreements, happened, london(now), person=ANA)
    return task


def test_a07_ana_asked_on_wednesday_and_the_talk_is_due_on_thursday_at_the_same_time():
    task = talk()

    assert (task.kind, task.level, task.task) == ("ask_to_talk", "today", True)
    assert task.do_by == london("2026-11-12 17:16")
    assert task.for_staff == "priya"
    assert task.title == "Ana asked to talk."
    assert task.key == "ask_to_talk:c1"
    assert task.agreed_words == TALK.agreed_words


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("2026-11-13 17:16:40", "2026-11-16 17:16"),  # Friday: Monday
        ("2026-11-14 11:00", "2026-11-16 11:00"),  # Saturday: Monday
        ("2026-12-24 10:00", "2026-12-29 10:00"),  # over Christmas
        ("2026-10-23 17:16", "2026-10-26 17:16"),  # over the night the clocks go back
    ],
)
def test_a_working_day_is_a_working_day(asked, due):
    assert talk(asked).do_by == london(due)


def test_who_ana_picked_comes_before_who_was_agreed():
    assert talk(picked_staff="marcus").for_staff == "marcus"


def test_without_an_agreement_the_keyworker_is_asked_within_a_working_day():
    task = talk(agreements=[])

    assert (task.kind, task.for_staff, task.do_by) == (
        "ask_to_talk", "priya", london("2026-11-12 17:16"),
    )  # fmt: skip


def test_two_agreements_to_talk_make_one_talk():
    assert talk(agreements=[ana_agreement(), dev_agreement()]).for_staff == "priya"


def test_asking_to_talk_is_never_paused():
    slipped = ana_agreement(review_on=date(2026, 1, 1))

    assert talk(agreements=[slipped]).agreed_words == TALK.agreed_words


def test_a_mark_that_only_sounds_so_asks_nobody_to_talk():
    marked = sent({}, flow="getting_ready", facts=[Marked("ask to talk", "want")])

    assert reached([ana_agreement()], marked, london("2026-11-11 17:16"), person=ANA) == ()


# T10: tablets -------------------------------------------------------------------------


def dev(*choices, facts=(), threshold=TABLETS):
    history = {TABLETS_STEP: past(TABLETS_STEP, *choices, first="2026-10-20 08:41")}
    happened = sent(history, flow="group_day", facts=facts)
    agreement = dev_agreement(thresholds=(threshold,))
    return reached([agreement], happened, london("2026-10-23 08:41"), person=DEV)


def test_two_group_days_without_tablets_go_on_the_review_list():
    (plan,) = dev("done", "not_yet", "done", "not_yet")

    assert (plan.kind, plan.level) == ("checklist_gap", "plan")
    assert plan.title == "Dev: tablets not done 2 times."
    assert plan.what == ("Wednesday: Not yet.", "Friday: Not yet.")
    assert plan.do_by is None


def test_d02_one_group_day_without_tablets_is_a_note():
    assert dev("done", "done", "done", "not_yet") == ()
    assert dev("not_yet", "done", "done", "done", "not_yet") == ()  # five days ago


def test_help_me_brings_help_the_same_day():
    facts = (Marked("tablets not taken", "tablets"), Tell("soon", "tablets", "Help me"))

    (alert,) = dev("done", "help", facts=facts)

    assert (alert.kind, alert.level) == ("checklist_help", "soon")
    assert alert.title == "Dev wants help: tablets."
    assert alert.key == "checklist_help:c1:tablets"
    assert alert.agreed_words == TABLETS.agreed_words


def test_help_me_the_second_time_brings_help_and_goes_on_the_list():
    facts = (Marked("tablets not taken", "tablets"), Tell("soon", "tablets", "Help me"))

    assert kinds(dev("not_yet", "help", facts=facts)) == ["checklist_help", "checklist_gap"]


def test_what_was_agreed_of_silence_says_nothing_of_help_me():
    facts = [Tell("soon", "tablets", "Help me")]

    assert kinds(dev("help", facts=facts, threshold=MissedCheckIn())) == ["told"]


def test_help_me_without_same_day_help_is_told_as_the_flow_says():
    later = TABLETS.model_copy(update={"same_day_help": False})

    assert kinds(dev("help", facts=[Tell("soon", "tablets", "Help me")], threshold=later)) == [
        "told"
    ]


# What the flow itself tells -----------------------------------------------------------


def test_someone_hurt_me_is_told_now_whatever_was_agreed():
    covers_it = FeelingRun(steps=("tell_someone.kind",), mark="someone hurt me")
    facts = (Marked("someone hurt me", "kind"), Tell("now", "kind", "Someone hurt me"))
    happened = sent({}, flow="tell_someone", facts=facts)

    for agreements in ([], [ana_agreement(thresholds=(covers_it,))]):
        (alert,) = reached(agreements, happened, london("2026-11-11 12:00"), person=ANA)
        assert (alert.kind, alert.level) == ("told", "now")
        assert alert.title == "Ana said: Someone hurt me."
        assert alert.key == alert.group == "told:c1:kind"


def test_one_sad_face_tells_nobody_where_ana_agreed_on_three():
    facts = (Marked("not good", "daily_how"), Tell("today", "daily_how", "Not good"))
    happened = sent({HOW: past(HOW, "not_good")}, facts=facts)
    now = london("2026-11-09 10:35")

    assert reached([ana_agreement()], happened, now, person=ANA) == ()
    assert kinds(reached([], happened, now, person=ANA)) == ["told"]


def test_an_answer_no_agreement_speaks_about_is_told_as_the_flow_says():
    facts = (Marked("not good", "daily_how"), Tell("soon", "daily_diff", "It hurts"))

    (alert,) = reached(
        [ana_agreement()], sent({}, facts=facts), london("2026-11-09 10:35"), person=ANA
    )

    assert (alert.kind, alert.level, alert.title) == ("told", "soon", "Ana said: It hurts.")


def test_another_answer_to_a_counted_step_is_told_too():
    facts = [Tell("soon", "daily_how", "In pain")]

    assert kinds(
        reached([ana_agreement()], sent({}, facts=facts), london("2026-11-09 10:35"), person=ANA)
    ) == ["told"]


# How much history ---------------------------------------------------------------------


def test_the_history_to_load_is_bounded_and_named_by_step():
    assert steps_counted([ana_agreement(), dev_agreement()]) == {HOW: 7, KEPT: 14, TABLETS_STEP: 4}
    assert steps_counted([dev_agreement(thresholds=(SURE,))]) == {ON_THE_BUS: 2}
    assert steps_counted([]) == {}


def test_of_two_thresholds_on_one_step_the_longer_look_back_is_loaded():
    longer = ana_agreement(thresholds=(FACES, FACES.model_copy(update={"in_a_row": 9})))

    assert steps_counted([longer]) == {HOW: 9}
    assert steps_counted([longer, ana_agreement(thresholds=(FACES,))]) == {HOW: 9}


@settings(max_examples=50, deadline=None)
@given(choices=st.lists(st.sampled_from(["good", "ok", "not_good", None]), max_size=14))
def test_whatever_was_said_before_the_history_that_is_loaded_is_enough(choices):
    answers = past(HOW, *choices, "not_good")
    loaded = [one for one in answers if one.choices][-steps_counted([ana_agreement()])[HOW] :]

    assert ana(*loaded) == ana(*answers)


def test_that_someone_was_hurt_is_one_alert_however_often_it_is_said():
    facts = (
        Tell("now", "words", hurt=True),
        Tell("now", "kind", "Someone hurt me", hurt=True),
        Tell("now", "more", hurt=True),
    )

    (alert,) = reached(
        [], sent({}, flow="tell_someone", facts=facts), london("2026-11-11 12:00"), person=ANA
    )

    assert (alert.kind, alert.title) == ("someone_hurt", "Ana said: Someone hurt me.")
    (in_words,) = reached(
        [], sent({}, flow="tell_someone", facts=facts[:1]), london("2026-11-11 12:00"), person=ANA
    )
    assert in_words.title == "Read Ana's own words now: somebody may be hurt."
    (asks,) = reached(
        [],
        sent({}, flow="tell_someone", facts=(Tell("soon", "words"),)),
        london("2026-11-11 12:00"),
        person=ANA,
    )
    assert (asks.kind, asks.level) == ("told", "soon")
    assert asks.title == "Read Ana's own words: they ask for somebody."
