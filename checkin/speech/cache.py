"""Clips that were made once, found again by what they say.

    <folder>/ab/<key>.mp3              the sound
    <folder>/ab/<key>.json             word times, and the sound's own hash
    <folder>/ab/<key>.asked            the text: only what we asked for ourselves may be said
    <folder>/personal/<person>/ab/…    the same for names and answers: erased with the person

Each file is written beside its place and renamed into it, so that any number of processes may
write the same clip at once.
"""

import hashlib
import json
import os
import re
import shutil
import threading
from dataclasses import asdict, dataclass
from pathlib import Path

from checkin.speech.word_times import WordTime

_KEY = re.compile(r"[0-9a-f]{64}")
_PERSON = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")
_MOST_REMEMBERED = 5_000


@dataclass(frozen=True, slots=True)
class Clip:
    """Sound to send, and when its words are heard (none for recordings).

    `for_now` is whether another voice stood in, and `speech build` should make it again.
    """

    key: str
    path: Path
    word_times: tuple[WordTime, ...] = ()
    for_now: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the server itself once asked to have said."""

    text: str
    language: str
    audio: str | None = None


def is_key(key: str) -> bool:
    """Whether this is a key at all; a path, for one, is not."""
    return _KEY.fullmatch(key) is not None


class Cache:
    """The clips in one folder. `person` is an id, and "" for words that are nobody's own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._found: dict[tuple[str, str], tuple[Clip, int]] = {}
        self._wanted: set[tuple[str, str]] = set()

    def find(self, key: str, person: str = "") -> Clip | None:
        """The clip, if it is there and whole. It is read once, then only looked at."""
        found = self._found.get((key, person))
        if found is not None and _size(found[0].path) == found[1]:
            return found[0]
        return self._read(key, person)

    def keep(
        self,
        key: str,
        sound: bytes,
        times: tuple[WordTime, ...],
        person: str = "",
        *,
        for_now: bool,
    ) -> Clip:
        """Keep a clip. The times are there before the sound is."""
        path = self._path(key, person)
        told = {"sha256": _sha256(sound), "for_now": for_now, "words": [asdict(t) for t in times]}
        _write(path.with_suffix(".json"), json.dumps(told, ensure_ascii=False).encode())
        _write(path, sound)
        return self._remember(Clip(key, path, times, for_now), len(sound), person)

    def want(self, key: str, wanted: Wanted, person: str = "") -> None:
        """Remember that this may be said."""
        if (key, person) in self._wanted:
            return
        if self.wanted(key, person) != wanted:
            path = self._path(key, person).with_suffix(".asked")
            _write(path, json.dumps(asdict(wanted), ensure_ascii=False).encode())
        if len(self._wanted) >= _MOST_REMEMBERED:
            self._wanted.clear()
        self._wanted.add((key, person))

    def wanted(self, key: str, person: str = "") -> Wanted | None:
        """What was asked for under this key; nothing for a key that we never gave."""
        try:
            return Wanted(**json.loads(self._path(key, person).with_suffix(".asked").read_bytes()))
        except (OSError, ValueError, TypeError):
            return None

    def forget(self, person: str) -> None:
        """Erase every sound of this person's own words."""
        if self._home(person).is_dir():
            shutil.rmtree(self._home(person))
        self._found.clear()
        self._wanted.clear()

    def _read(self, key: str, person: str) -> Clip | None:
        path = self._path(key, person)
        try:
            sound = path.read_bytes()
            told = json.loads(path.with_suffix(".json").read_bytes())
            times = tuple(WordTime(**each) for each in told["words"])
            whole = bool(sound) and told["sha256"] == _sha256(sound)
        except (OSError, ValueError, TypeError, KeyError):
            return None
        clip = Clip(key, path, times, told.get("for_now") is True)
        return self._remember(clip, len(sound), person) if whole else None

    def _remember(self, clip: Clip, size: int, person: str) -> Clip:
        if len(self._found) >= _MOST_REMEMBERED:
            self._found.clear()
        self._found[clip.key, person] = (clip, size)
        return clip

    def _path(self, key: str, person: str) -> Path:
        if not is_key(key):
            raise ValueError("A key is 64 letters of 0-9 and a-f. Take it from Speaker.key_for.")
        home = self._home(person) if person else self._folder
        return home / key[:2] / f"{key}.mp3"

    def _home(self, person: str) -> Path:
        if not _PERSON.fullmatch(person):
            raise ValueError("A person is named by their id here: letters, numbers and '-' only.")
        return self._folder / "personal" / person


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
