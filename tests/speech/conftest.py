"""Real engines, a folder for their sounds, and a voice that counts how often it is asked."""

from pathlib import Path

import pytest

from checkin.speech.engine import Engine, Sound
from checkin.speech.pico import Pico
from checkin.speech.speak import Speaker
from checkin.speech.speaker_for import speaker_for

BRITISH = "en-GB"
QUESTION = "How are you feeling today? You can press a picture."


class Counting:
    """A real engine, and everything it was asked to say."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.name, self.version = engine.name, engine.version
        self.is_here = engine.is_here
        self.voice, self.speaks = engine.voice, engine.speaks
        self.asked: list[str] = []

    def say(self, sentence: str, language: str, speed: float) -> Sound:
        """Count, and say it."""
        self.asked.append(sentence)
        return self._engine.say(sentence, language, speed)


@pytest.fixture
def speaker(tmp_path: Path) -> Speaker:
    """Pico, then eSpeak NG, as an installation has them."""
    return speaker_for(tmp_path)


@pytest.fixture
def counted() -> Counting:
    """Pico, counted."""
    return Counting(Pico())
