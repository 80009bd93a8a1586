"""A text made ready to be said."""

import pytest

from checkin.speech.joining import spoken
from checkin.speech.pico import Pico
from checkin.speech.sentences import LONGEST_TEXT, pieces, sentences
from tests.speech.conftest import BRITISH


def said(text: str, language: str = BRITISH) -> list[str]:
    return [sentence.said for sentence in sentences(text, language)]


def test_a_sentence_ends_at_a_full_stop_and_not_at_a_short_form():
    assert said("Dr. Shah is here. Are you OK? Yes!") == [
        "Dr. Shah is here.",
        "Are you OK?",
        "Yes!",
    ]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Tom & Jo", "Tom and Jo"),
        ("<b>Stop</b>", "b Stop /b"),
        ("\uff1cbreak\uff1e now", "break now"),
        ("here \u202egnp.exe", "here gnp.exe"),
        ("a\x00b", "a b"),
        ("I\u2019m OK\u2026", "I'm OK."),
        ("no!!!!!!", "no!"),
        ("07700900123456", "077009001234 56"),
        ("half \ud83d a face", "half a face"),
    ],
)
def test_what_would_disturb_a_voice_is_taken_out(text: str, plain: str):
    assert " ".join(said(text)) == plain


def test_letters_that_urdu_joins_stay_joined():
    assert said("می\u200cروم", "ur") == ["می\u200cروم"]


def test_each_word_shown_keeps_its_place_even_if_it_is_not_said():
    shown = [
        word.shown for each in sentences("Hello ... - <> Ana 👍", BRITISH) for word in each.words
    ]

    assert shown == ["Hello", "...", "-", "<>", "Ana", "👍"]


def test_a_long_answer_comes_in_pieces_cut_between_sentences():
    answer = "I went to the cafe. " * 100

    cut = pieces(answer)

    assert len(cut) == 4
    assert all(len(piece) <= LONGEST_TEXT and piece.endswith("cafe.") for piece in cut)
    assert " ".join(cut) == answer.strip()


def test_letters_without_a_space_are_cut_too():
    assert [len(piece) for piece in pieces("a" * 1_500)] == [600, 600, 300]


def test_nobody_has_to_hear_six_hundred_digits():
    seconds = len(spoken(Pico(), "9" * LONGEST_TEXT, BRITISH, 0.9).mp3) / 6_000

    assert seconds < 92
