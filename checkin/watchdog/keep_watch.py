"""Look each minute, and say what is wrong, or that nothing is."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime

import requests

from checkin.actions.sending import Refused, Unknown
from checkin.channels.phone_company.client import client_for
from checkin.channels.phone_company.faults import in_our_words
from checkin.installation import Opened
from checkin.watchdog.barking import Said, to_say
from checkin.watchdog.settings import Watch
from checkin.watchdog.what_is_wrong import Wrong, what_is_wrong

EVERY, PING_SECONDS = 60.0, 10.0  # seconds

log = logging.getLogger(__name__)


def keep_watch(
    watch: Watch,
    opened: Opened,
    clock: Callable[[], datetime],
    say: Callable[[str], None],
    stop: threading.Event,
) -> None:
    """Watch until told to stop. `say`: how it is said here, beside the texts; `opened`: as for the work."""
    said, left = Said(), dict[str, str]()
    while not stop.is_set():
        now = clock()
        wrong = look(watch, opened, now)
        words, said = to_say(said, wrong, now)
        if words:
            say(words)
            left = dict.fromkeys(watch.texts, words)
        left = {to: body for to, body in left.items() if not _text(watch, to, body)}
        stop.wait(EVERY)


def look(watch: Watch, opened: Opened, now: datetime) -> list[Wrong]:
    """Return what is wrong; where nothing is, ask at the address that waits to be asked."""
    with opened():
        wrong = what_is_wrong(watch.settings.data, now)
    if watch.ping and not wrong:
        _ping(watch.ping)
    return wrong


def _ping(address: str) -> None:
    try:
        requests.get(address, timeout=PING_SECONDS).raise_for_status()
    except requests.RequestException:  # who keeps it notices that nobody asked
        log.exception("The address that waits for the watchdog could not be asked.")


def _text(watch: Watch, to: str, words: str) -> bool:
    """Text it; say whether that is done with. What did not go for now is tried at the next look."""
    try:
        with in_our_words():
            client_for(watch.settings).messages.create(
                to=to, from_=watch.settings.twilio_number, body=words
            )
    except (Refused, Unknown) as fault:  # the others are told all the same
        log.exception("A text of the watchdog did not go out.")
        return not (isinstance(fault, Refused) and not fault.permanent)
    return True
