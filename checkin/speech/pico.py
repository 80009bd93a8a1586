"""Pico, the voice that comes with us: British, clear, and never online."""

from importlib import metadata, util

from checkin.speech.child import ask_child
from checkin.speech.engine import CannotSpeak, Pcm

_RATE = 16_000
_VOICES = {"en": "en-GB", "de": "de-DE", "es": "es-ES", "fr": "fr-FR", "it": "it-IT"}
_LAST_LATIN_LETTER = "\u024f"


class Pico:
    """SVOX Pico, by py-nanotts. There is no wheel for macOS or musl: then it speaks nothing."""

    name = "pico"
    is_here = True

    def __init__(self) -> None:
        self._installed = util.find_spec("py_nanotts") is not None
        self.version = metadata.version("py-nanotts") if self._installed else "none"

    def voice(self, language: str) -> str:
        """British English for every English but the American."""
        return "en-US" if language == "en-US" else _VOICES.get(language.partition("-")[0], "")

    def speaks(self, language: str) -> bool:
        """English, German, Spanish, French and Italian, where it is installed."""
        return self._installed and bool(self.voice(language))

    def say(self, sentence: str, language: str, speed: float) -> Pcm:
        """The sentence in 16 kHz samples. Letters of other alphabets it would leave out, silently."""
        if not self.speaks(language):
            raise CannotSpeak(f"Pico does not speak '{language}' here. Add the espeak engine.")
        if any(letter.isalpha() and letter > _LAST_LATIN_LETTER for letter in sentence):
            raise CannotSpeak("Pico reads only our alphabet. Add the espeak engine, or record it.")
        samples = ask_child("pico_child", self.voice(language), str(speed), sentence=sentence)
        return Pcm(samples, _RATE)
