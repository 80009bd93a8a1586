"""A loop's key names the step whose answer opened it: who may read it depends on that."""

from datetime import UTC, datetime

import pytest

from checkin.lives.loop_key import (
    answer_key,
    answer_to_staff_of,
    is_of_later,
    step_of,
    talk_key,
    text_key,
    text_of,
    to_staff_key,
    written_down_by,
)


@pytest.mark.parametrize("apart", ["", "0f1e2d3c"])
def test_the_step_is_found_again_also_for_words_said_afterwards(apart):
    assert step_of(answer_key("c1", "promises.y1.better", apart=apart)) == "promises.y1.better"


@pytest.mark.parametrize(("apart", "later"), [("", False), ("0f1e2d3c", True)])
def test_what_came_later_is_told_from_the_first_answer_of_its_step(apart: str, *, later: bool):
    assert is_of_later(answer_key("c1", "words", apart=apart)) == later
    assert not is_of_later(text_key("t1"))


def test_words_of_a_text_or_a_talk_have_no_step():
    assert (step_of("text:m1"), step_of("talk:t1")) == ("", "")


def test_what_answers_staff_is_of_no_step():
    assert {step_of(text_key("t1")), step_of(to_staff_key("w1", 2))} == {""}


def test_what_answers_staff_on_a_page_says_which_words_and_which_answer():
    assert answer_to_staff_of(to_staff_key("words", 2)) == ("words", 2)
    assert answer_to_staff_of(text_key("heard")) is None


def test_the_text_is_found_again_whose_words_it_holds():
    assert text_of(text_key("t1")) == "t1"
    assert text_of(to_staff_key("w1", 2)) is None


def test_words_of_a_talk_say_who_wrote_them_down_and_no_others_do():
    at = datetime(2026, 11, 27, 10, 6, tzinfo=UTC)

    assert written_down_by(talk_key("marcus", at)) == "marcus"
    assert written_down_by(text_key("t1")) is None
