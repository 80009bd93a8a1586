"""Settings, read once from the environment; what is missing is said plainly."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from checkin import paths
from checkin.phone_numbers.reading import HERE, Number, Use, is_country, read_number

TWILIO_API = "https://api.twilio.com"

DEMO_KEY = "only-on-this-machine"
SHORTEST_KEY = 16


class SettingsError(Exception):
    """A setting is missing or cannot be used; the message says what to set."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything an installation may choose."""

    secret_key: str = field(repr=False)
    data: Path  # the database, sounds, photos and recordings
    database: str = field(repr=False)  # an SQLAlchemy address
    flows: Path = paths.FLOWS
    symbols: Path = paths.SYMBOLS
    public_url: str = "http://127.0.0.1:5000"  # how the phone company reaches us; signed over
    port: int = 5000
    demo: bool = False
    twilio_account: str = ""
    twilio_token: str = field(default="", repr=False)
    twilio_number: str = ""
    twilio_api: str = TWILIO_API
    speech: str = "pico"  # the first engine to ask: pico, espeak, google
    help_number: str = ""  # shown on every Help page: who to ring here
    countries: tuple[str, ...] = HERE  # whose numbers get texts; the first is where this is

    @property
    def sends_texts(self) -> bool:
        """Whether a phone company's account is set."""
        return bool(self.twilio_account and self.twilio_token and self.twilio_number)


def read_settings(environment: Mapping[str, str] = os.environ, *, demo: bool = False) -> Settings:
    """Read the settings, or raise `SettingsError` with what to set."""
    data = Path(environment.get("CHECKIN_DATA") or "var").absolute()
    port = _number(environment, "PORT", 5000)
    countries = _countries(environment)
    return Settings(
        secret_key=_secret_key(environment, demo=demo),
        data=data,
        database=_database(environment, data / ("demo.db" if demo else "checkin.db")),
        flows=_folder(environment, "CHECKIN_FLOWS", paths.FLOWS),
        symbols=_folder(environment, "CHECKIN_SYMBOLS", paths.SYMBOLS),
        public_url=environment.get("CHECKIN_PUBLIC_URL", f"http://127.0.0.1:{port}").rstrip("/"),
        port=port,
        demo=demo,
        twilio_account=environment.get("CHECKIN_TWILIO_ACCOUNT", ""),
        twilio_token=environment.get("CHECKIN_TWILIO_TOKEN", ""),
        twilio_number=_phone(environment, "CHECKIN_TWILIO_NUMBER", "show", countries),
        twilio_api=environment.get("CHECKIN_TWILIO_API", TWILIO_API).rstrip("/"),
        speech=environment.get("CHECKIN_SPEECH", "pico"),
        help_number=_phone(environment, "CHECKIN_HELP_NUMBER", "show", countries),
        countries=countries,
    )


def _secret_key(environment: Mapping[str, str], *, demo: bool) -> str:
    given = environment.get("CHECKIN_SECRET_KEY", "")
    if demo:
        return given or DEMO_KEY + secrets.token_hex(16)
    if len(given) < SHORTEST_KEY:
        raise SettingsError(
            "Set CHECKIN_SECRET_KEY to a long random text, 16 letters or more. "
            "Keep it: secret words are sealed with it."
        )
    return given


def _database(environment: Mapping[str, str], default: Path) -> str:
    given = environment.get("CHECKIN_DATABASE", "")
    if given.startswith("postgresql://"):
        return given.replace("postgresql://", "postgresql+psycopg://", 1)
    return given or f"sqlite:///{default}"


def _folder(environment: Mapping[str, str], name: str, default: Path) -> Path:
    folder = Path(environment[name]) if environment.get(name) else default
    if not folder.is_dir():
        raise SettingsError(f"{name}: there is no folder {folder}. Make it, or unset {name}.")
    return folder


def _number(environment: Mapping[str, str], name: str, default: int) -> int:
    given = environment.get(name) or str(default)
    if not given.isdigit():
        raise SettingsError(f"{name} is '{given}'. Set it to a whole number, such as {default}.")
    return int(given)


def _countries(environment: Mapping[str, str]) -> tuple[str, ...]:
    given = (environment.get("CHECKIN_COUNTRY") or ",".join(HERE)).upper()
    countries = tuple(one.strip() for one in given.split(","))
    if wrong := [one for one in countries if not is_country(one)]:
        raise SettingsError(
            f"CHECKIN_COUNTRY: there is no country '{wrong[0]}'. "
            "Set it to the two letters of where this is, such as GB, or to several: GB,IE."
        )
    return countries


def _phone(environment: Mapping[str, str], name: str, use: Use, countries: tuple[str, ...]) -> str:
    given = environment.get(name, "")
    if not given:
        return ""
    match read_number(given, use, countries):
        case Number(kept):
            return kept
        case refused:
            raise SettingsError(f"{name} is '{given}'. {refused.words}")
