"""A person's own voice, or a trusted one: a recording is heard before any engine.

`<folder>/<language>/<name>.mp3`, where the name is the step's `audio`, or the words themselves
as `recording_name` writes them: `how-are-you-feeling-today.mp3`.
"""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checkin.speech.mp3 import is_mp3
from checkin.speech.sentences import normalised

_LANGUAGE = re.compile(r"[A-Za-z0-9-]{2,20}")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Recording:
    """A recorded file; the key changes when the recording does."""

    key: str
    path: Path


@dataclass(frozen=True, slots=True)
class _Listing:
    changed: int  # when the folder was, in nanoseconds
    files: dict[str, Path]


class Recordings:
    """The recordings in some folders; the first folder that has one is heard.

    Words from outside are only ever looked up among the names found there, never made into a path.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._by_language: dict[str, tuple[Path, ...]] = {}
        self._listings: dict[Path, _Listing] = {}
        self._known: dict[tuple[Path, int, int], Recording | None] = {}

    def find(self, text: str, language: str, audio: str | None = None) -> Recording | None:
        """The recording named by the step, else that of these words."""
        for place in self._places(language):
            files = self._files(place)
            for name in _names(text, audio) if files else ():
                found = self._read(files[name]) if name in files else None
                if found is not None:
                    return found
        return None

    def _places(self, language: str) -> tuple[Path, ...]:
        if language not in self._by_language:
            places = tuple(folder / language for folder in self._folders)
            self._by_language[language] = places if _LANGUAGE.fullmatch(language) else ()
        return self._by_language[language]

    def _files(self, place: Path) -> dict[str, Path]:
        try:
            changed = place.stat().st_mtime_ns
        except OSError:
            return {}
        known = self._listings.get(place)
        if known is None or known.changed != changed:
            known = _Listing(
                changed, {normalised(path.stem): path for path in sorted(place.glob("*.mp3"))}
            )
            self._listings[place] = known
        return known.files

    def _read(self, path: Path) -> Recording | None:
        try:
            facts = path.stat()
            known = (path, facts.st_mtime_ns, facts.st_size)
            if known not in self._known:
                self._known[known] = _recording(path, path.read_bytes())
        except OSError:
            return None
        return self._known[known]


def _names(text: str, audio: str | None) -> tuple[str, ...]:
    """The step's own recording first, then that of the words."""
    return (*([audio.removesuffix(".mp3")] if audio else []), recording_name(text))


def recording_name(text: str) -> str:
    """The file name, without `.mp3`, under which these words are recorded."""
    letters = normalised(text).lower()
    name = "-".join("".join(each if _is_letter(each) else " " for each in letters).split())
    if len(name) <= _LONGEST_NAME:
        return name
    # Two long texts may begin alike: the end of the name tells them apart.
    return f"{name[:_LONGEST_NAME]}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _is_letter(letter: str) -> bool:
    # In Bengali or Urdu a vowel is a mark on a letter, and another vowel another word.
    return letter.isalnum() or unicodedata.category(letter).startswith("M")


def _recording(path: Path, data: bytes) -> Recording | None:
    """Nothing for a file that is no MP3: an engine's voice is better than none."""
    return Recording(hashlib.sha256(data).hexdigest(), path) if is_mp3(data) else None
