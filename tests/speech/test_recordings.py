"""A recorded voice is heard before any engine."""

from pathlib import Path

import pytest

from checkin.speech.joining import spoken
from checkin.speech.pico import Pico
from checkin.speech.recordings import Recordings, recording_name
from checkin.speech.speak import Speaker
from checkin.speech.speaker_for import speaker_for
from tests.speech.conftest import BRITISH

MARCUS = spoken(Pico(), "This is Marcus.", BRITISH, 0.9).mp3
PRIYA = spoken(Pico(), "This is Priya.", BRITISH, 0.9).mp3


def record(folder: Path, name: str, sound: bytes = MARCUS, language: str = BRITISH) -> Path:
    path = folder / language / f"{name}.mp3"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(sound)
    return path


def test_words_that_marcus_recorded_are_heard_in_his_voice(speaker: Speaker, tmp_path: Path):
    path = record(tmp_path / "recordings", "how-was-your-week")

    clip = speaker.clip("How was your week?", BRITISH)

    assert clip.path == path
    assert clip.word_times == ()
    key = speaker.offer("How was your week?", BRITISH)
    assert key == clip.key
    assert speaker.clip_by_key(clip.key) == clip
    assert not list(tmp_path.glob("sound/**/*.mp3"))


def test_the_step_names_its_recording(speaker: Speaker, tmp_path: Path):
    path = record(tmp_path / "recordings", "group-day-going")

    assert speaker.clip("What is your plan?", BRITISH, audio="group-day-going.mp3").path == path
    assert speaker.clip("What is your plan?", BRITISH).path != path


def test_a_recording_made_while_we_run_is_heard_at_once(speaker: Speaker, tmp_path: Path):
    record(tmp_path / "recordings", "skip")
    assert "sound" in speaker.clip("Stop", BRITISH).path.parts

    path = record(tmp_path / "recordings", "stop")

    assert speaker.clip("Stop", BRITISH).path == path


def test_a_recording_that_is_not_there_is_said_by_an_engine(speaker: Speaker, tmp_path: Path):
    record(tmp_path / "recordings", "something-else")

    assert "sound" in speaker.clip("Stop", BRITISH, audio="not-there").path.parts


def test_a_new_recording_has_a_new_key_so_no_tablet_plays_the_old_one(
    speaker: Speaker, tmp_path: Path
):
    said = speaker.key_for("Stop", BRITISH)
    record(tmp_path / "recordings", "stop", MARCUS)
    by_marcus = speaker.key_for("Stop", BRITISH)
    record(tmp_path / "recordings", "stop", PRIYA)
    by_priya = speaker.key_for("Stop", BRITISH)

    assert len({said, by_marcus, by_priya}) == 3


def test_a_recording_in_another_language_is_not_heard(speaker: Speaker, tmp_path: Path):
    record(tmp_path / "recordings", "stop", language="cy")

    assert "sound" in speaker.clip("Stop", BRITISH).path.parts
    assert "recordings" in speaker.clip("Stop", "cy").path.parts


def test_a_recording_that_was_taken_away_is_said_by_an_engine_again(
    speaker: Speaker, tmp_path: Path
):
    path = record(tmp_path / "recordings", "stop")
    offered = speaker.offer("Stop", BRITISH)
    path.unlink()

    clip = speaker.clip_by_key(offered or "")

    assert clip is not None
    assert "sound" in clip.path.parts


def test_a_file_that_is_no_mp3_is_left_alone(speaker: Speaker, tmp_path: Path):
    record(tmp_path / "recordings", "stop", b"RIFF....WAVE")

    assert "sound" in speaker.clip("Stop", BRITISH).path.parts


def test_recordings_of_the_house_come_before_those_that_came_with_the_flows(tmp_path: Path):
    ours, theirs = tmp_path / "data" / "recordings", tmp_path / "flows"
    record(theirs, "stop", PRIYA)
    speaker = speaker_for(tmp_path / "data", recordings=[theirs])
    assert speaker.clip("Stop", BRITISH).path.read_bytes() == PRIYA

    record(ours, "stop", MARCUS)

    assert speaker.clip("Stop", BRITISH).path.read_bytes() == MARCUS


@pytest.mark.parametrize(
    "audio", ["../secret", "/etc/passwd", "..", "\x00", "en-GB/../../secret", "a" * 5_000]
)
def test_a_name_from_outside_is_never_a_path(tmp_path: Path, audio: str):
    (tmp_path / "secret.mp3").write_bytes(MARCUS)
    record(tmp_path / "recordings", "stop")
    recordings = Recordings([tmp_path / "recordings"])

    assert recordings.find("Hello", BRITISH, audio) is None
    assert recordings.find("Hello", "../recordings/en-GB", "stop") is None
    assert recordings.find("Hello", "\x00", "stop") is None


def test_the_name_of_a_recording_can_be_typed_and_long_texts_are_told_apart():
    assert recording_name("How was your week?") == "how-was-your-week"
    assert recording_name("Sut wyt ti?") == "sut-wyt-ti"
    assert recording_name("কি?") != recording_name("কে?")
    assert recording_name("a " * 100 + "b") != recording_name("a " * 100 + "c")
    assert len(recording_name("a " * 100)) < 100
