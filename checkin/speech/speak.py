"""The door: hand in words, get a clip."""

import hashlib
import json
import logging
import threading
from collections.abc import Sequence
from pathlib import Path

from checkin.speech.cache import Cache, Clip, Wanted, is_key
from checkin.speech.engine import CannotSpeak, Engine
from checkin.speech.joining import Spoken, spoken
from checkin.speech.recordings import Recordings
from checkin.speech.sentences import LONGEST_TEXT, can_be_said, normalised, pieces

CALM = 0.9

_RECIPE = "1"  # raise it when the same words should sound otherwise: every clip is made again
_AT_ONCE = 2  # processes; a small machine has two cores and other things to do

_log = logging.getLogger(__name__)


class Speaker:
    """Says words: a recording first, then the chosen engine, then the next.

    A page links `/sound/<key>.mp3` with the key from `offer`; the first to ask for it waits for
    the engine, unless `checkin speech build` came before. Where nobody can say the words `offer`
    gives None and `clip` raises `CannotSpeak`: the page then shows no Listen for them.

    `personal` is the id of whose words these are (a name, an answer), and "" for fixed prompts.
    Such words are never given to a voice outside the house, and are kept apart, to be erased.
    """

    def __init__(
        self,
        folder: Path,
        engines: Sequence[Engine],
        recordings: Recordings,
        *,
        speed: float = CALM,
    ) -> None:
        self._cache = Cache(folder)
        self._engines = tuple(engines)
        self._recordings = recordings
        self._speed = speed
        self._turns = threading.BoundedSemaphore(_AT_ONCE)

    def key_for(
        self, text: str, language: str, *, audio: str | None = None, personal: str = ""
    ) -> str:
        """The name of the clip of these words; nothing is written or said. 64 letters.

        Of a text longer than 600 characters the first piece is meant (see `pieces`).
        """
        recording = self._recordings.find(text, language, audio)
        return recording.key if recording else self._engine_key(text, language, personal)

    def offer(
        self, text: str, language: str, *, audio: str | None = None, personal: str = ""
    ) -> str | None:
        """The key to link, remembered as one that may be asked for; None for no Listen."""
        recording = self._recordings.find(text, language, audio)
        if recording is None and not (can_be_said(text) and self._who_could(language, personal)):
            return None
        key = recording.key if recording else self._engine_key(text, language, personal)
        try:
            self._cache.want(key, Wanted(_first_piece(text), language, audio), personal)
        except OSError as full:  # a page without Listen is better than no page
            _log.warning("Sounds cannot be kept. Make room in the data folder: %s", full)
            return None
        return key

    def clip(
        self,
        text: str,
        language: str,
        *,
        audio: str | None = None,
        personal: str = "",
        beforehand: bool = False,
    ) -> Clip:
        """The clip of these words, made now if need be, or `CannotSpeak`.

        `beforehand` is for `speech build` alone: only then is a voice outside the house asked.
        """
        recording = self._recordings.find(text, language, audio)
        if recording is not None:
            return Clip(recording.key, recording.path)
        key = self._engine_key(text, language, personal)
        found = self._found(key, personal, beforehand=beforehand)
        if found is not None:
            return found
        with self._turns:
            # Somebody may have made it while we stood in line.
            found = self._found(key, personal, beforehand=beforehand)
            return found or self._made(key, text, language, personal, beforehand=beforehand)

    def clip_by_key(self, key: str, *, personal: str = "") -> Clip | None:
        """The clip a page linked: shared words, or this person's own. None for any other key."""
        if not is_key(key):
            return None
        for owner in dict.fromkeys((personal, "")):
            clip = self._cache.find(key, owner) or self._made_as_wanted(key, owner)
            if clip is not None:
                return clip
        return None

    def is_ready(self, text: str, language: str, *, audio: str | None = None) -> bool:
        """Whether the clip is there already, in the voice that was chosen."""
        if self._recordings.find(text, language, audio) is not None:
            return True
        key = self._engine_key(text, language, "")
        return self._found(key, "", beforehand=True) is not None

    def forget(self, person: str) -> None:
        """Erase every sound made of this person's own words."""
        self._cache.forget(person)

    def _engine_key(self, text: str, language: str, person: str) -> str:
        who = self._who_could(language, person)
        voice = (who[0].name, who[0].version, who[0].voice(language)) if who else ()
        said = (_RECIPE, *voice, self._speed, language, _first_piece(text), person)
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()

    def _made_as_wanted(self, key: str, person: str) -> Clip | None:
        wanted = self._cache.wanted(key, person)
        if wanted is None:
            return None
        try:
            return self.clip(wanted.text, wanted.language, audio=wanted.audio, personal=person)
        except CannotSpeak as why:
            _log.warning("A clip that a page linked could not be made: %s", why)
            return None

    def _found(self, key: str, person: str, *, beforehand: bool) -> Clip | None:
        found = self._cache.find(key, person)
        return None if found and found.for_now and beforehand else found

    def _made(self, key: str, text: str, language: str, person: str, *, beforehand: bool) -> Clip:
        said, for_now = self._first_to_speak(text, language, person, beforehand=beforehand)
        try:
            self._cache.want(key, Wanted(_first_piece(text), language), person)
            return self._cache.keep(key, said.mp3, said.word_times, person, for_now=for_now)
        except OSError as full:
            raise CannotSpeak(
                f"Sounds cannot be kept. Make room in the data folder: {full}", passing=True
            ) from full

    def _first_to_speak(
        self, text: str, language: str, person: str, *, beforehand: bool
    ) -> tuple[Spoken, bool]:
        """What the first engine that can say it says, and whether one before it may yet be able."""
        last = CannotSpeak(f"Nobody here speaks '{language}'. Record these words instead.")
        for_now = False
        for engine in self._who_could(language, person):
            if not engine.is_here and not beforehand:
                for_now = True
                continue
            try:
                return spoken(engine, _first_piece(text), language, self._speed), for_now
            except CannotSpeak as why:
                # Never the words themselves: they may be somebody's own.
                _log.info("%s did not speak: %s", engine.name, why)
                last, for_now = why, for_now or why.passing
        raise last

    def _who_could(self, language: str, person: str) -> tuple[Engine, ...]:
        return tuple(
            engine
            for engine in self._engines
            if (engine.is_here or not person) and engine.speaks(language)
        )


def _first_piece(text: str) -> str:
    whole = normalised(text)
    return whole if len(whole) <= LONGEST_TEXT else pieces(whole)[0]
