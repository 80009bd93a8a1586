"""Where staff pages are, for messages that lead to them: the pages' own addresses, made whole."""

from functools import cached_property

from flask import current_app

AN_ID = "0"


class StaffAddresses:
    """Addresses as a phone outside needs them; the pages themselves say what follows the host."""

    def __init__(self, public_url: str) -> None:
        self._public_url = public_url

    def alert(self, alert_id: str) -> str:
        """Return the whole address of one alert."""
        return f"{self._before_an_alert}{alert_id}"

    def alerts(self) -> str:
        """Return the whole address of the list of alerts."""
        return self._whole("staff.alert_list")

    @cached_property
    def _before_an_alert(self) -> str:
        """Ask the page once: after an outage there are thousands of alerts in a minute."""
        return self._whole("staff.alert", alert_id=AN_ID).removesuffix(AN_ID)

    def _whole(self, page: str, **named: str) -> str:
        return self._public_url + current_app.url_map.bind("").build(page, named)
