"""The phone company's client, which never waits for ever and goes where the settings say."""

from datetime import timedelta
from typing import Any

from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client

from checkin.settings import TWILIO_API, Settings, SettingsError

CONNECT_SECONDS, ANSWER_SECONDS = 3.0, 10.0

# It writes whole seconds, and its clock is not ours.
CLOCKS_DIFFER = timedelta(seconds=2)


class _WayOut(TwilioHttpClient):  # type: ignore[misc]  # twilio has no types
    """The client's way out, to any host that speaks the same, and never without a time limit."""

    def __init__(self, api: str, answer_seconds: float) -> None:
        super().__init__()
        self.timeout = (CONNECT_SECONDS, answer_seconds)
        self.api = api
        # A host of one's own is reached directly, whatever proxy leads to the internet.
        self.session.trust_env = api == TWILIO_API

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
        """Ask, at the host that was set instead of the usual one."""
        return super().request(method, url.replace(TWILIO_API, self.api, 1), *args, **kwargs)

    def log_request(self, kwargs: dict[str, Any]) -> None:
        """Log nothing: what is asked holds people's numbers (trust.md row 32)."""

    def log_response(self, status_code: int, response: Any) -> None:
        """Log nothing."""


def client_for(settings: Settings, answer_seconds: float = ANSWER_SECONDS) -> Any:
    """Return a client of the account in the settings.

    Raises `SettingsError` where there is none. The client by itself has no time limit at all
    (trust.md decision 7).
    """
    if not settings.sends_texts:
        raise SettingsError(
            "Set CHECKIN_TWILIO_ACCOUNT, CHECKIN_TWILIO_TOKEN and CHECKIN_TWILIO_NUMBER "
            "to send texts, or run the demo, which needs none."
        )
    return Client(
        settings.twilio_account,
        settings.twilio_token,
        http_client=_WayOut(settings.twilio_api, answer_seconds),
    )
