"""Every line made into sound beforehand."""

from pathlib import Path

from checkin.speech.build import Line, build
from checkin.speech.recordings import Recordings
from checkin.speech.speak import Speaker
from tests.speech.conftest import BRITISH, Counting

LINES = [Line("Stop", BRITISH), Line("Skip", BRITISH), Line("Stop", BRITISH), Line("Joog", "so")]


def test_each_line_is_made_once_and_what_could_not_be_made_is_told(speaker: Speaker):
    heard: list[tuple[int, int]] = []

    built = build(LINES, speaker, lambda done, of: heard.append((done, of)))

    assert (built.made, built.already, built.could_not) == (2, 0, 1)
    assert built.reasons[0][0] == Line("Joog", "so")
    assert "Record these words" in built.reasons[0][1]
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_a_second_build_asks_no_voice(tmp_path: Path, counted: Counting):
    speaker = Speaker(tmp_path, [counted], Recordings([]))
    build(LINES, speaker, lambda _done, _of: None)
    first = list(counted.asked)

    built = build(LINES, speaker, lambda _done, _of: None)

    assert (built.made, built.already, built.could_not) == (0, 2, 1)
    assert counted.asked == first
