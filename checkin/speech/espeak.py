"""eSpeak NG, the voice of a hundred languages: less clear, but it says what Pico cannot.

It is GPL-3 and we are not: it is loaded only by `espeak_child`, a program of its own.
"""

import json
import re
from functools import lru_cache
from importlib import metadata, util
from pathlib import Path

from checkin.speech.child import ask_child
from checkin.speech.engine import CannotSpeak, Mark, Pcm

# In 1.52 the voice name "en-gb" fails; this file name is the clearest to hear (parts.md 1).
_VOICES = {"en": "gmw/en-GB-x-rp+f2", "no": "nb+f2", "zh": "cmn+f2"}
_DICTIONARIES = {"nb": "no", "zh": "cmn"}
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Espeak:
    """eSpeak NG 1.52, by espeakng-loader."""

    name = "espeak"
    is_here = True

    def __init__(self) -> None:
        self._data = _data_folder()
        self.version = metadata.version("espeakng-loader") if self._data else "none"

    def voice(self, language: str) -> str:
        """A woman's voice for every language, as Pico's is."""
        if not _LANGUAGE.fullmatch(language):
            return ""
        name = language.partition("-")[0]
        return _VOICES.get(name, f"{name}+f2")

    def speaks(self, language: str) -> bool:
        """Whether it has a dictionary of the language. It has none of Somali."""
        if self._data is None or not self.voice(language):
            return False
        name = language.partition("-")[0]
        return _is_file(self._data / f"{_DICTIONARIES.get(name, name)}_dict")

    def say(self, sentence: str, language: str, speed: float) -> Pcm:
        """The sentence in 22,050 Hz samples, with the moment each word begins."""
        if not self.speaks(language):
            raise CannotSpeak(f"eSpeak NG does not speak '{language}'. Record it instead.")
        out = ask_child("espeak_child", self.voice(language), str(speed), sentence=sentence)
        head, _, samples = out.partition(b"\n")
        told = json.loads(head)
        return Pcm(samples, told["rate"], tuple(Mark(at, ms) for at, ms in told["marks"]))


@lru_cache(maxsize=256)  # asked for every word of a page; the dictionaries do not change
def _is_file(path: Path) -> bool:
    return path.is_file()


def _data_folder() -> Path | None:
    """Found without importing the package, so that its GPL code stays out of this process."""
    found = util.find_spec("espeakng_loader")
    if found is None or found.origin is None:
        return None
    return Path(found.origin).parent / "espeak-ng-data"
