"""The word that is shown is the word that is heard."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from checkin.speech.engine import Mark
from checkin.speech.espeak import Espeak
from checkin.speech.joining import spoken
from checkin.speech.pico import Pico
from checkin.speech.sentences import sentences
from checkin.speech.word_times import times_of
from tests.speech.conftest import BRITISH, QUESTION


def test_every_word_of_the_question_has_its_time_in_order():
    times = spoken(Pico(), QUESTION, BRITISH, 0.9).word_times

    assert [each.word for each in times] == QUESTION.split()
    assert all(each.start_ms < each.end_ms for each in times)
    assert all(first.end_ms <= after.start_ms for first, after in pairwise(times))


def test_the_pause_between_two_sentences_belongs_to_no_word():
    times = spoken(Pico(), QUESTION, BRITISH, 0.9).word_times

    assert 300 < times[5].start_ms - times[4].end_ms < 500


def test_espeak_tells_itself_when_each_word_begins():
    marks = Espeak().say("How are you feeling?", BRITISH, 0.9).marks

    assert [mark.at for mark in marks] == [0, 4, 8, 12]
    assert all(first.ms < after.ms for first, after in pairwise(marks))


def test_the_engines_own_marks_are_used_where_there_are_some():
    (sentence,) = sentences("I am here", BRITISH)

    times = times_of(sentence, [Mark(0, 100), Mark(2, 700), Mark(5, 800)], 100, 1_000)

    assert [(each.start_ms, each.end_ms) for each in times] == [(100, 700), (700, 800), (800, 1000)]


def test_a_longer_word_takes_longer_and_a_number_longer_still():
    (sentence,) = sentences("a picture 10:30 here", BRITISH)

    a, picture, half_past_ten, _ = (
        each.end_ms - each.start_ms for each in times_of(sentence, [], 0, 1_000)
    )

    assert a < picture < half_past_ten


def test_a_comma_is_a_pause():
    (sentence,) = sentences("here, at home", BRITISH)

    here, at, _ = times_of(sentence, [], 0, 1_000)

    assert at.start_ms - here.end_ms > 100


def test_a_row_of_dots_between_two_sentences_takes_no_time():
    times = spoken(Pico(), "Hello. ... Bye.", BRITISH, 0.9).word_times

    assert [each.word for each in times] == ["Hello.", "...", "Bye."]
    assert times[1].start_ms == times[1].end_ms == times[0].end_ms


@given(
    st.text(min_size=1).filter(str.strip),
    st.lists(st.tuples(st.integers(0, 99), st.integers(0, 9_000))),
)
def test_whatever_is_said_each_word_shown_has_one_time_inside_the_clip(text, marked):
    for sentence in sentences(text, BRITISH):
        marks = [Mark(at, ms) for at, ms in sorted(marked)]
        times = times_of(sentence, marks, 50, 9_000)

        assert [each.word for each in times] == [word.shown for word in sentence.words]
        assert all(each.start_ms <= each.end_ms <= 9_000 for each in times)
