"""Bring signed word to our own doors, in the background and in order, as the phone company does."""

import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from queue import SimpleQueue
from threading import Event, Thread, Timer

import requests
from twilio.request_validator import RequestValidator

from checkin.settings import Settings

WAITS = 15.0  # seconds for an answer
TRIES = 5
SERVER_FAULT = 500
TAKEN = 300

log = logging.getLogger(__name__)


class Errands:
    """A thread that runs one errand after another."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._waiting: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._pause = Event()
        self._session = requests.Session()
        self._session.trust_env = False  # to this machine, never through a proxy
        self.refused: list[tuple[str, int]] = []  # addresses that did not take it, and how
        Thread(target=self._run, name="phone-company", daemon=True).start()

    def bring(self, address: str, word: Mapping[str, str]) -> None:
        """Post this, signed, to an address; what follows a # there is not for the post."""
        self._waiting.put(lambda: self._post(address.partition("#")[0], word))

    def later(self, seconds: float, errand: Callable[[], None]) -> None:
        """Run an errand after some time."""
        timer = Timer(seconds, self._waiting.put, [errand])
        timer.daemon = True
        timer.start()

    def settle(self, seconds: float = WAITS) -> bool:
        """Wait until all that was asked so far is done; False when it took longer."""
        done = Event()
        self._waiting.put(done.set)
        return done.wait(seconds)

    def _run(self) -> None:
        while True:
            self._waiting.get()()

    def _post(self, address: str, word: Mapping[str, str]) -> None:
        form = {"AccountSid": self._settings.twilio_account, "ApiVersion": "2010-04-01", **word}
        signature = RequestValidator(self._settings.twilio_token).compute_signature(address, form)
        status = 0
        for attempt in range(TRIES):
            self._pause.wait(0.2 * attempt)
            with suppress(requests.RequestException):
                status = self._session.post(
                    address,
                    data=form,
                    headers={"X-Twilio-Signature": signature},
                    timeout=WAITS,
                    allow_redirects=False,
                ).status_code
                if status < SERVER_FAULT:
                    break
        if not 0 < status < TAKEN:
            self.refused.append((address, status))
            log.warning("%s did not take a text or receipt: %s", address, status or "no answer")
