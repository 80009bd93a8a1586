"""Google's voice: only fixed prompts leave the house, checked, and within five seconds."""

import base64
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from checkin.speech.engine import CannotSpeak
from checkin.speech.google import Google
from checkin.speech.joining import spoken
from checkin.speech.mp3 import is_mp3
from checkin.speech.pico import Pico
from checkin.speech.recordings import Recordings
from checkin.speech.speak import Speaker
from checkin.speech.speaker_for import speaker_for
from tests.speech.conftest import BRITISH, Counting

PROMPT = "How was your week? You can press a picture."
SOUND = spoken(Pico(), "Google says this.", BRITISH, 0.9).mp3


class StandIn(requests.Session):
    """Sends to a server on this machine what was meant for Google, and remembers how."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.trust_env = False
        self.sent: list[tuple[str, str, dict[str, Any]]] = []
        self._port = port

    def send(self, request: requests.PreparedRequest, **how: Any) -> requests.Response:
        """As a session does, but here."""
        asked = urlsplit(request.url or "")
        self.sent.append((str(request.url), str(request.body), how))
        request.url = f"http://127.0.0.1:{self._port}{asked.path}"
        return super().send(request, **how)


class Answers(BaseHTTPRequestHandler):
    """What the server answers; a test may change it."""

    body = b""
    status = 200

    def do_POST(self) -> None:
        """Answer as the service does: one line of JSON in which the sound stands."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(self.status)
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def as_google_answers(sound: bytes) -> bytes:
    inner = json.dumps([base64.b64encode(sound).decode()])
    return b")]}'\n\n" + json.dumps([["wrb.fr", "jQ1olc", inner]], separators=(",", ":")).encode()


@pytest.fixture
def answers() -> type[Answers]:
    class Mine(Answers):
        body = as_google_answers(SOUND)

    return Mine


@pytest.fixture
def web(answers: type[Answers]) -> Iterator[StandIn]:
    server = HTTPServer(("127.0.0.1", 0), answers)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    with StandIn(server.server_port) as session:
        yield session
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_fixed_prompt_is_sent_checked_and_with_a_time_limit(web: StandIn):
    said = spoken(Google([PROMPT], web), PROMPT, BRITISH, 0.9)

    assert said.mp3 == SOUND * 2
    assert len(web.sent) == 2
    for address, _body, how in web.sent:
        assert address.startswith("https://translate.google.co.uk/")
        assert how == {"verify": True, "timeout": 5.0, "allow_redirects": False}


def test_the_words_sent_are_the_prompt_and_nothing_else(web: StandIn):
    spoken(Google([PROMPT], web), PROMPT, BRITISH, 0.9)

    body = parse_qs(web.sent[0][1])["f.req"][0]
    assert json.loads(json.loads(body)[0][0][1]) == ["How was your week?", "en", None, "null"]


@pytest.mark.parametrize("words", ["Hello Ana.", "How was your week, Ana?", "I want to die"])
def test_a_name_or_an_answer_is_refused_and_never_sent(web: StandIn, words: str):
    with pytest.raises(CannotSpeak, match="Only fixed prompts"):
        spoken(Google([PROMPT], web), words, BRITISH, 0.9)

    assert web.sent == []


def test_a_fixed_prompt_with_more_behind_it_is_refused_too(web: StandIn):
    with pytest.raises(CannotSpeak, match="Only fixed prompts"):
        spoken(Google([PROMPT], web), f"Ana said so. {PROMPT}", BRITISH, 0.9)

    assert web.sent == []


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (429, b""),
        (500, b"broken"),
        (302, b""),
        (200, b""),
        (200, b'jQ1olc","[\\"AAA\\"]'),
        (200, as_google_answers(b"<html>")),
    ],
)
def test_an_answer_without_sound_leaves_no_file(
    web: StandIn, answers: type[Answers], tmp_path: Path, status: int, body: bytes
):
    answers.status, answers.body = status, body
    speaker = Speaker(tmp_path, [Google([PROMPT], web)], Recordings([]))

    with pytest.raises(CannotSpeak) as raised:
        speaker.clip(PROMPT, BRITISH, beforehand=True)

    assert raised.value.passing
    assert list(tmp_path.rglob("*.*")) == []


def test_no_network_is_said_plainly(web: StandIn):
    web._port = 9  # nobody listens there

    with pytest.raises(CannotSpeak, match="Google did not answer"):
        spoken(Google([PROMPT], web), PROMPT, BRITISH, 0.9)


def test_google_is_asked_beforehand_only_and_pico_stands_in_until_then(
    web: StandIn, tmp_path: Path, counted: Counting
):
    speaker = Speaker(tmp_path, [Google([PROMPT], web), counted], Recordings([]))

    stand_in = speaker.clip(PROMPT, BRITISH)
    assert stand_in.for_now
    assert web.sent == []

    built = speaker.clip(PROMPT, BRITISH, beforehand=True)
    assert built.path.read_bytes() == SOUND * 2
    assert speaker.clip(PROMPT, BRITISH) == built
    assert stand_in.key == built.key


def test_anas_own_words_never_go_to_google_even_if_they_are_a_prompt(web: StandIn, tmp_path: Path):
    speaker = Speaker(tmp_path, [Google([PROMPT], web), Pico()], Recordings([]))

    clip = speaker.clip(PROMPT, BRITISH, personal="ana-1", beforehand=True)

    assert web.sent == []
    assert is_mp3(clip.path.read_bytes())
    assert not clip.for_now


def test_google_is_off_unless_it_is_chosen(tmp_path: Path):
    names = [engine.name for engine in speaker_for(tmp_path)._engines]
    chosen = [engine.name for engine in speaker_for(tmp_path, "google")._engines]

    assert names == ["pico", "espeak"]
    assert chosen == ["google", "pico", "espeak"]
