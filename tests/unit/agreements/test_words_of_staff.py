"""How Ana and Dev come to read what Marcus says, and what he is told of it."""

from datetime import UTC, datetime, time

import pytest

from checkin.agreements.agreement import Cover
from checkin.agreements.cover import Hours
from checkin.agreements.promise_of_words import promise
from checkin.agreements.words_of_staff import (
    BeforeNextQuestion,
    ByText,
    InItsSitting,
    NotAtAll,
    OnTheirPage,
    Talk,
    asks,
    how_read,
    how_read_in_no_talk,
)

NOON = datetime(2026, 10, 20, 11, tzinfo=UTC)  # by the clock on Dev's wall: summer time
NIGHT = datetime(2026, 10, 20, 21, 30, tzinfo=UTC)
SMALL_HOURS = datetime(2026, 10, 21, 1, tzinfo=UTC)
SEVEN = datetime(2026, 10, 21, 6, tzinfo=UTC)
NINE = datetime(2026, 10, 21, 20, tzinfo=UTC)
HOURS = Hours(Cover(day_from=time(7), night_from=time(21)), "Europe/London")
BY_TEXT = Talk(by_text=True, hours=HOURS)
ON_A_TABLET = Talk(by_text=False, devices=frozenset({"of_many"}))


def test_by_day_a_text_goes_now_and_never_later_than_the_day():
    assert how_read(BY_TEXT, NOON) == ByText(None, NINE.replace(day=20))


@pytest.mark.parametrize("night", [NIGHT, SMALL_HOURS])
def test_in_the_night_it_waits_for_the_day(night: datetime):
    assert how_read(BY_TEXT, night) == ByText(SEVEN, NINE)


def test_whoever_texts_in_the_night_is_answered_then():
    assert how_read(BY_TEXT._replace(is_texting=True), NIGHT) == ByText(None, SEVEN)


@pytest.mark.parametrize(
    ("no_text", "devices", "read"),
    [
        (None, {"of_many"}, ByText(None, NINE.replace(day=20))),
        ("stopped", {"of_many"}, OnTheirPage()),
        ("no_phone", {"own"}, OnTheirPage()),
        ("stopped", set(), NotAtAll("stopped")),
        ("paused", {"own"}, NotAtAll("paused")),  # the secret word came
    ],
)
def test_words_in_no_talk_go_by_text_else_to_the_page(no_text, devices, read):
    talk = ON_A_TABLET._replace(
        is_over=True, no_text=no_text, devices=frozenset(devices), hours=HOURS
    )

    assert how_read_in_no_talk(talk, NOON) == read


@pytest.mark.parametrize(
    ("talk", "read"),
    [
        (ON_A_TABLET, BeforeNextQuestion()),
        (ON_A_TABLET._replace(is_over=True), OnTheirPage()),
        (ON_A_TABLET._replace(is_telling=True), InItsSitting()),
        (ON_A_TABLET._replace(is_telling=True, is_over=True), InItsSitting()),
        (
            ON_A_TABLET._replace(is_telling=True, devices=frozenset({"own", "of_many"})),
            BeforeNextQuestion(),
        ),
        (ON_A_TABLET._replace(devices=frozenset()), NotAtAll("no_tablet")),
        (ON_A_TABLET._replace(gone="taken_back"), NotAtAll("taken_back")),
        (BY_TEXT._replace(gone="thrown_away"), NotAtAll("thrown_away")),
        (BY_TEXT._replace(no_text="stopped", is_texting=True), NotAtAll("stopped")),
        (BY_TEXT._replace(no_text="no_phone"), NotAtAll("no_phone")),
    ],
)
def test_elsewhere_it_is_read_where_the_talk_is(talk: Talk, read: object):
    assert how_read(talk, NOON) == read


@pytest.mark.parametrize(
    ("read", "now", "said"),
    [
        (ByText(None, NINE), NOON, "Dev gets this as a text now."),
        (ByText(SEVEN, NINE), SMALL_HOURS, "Dev gets this as a text at 07:00, and not in the night."),
        (
            ByText(SEVEN, NINE), NIGHT,
            "Dev gets this as a text tomorrow at 07:00, and not in the night.",
        ),
        (BeforeNextQuestion(), NOON, "Dev sees this before the next question, or on their page."),
        (OnTheirPage(), NOON, "This waits on Dev's page."),
        (
            InItsSitting(), NOON,
            "Dev sees this only while they still sit at the tablet where they told it.",
        ),
        (NotAtAll("stopped"), NOON, "Dev has stopped our texts. Ring Dev."),
    ],
)  # fmt: skip
def test_staff_are_told_how_it_is_read(read, now: datetime, said: str):
    assert promise(read, "Dev", now, "Europe/London") == said


def test_what_has_a_question_mark_asks():
    assert asks("Shall I come at 10? Or at 11.")
    assert not asks("See you at 4.")
