"""Settings of the watchdog: what it reads, whom it tells, by whose account, and whom it tells that all is right."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checkin.phone_numbers.reading import Number, read_number
from checkin.settings import Settings, SettingsError, read_settings

ITS_OWN = ("DATABASE", "TWILIO_ACCOUNT", "TWILIO_TOKEN", "TWILIO_NUMBER")
TEXTS, PING = "CHECKIN_WATCHDOG_TEXTS", "CHECKIN_WATCHDOG_PING"


@dataclass(frozen=True, slots=True)
class Watch:
    """`settings`: ours, with the database that it reads and the account that it texts by.

    `texts`: the numbers that it tells. `ping`: an address that is asked after each look that found
    nothing wrong, so that who keeps it notices when nobody asks.
    """

    settings: Settings
    texts: tuple[str, ...] = ()
    ping: str = ""


def read_watch(environment: Mapping[str, str] = os.environ) -> Watch:
    """Read them; what is not set is as Checkin itself has it. Raises `SettingsError`."""
    its_own = {
        f"CHECKIN_{name}": own
        for name in ITS_OWN
        if (own := environment.get(f"CHECKIN_WATCHDOG_{name}"))
    }
    settings = read_settings({**environment, **its_own})
    texts = tuple(_numbers(environment.get(TEXTS, ""), settings))
    if texts and not settings.sends_texts:
        raise SettingsError(f"{TEXTS} is set, and there is no account to text by. Set that too.")
    return Watch(settings, texts, environment.get(PING, ""))


def _numbers(given: str, settings: Settings) -> Iterator[str]:
    for one in filter(None, map(str.strip, given.split(","))):
        match read_number(one, "text", settings.countries):
            case Number(kept):
                yield kept
            case refused:
                raise SettingsError(f"{TEXTS} is '{one}'. {refused.words}")
