"""Hand in words, get a clip: made once, found again, kept apart where they are somebody's own."""

import os
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from checkin.speech.cache import Cache
from checkin.speech.engine import CannotSpeak, Pcm
from checkin.speech.espeak import Espeak
from checkin.speech.mp3 import is_mp3
from checkin.speech.pico import Pico
from checkin.speech.recordings import Recordings
from checkin.speech.sentences import pieces
from checkin.speech.speak import Speaker
from checkin.speech.speaker_for import speaker_for
from tests.speech.conftest import BRITISH, QUESTION, Counting

ANA, DEV = "ana-1", "dev-2"
ANSWER = "I went to the cafe with Tom."


def speaker_with(folder: Path, *engines: Counting) -> Speaker:
    return Speaker(folder / "sound", engines, Recordings([folder / "recordings"]))


def test_a_question_asked_twice_is_said_once(tmp_path: Path, counted: Counting):
    speaker = speaker_with(tmp_path, counted)

    first = speaker.clip(QUESTION, BRITISH)
    again = speaker_with(tmp_path, counted).clip(
        "  How are you feeling today?\nYou can press a picture.", BRITISH
    )

    assert counted.asked == ["How are you feeling today?", "You can press a picture."]
    assert again == first
    assert is_mp3(first.path.read_bytes())
    assert len(first.word_times) == 10


def test_a_page_can_link_a_clip_that_nobody_has_said_yet(tmp_path: Path, counted: Counting):
    speaker = speaker_with(tmp_path, counted)

    key = speaker.offer(QUESTION, BRITISH)

    assert counted.asked == []
    assert key == speaker.key_for(QUESTION, BRITISH)
    clip = speaker_with(tmp_path, counted).clip_by_key(key or "")
    assert clip == speaker.clip(QUESTION, BRITISH)


def test_only_what_the_server_asked_for_is_ever_said(tmp_path: Path, counted: Counting):
    speaker = speaker_with(tmp_path, counted)
    never_offered = speaker.key_for("Say this for me.", BRITISH)

    for key in (never_offered, "f" * 64, "", "../" * 20, "F" * 64, "\x00"):
        assert speaker.clip_by_key(key) is None

    assert counted.asked == []
    assert list(tmp_path.rglob("*.mp3")) == []


def test_other_words_language_voice_or_speed_have_another_key(tmp_path: Path):
    calm, slow = speaker_for(tmp_path), speaker_for(tmp_path, speed=0.7)
    espeak = speaker_for(tmp_path, "espeak")

    keys = {
        calm.key_for("Stop", BRITISH),
        calm.key_for("Stop.", BRITISH),
        calm.key_for("Stop", "de"),
        calm.key_for("Stop", BRITISH, personal=ANA),
        slow.key_for("Stop", BRITISH),
        espeak.key_for("Stop", BRITISH),
    }

    assert len(keys) == 6


@pytest.mark.parametrize("spoilt", [b"", b"\xff\xfb\x90", b"not sound at all"])
def test_a_spoilt_file_is_made_again(tmp_path: Path, counted: Counting, spoilt: bytes):
    speaker = speaker_with(tmp_path, counted)
    clip = speaker.clip("Stop", BRITISH)
    whole = clip.path.read_bytes()

    clip.path.write_bytes(spoilt)

    assert speaker.clip("Stop", BRITISH).path.read_bytes() == whole
    clip.path.write_bytes(spoilt)
    assert speaker_with(tmp_path, counted).clip_by_key(clip.key) == clip
    assert clip.path.read_bytes() == whole
    assert len(counted.asked) == 3


@pytest.mark.parametrize("ending", [".json", ".asked"])
def test_a_spoilt_note_beside_the_sound_is_made_again(
    tmp_path: Path, counted: Counting, ending: str
):
    clip = speaker_with(tmp_path, counted).clip("Stop", BRITISH)

    clip.path.with_suffix(ending).write_text("{")

    assert speaker_with(tmp_path, counted).clip("Stop", BRITISH) == clip
    assert speaker_with(tmp_path, counted).offer("Stop", BRITISH) == clip.key
    assert speaker_with(tmp_path, counted).clip_by_key(clip.key) == clip


@pytest.mark.parametrize("text", ["👍", "مرحبا", "Ana said مرحبا"])
def test_what_pico_cannot_read_espeak_says(speaker: Speaker, text: str):
    clip = speaker.clip(text, BRITISH)

    assert clip.path.stat().st_size > 3_000
    assert not clip.for_now


def test_welsh_is_said_by_espeak_alone(speaker: Speaker):
    assert speaker.clip("Sut wyt ti heddiw?", "cy").path.is_file()


def test_there_is_no_listen_where_nobody_can_speak(speaker: Speaker, tmp_path: Path):
    assert speaker.offer("Iska warran", "so") is None
    assert speaker.offer("...", BRITISH) is None
    with pytest.raises(CannotSpeak, match="Record these words"):
        speaker.clip("Iska warran", "so")
    assert list(tmp_path.rglob("*.*")) == []


def test_a_machine_without_pico_still_speaks(tmp_path: Path):
    class NoWheel(Pico):
        def speaks(self, _language: str) -> bool:
            return False

    missing, espeak = Counting(NoWheel()), Counting(Espeak())

    speaker_with(tmp_path, missing, espeak).clip("Stop", BRITISH)

    assert (missing.asked, espeak.asked) == ([], ["Stop"])


