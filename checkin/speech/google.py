"""Google's voice, off unless chosen: only fixed prompts may leave the house, never a person's words.

gTTS itself sends with certificates unchecked and no time limit, and leaves empty files behind
(parts.md 1). So it only prepares the requests; we send them, checked, and keep the answer in memory.
"""

import base64
import binascii
import re
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from typing import Any, Protocol

from checkin.speech.engine import CannotSpeak, Mp3
from checkin.speech.mp3 import is_mp3
from checkin.speech.sentences import sentences

LONGEST_WAIT_S = 5.0

_BRITISH_DOMAIN = "co.uk"
_SOUND = re.compile(r'jQ1olc","\[\\"([A-Za-z0-9+/=]+)\\"\]')
_SLOW_BELOW = 0.75  # it has two speeds only


class Answer(Protocol):
    """What we read of an answer from the web."""

    text: str

    def raise_for_status(self) -> None:
        """Raise when the answer is an error."""
        ...


class Web(Protocol):
    """What we ask of a requests.Session, so that a test can hand in its own."""

    def send(self, request: Any, *, verify: bool, timeout: float, allow_redirects: bool) -> Answer:
        """Send a prepared request."""
        ...


class Google:
    """Google Translate's voice through gTTS. `fixed` holds every text that may be sent: no other is."""

    name = "google"
    is_here = False

    def __init__(self, fixed: Iterable[str], web: Web | None = None) -> None:
        self._allowed = frozenset(
            sentence.said for text in fixed for sentence in sentences(text, "en")
        )
        self._web = web
        self.version = metadata.version("gTTS")

    def voice(self, language: str) -> str:
        """Its British English; elsewhere the one voice of the language."""
        return f"{language.partition('-')[0]}.{_BRITISH_DOMAIN}"

    def speaks(self, language: str) -> bool:
        """69 languages, Welsh, Polish, Urdu and Punjabi among them."""
        return language.partition("-")[0] in _languages()

    def say(self, sentence: str, language: str, speed: float) -> Mp3:
        """A sentence of a fixed prompt as Google says it, or `CannotSpeak`."""
        if sentence not in self._allowed:
            raise CannotSpeak(
                "Only fixed prompts may go to Google. Choose pico or espeak for these."
            )
        return Mp3(b"".join(self._sent(each) for each in _prepared(sentence, language, speed)))

    def _sent(self, request: Any) -> bytes:
        import requests  # noqa: PLC0415 the same

        web = self._web or requests.Session()
        try:
            answer = web.send(request, verify=True, timeout=LONGEST_WAIT_S, allow_redirects=False)
            answer.raise_for_status()
        except requests.RequestException as fault:
            raise CannotSpeak(
                f"Google did not answer ({type(fault).__name__}). Try `checkin speech build` later.",
                passing=True,
            ) from fault
        return _sound_in(answer.text)


@cache
def _languages() -> frozenset[str]:
    from gtts.lang import tts_langs  # noqa: PLC0415 only a house that chose it loads it

    return frozenset(tts_langs())


def _prepared(sentence: str, language: str, speed: float) -> list[Any]:
    from gtts import gTTS  # noqa: PLC0415 the same

    asked = gTTS(
        sentence,
        tld=_BRITISH_DOMAIN,
        lang=language.partition("-")[0],
        slow=speed < _SLOW_BELOW,
        lang_check=False,
    )
    # gTTS offers no public way to get the requests without sending them.
    prepared: list[Any] = asked._prepare_requests()  # noqa: SLF001
    return prepared


def _sound_in(answer: str) -> bytes:
    found = _SOUND.search(answer)
    try:
        sound = base64.b64decode(found[1]) if found else b""
    except binascii.Error:
        sound = b""
    if not is_mp3(sound):
        raise CannotSpeak(
            "Google's answer holds no sound. Choose pico or espeak, or try later.", passing=True
        )
    return sound
