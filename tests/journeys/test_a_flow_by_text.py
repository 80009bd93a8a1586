"""Dev answers his checklist by text: the same flow as on the tablet, one text a question."""

from datetime import date, time

import pytest

from checkin.storage import answers, which_alerts, which_check_ins
from tests.conftest import World, london
from tests.journeys.agreed_otherwise import checklist_by_text
from tests.journeys.doors import DEV, Phone

DAY = date(2026, 10, 20)


@pytest.fixture
def by_text(world: World) -> World:
    """Dev's checklist now comes by text, at half past eight."""
    checklist_by_text(world, until=time(9, 10))
    world.go_to("2026-10-20 08:30")
    return world


def test_the_first_question_says_who_will_see_the_answers(by_text):
    asked = by_text.texts(DEV)[-1]

    assert asked.startswith("It is art today. What is your plan?")
    assert "will see this" in asked


def test_words_numbers_and_own_words_all_answer(by_text):
    for minute, words in enumerate(
        ("going", "1", "had toast", "just toast", "i know the way"), start=31
    ):
        Phone(by_text).text(f"2026-10-20 08:{minute}", words)

    with by_text.app.app_context():
        row = _checklist(by_text)
        given = {one.step: (tuple(one.choices), one.words) for one in answers.answers_of(row.id)}
    assert given["going"] == (("going",), None)
    assert given["tablets"] == (("done",), None)
    assert given["food"] == ((), "had toast\njust toast")  # asked once more, never a third time
    assert given["route"] == (("know",), None)


def test_help_me_is_a_cry_for_help_at_any_question(by_text):
    Phone(by_text).text("2026-10-20 08:31", "going")
    Phone(by_text).text("2026-10-20 08:32", "help me")

    with by_text.app.app_context():
        (alert,) = which_alerts.alerts_of_person(by_text.cast.dev)
    assert (alert.kind, alert.level) == ("help_or_not_ok", "now")


def test_not_going_cancels_the_days_texts_and_alarms_nobody(by_text):
    Phone(by_text).text("2026-10-20 08:31", "not going")
    by_text.go_to("2026-10-20 17:00")

    with by_text.app.app_context():
        rows = which_check_ins.check_ins_of(
            by_text.cast.dev, london("2026-10-20 09:00"), london("2026-10-20 18:00")
        )
        assert {row.state for row in rows} == {"cancelled"}
        assert not which_alerts.alerts_of_person(by_text.cast.dev)


def _checklist(world):
    rows = which_check_ins.check_ins_of(
        world.cast.dev, london("2026-10-20 08:00"), london("2026-10-20 09:00")
    )
    return next(row for row in rows if row.channel == "text")


def test_who_said_later_is_asked_again_half_way_to_the_end_and_then_hears_no_reminder(by_text):
    Phone(by_text).text("2026-10-20 08:30", "later")
    before = len(by_text.texts(DEV))

    by_text.go_to("2026-10-20 08:51")

    assert by_text.texts(DEV)[before:] == [by_text.texts(DEV)[before]]
    assert "What is your plan?" in by_text.texts(DEV)[before]


def test_later_twice_is_asked_twice_more(by_text):
    Phone(by_text).text("2026-10-20 08:30", "later")
    by_text.go_to("2026-10-20 08:51")
    Phone(by_text).text("2026-10-20 08:52", "later")

    by_text.go_to("2026-10-20 09:02")

    asked = [one for one in by_text.texts(DEV) if "What is your plan?" in one]
    assert len(asked) == 3