def test_a_voice_that_was_only_too_slow_is_asked_again_by_build(tmp_path: Path):
    class Slow(Pico):
        late = True

        def say(self, sentence: str, language: str, speed: float) -> Pcm:
            if self.late:
                raise CannotSpeak("Too slow. Try again.", passing=True)
            return super().say(sentence, language, speed)

    slow = Slow()
    speaker = Speaker(tmp_path, [slow, Espeak()], Recordings([]))
    stand_in = speaker.clip("Stop", BRITISH)
    slow.late = False

    assert stand_in.for_now
    assert not speaker.is_ready("Stop", BRITISH)
    assert speaker.clip("Stop", BRITISH) == stand_in
    assert not speaker.clip("Stop", BRITISH, beforehand=True).for_now
    assert speaker.is_ready("Stop", BRITISH)


def test_a_long_answer_is_said_piece_by_piece(speaker: Speaker):
    answer = "We had tea, and cake, and then we all went for a walk by the river with Tom. " * 12

    first = speaker.clip(answer, BRITISH)

    assert first == speaker.clip(pieces(answer)[0], BRITISH)
    assert len(first.word_times) == len(pieces(answer)[0].split()) < len(answer.split())


def test_anas_own_words_are_kept_apart_and_erased_with_her(speaker: Speaker, tmp_path: Path):
    shared = speaker.clip("Stop", BRITISH)
    hers = speaker.clip(ANSWER, BRITISH, personal=ANA)
    his = speaker.clip(ANSWER, BRITISH, personal=DEV)
    assert hers.path.is_relative_to(tmp_path / "sound" / "personal" / ANA)
    assert hers.key != his.key

    speaker.forget(ANA)

    assert not (tmp_path / "sound" / "personal" / ANA).exists()
    assert speaker.clip_by_key(hers.key, personal=ANA) is None
    assert speaker.clip_by_key(his.key, personal=DEV) == his
    assert speaker.clip_by_key(shared.key) == shared


def test_dev_cannot_hear_anas_words_by_their_key(speaker: Speaker):
    hers = speaker.clip(ANSWER, BRITISH, personal=ANA)

    assert speaker.clip_by_key(hers.key) is None
    assert speaker.clip_by_key(hers.key, personal=DEV) is None
    assert speaker.clip_by_key(hers.key, personal=ANA) == hers


@pytest.mark.parametrize("person", ["../..", "a/b", ".", "", "ana\n", "a" * 65])
def test_a_person_is_never_a_path(speaker: Speaker, tmp_path: Path, person: str):
    kept = speaker.clip("Stop", BRITISH)

    with pytest.raises(ValueError, match="by their id"):
        speaker.forget(person)

    assert kept.path.is_file()


def test_a_full_disk_takes_listen_away_and_nothing_else(tmp_path: Path):
    (tmp_path / "sound").write_text("a file where the folder should be")
    speaker = speaker_for(tmp_path)

    assert speaker.offer("Stop", BRITISH) is None
    with pytest.raises(CannotSpeak, match="Make room"):
        speaker.clip("Stop", BRITISH)


def _sizes(folder: Path) -> list[int]:
    speaker = speaker_for(folder)
    return [speaker.clip(f"Line {number}.", BRITISH).path.stat().st_size for number in range(2)]


def test_many_processes_may_make_the_same_clips_at_once(tmp_path: Path):
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        sizes = list(processes.map(_sizes, [tmp_path] * 2))

    assert sizes[0] == sizes[1]
    assert min(sizes[0]) > 3_000
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 2 * 3


def test_nobody_ever_hears_half_a_file(tmp_path: Path):
    cache, key = Cache(tmp_path), "a" * 64
    sounds = [b"\xff\xfb" * 2_000_000, b"\xff\xf3" * 1_500_000]
    path = cache.keep(key, sounds[0], (), for_now=False).path

    with ThreadPoolExecutor(1) as writer:
        writing = writer.submit(
            lambda: [cache.keep(key, sounds[turn % 2], (), for_now=False) for turn in range(20)]
        )
        while not writing.done():
            assert path.read_bytes() in sounds
    assert writing.result()


def test_ten_people_pressing_listen_together_wait_for_two_at_most(
    tmp_path: Path, counted: Counting
):
    speaker = speaker_with(tmp_path, counted)

    with ThreadPoolExecutor(10) as people:
        clips = list(people.map(lambda _: speaker.clip("Stop", BRITISH), range(10)))

    assert len(set(clips)) == 1
    assert len(counted.asked) <= 2


def test_a_clip_that_is_there_is_found_in_microseconds(speaker: Speaker):
    speaker.clip(QUESTION, BRITISH)

    started = time.perf_counter()
    for _ in range(500):
        speaker.clip(QUESTION, BRITISH)
    each = (time.perf_counter() - started) / 500

    assert each < 0.001  # 25 microseconds where nothing else runs


def test_an_unknown_engine_is_named_with_what_to_set(tmp_path: Path):
    with pytest.raises(CannotSpeak, match="Set CHECKIN_SPEECH"):
        speaker_for(tmp_path, "robot")


def test_it_speaks_from_whatever_folder_it_is_started_in(
    speaker: Speaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)

    assert speaker.clip("Stop", BRITISH).path.is_file()
    assert os.getcwd() == str(tmp_path)  # noqa: PTH109 the process, not the path
