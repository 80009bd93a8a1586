"""What Pico and eSpeak NG really say."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from checkin.speech import child
from checkin.speech.engine import QUIETEST_PEAK, CannotSpeak, Engine, Pcm
from checkin.speech.espeak import Espeak
from checkin.speech.joining import spoken
from checkin.speech.mp3 import is_mp3
from checkin.speech.pico import Pico
from checkin.speech.samples import loudest, spoken_part
from tests.speech.conftest import BRITISH, QUESTION

FULL_SCALE = 32_767


@pytest.mark.parametrize("engine", [Pico(), Espeak()], ids=["pico", "espeak"])
def test_dev_hears_a_whole_question_loud_enough_and_not_cut_off(engine: Engine):
    sound = engine.say("How are you feeling today?", BRITISH, 0.9)

    assert isinstance(sound, Pcm)
    start, end = spoken_part(sound.samples, sound.rate)
    assert 1_000 < end - start < 3_000
    assert QUIETEST_PEAK < loudest(sound.samples) < FULL_SCALE


@pytest.mark.parametrize("engine", [Pico(), Espeak()], ids=["pico", "espeak"])
def test_the_same_words_are_the_same_bytes_one_by_one_and_four_at_once(engine: Engine):
    one_by_one = spoken(engine, QUESTION, BRITISH, 0.9)
    with ThreadPoolExecutor(4) as threads:
        at_once = list(
            threads.map(lambda text: spoken(engine, text, BRITISH, 0.9), [QUESTION, "Stop."] * 2)
        )

    assert at_once[::2] == [one_by_one, one_by_one]
    assert at_once[1] == at_once[3] != one_by_one
    assert is_mp3(one_by_one.mp3)


def test_espeak_says_the_same_in_the_next_second():
    before = spoken(Espeak(), QUESTION, BRITISH, 0.9)
    time.sleep(1.1)  # it takes its chance from the second it is started in

    assert spoken(Espeak(), QUESTION, BRITISH, 0.9) == before


def test_a_slower_voice_before_it_does_not_change_what_ana_hears():
    before = spoken(Pico(), QUESTION, BRITISH, 0.9)
    slower = spoken(Pico(), QUESTION, BRITISH, 0.7)

    assert len(slower.mp3) > len(before.mp3)
    assert spoken(Pico(), QUESTION, BRITISH, 0.9) == before


def test_48_kilobits_are_about_six_kilobytes_a_second():
    said = spoken(Pico(), QUESTION, BRITISH, 0.9)

    seconds = len(said.mp3) * 8 / 48_000
    assert 3 < seconds < 5
    assert said.word_times[-1].end_ms < seconds * 1000


@pytest.mark.parametrize(
    "markup",
    ["Mind <break time='5000ms'/> the gap", "Mind <volume level='0'> the gap", "Mind <the> gap"],
)
def test_a_command_in_a_persons_words_is_read_out_not_obeyed(markup: str):
    plain = markup.replace("<", " ").replace(">", " ")

    assert spoken(Pico(), markup, BRITISH, 0.9).mp3 == spoken(Pico(), plain, BRITISH, 0.9).mp3


def test_pico_refuses_an_alphabet_that_it_would_leave_out():
    with pytest.raises(CannotSpeak, match="Add the espeak engine"):
        Pico().say("Ana said مرحبا", BRITISH, 0.9)


def test_pico_refuses_a_picture_letter_that_it_would_be_silent_at():
    with pytest.raises(CannotSpeak, match="made no sound"):
        spoken(Pico(), "👍", BRITISH, 0.9)


@pytest.mark.parametrize("text", ["...", "", " - ", "<>", "\x00\u202e"])
def test_there_is_nothing_to_say_in_a_row_of_dots(text: str):
    with pytest.raises(CannotSpeak, match="no word to say"):
        spoken(Pico(), text, BRITISH, 0.9)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cy", "Sut wyt ti heddiw?"),
        ("pl", "Jak się dziś czujesz?"),
        ("ur", "آج آپ کیسے ہیں؟"),
        ("pa", "ਤੁਸੀਂ ਅੱਜ ਕਿਵੇਂ ਹੋ?"),
        ("bn", "আজ আপনি কেমন আছেন?"),
        ("gu", "આજે તમે કેમ છો?"),
        ("ar", "كيف حالك اليوم؟"),
        ("ro", "Cum te simți azi?"),
    ],
)
def test_espeak_says_what_pico_cannot(language: str, text: str):
    said = spoken(Espeak(), text, language, 0.9)

    assert not Pico().speaks(language)
    assert is_mp3(said.mp3)
    assert [each.word for each in said.word_times] == text.split()


def test_nobody_speaks_somali_and_the_message_says_what_to_do():
    with pytest.raises(CannotSpeak, match="Record it instead"):
        Espeak().say("Iska warran", "so", 0.9)


@pytest.mark.parametrize("language", ["", "../../etc/passwd", "en/../cy", "x" * 300, "EN"])
def test_a_language_that_is_none_is_spoken_by_nobody(language: str):
    assert not Pico().speaks(language)
    assert not Espeak().speaks(language)


def test_an_engine_that_takes_too_long_is_stopped_and_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(child, "LONGEST_WAIT_S", 0.005)

    with pytest.raises(CannotSpeak, match="shorter text") as raised:
        Pico().say("Hello.", BRITISH, 0.9)

    assert raised.value.passing


def test_an_engine_that_falls_over_is_no_engine():
    with pytest.raises(CannotSpeak, match="no voice 'no-such-voice'"):
        child.ask_child("espeak_child", "no-such-voice", "0.9", sentence="Hello.")


def test_secrets_are_not_handed_to_an_engine(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CHECKIN_SECRET_KEY", "a long random text")

    assert "CHECKIN_SECRET_KEY" not in child._without_secrets()
    assert "PATH" in child._without_secrets()
