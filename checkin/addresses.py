"""Where staff pages are, for messages that lead to them: the pages' own addresses, made whole."""

from flask import current_app


class StaffAddresses:
    """Addresses as a phone outside needs them; the pages themselves say what follows the host."""

    def __init__(self, public_url: str) -> None:
        self._public_url = public_url

    def alert(self, alert_id: str) -> str:
        """Return the whole address of one alert."""
        return self._whole("staff.alert", alert_id=alert_id)

    def alerts(self) -> str:
        """Return the whole address of the list of alerts."""
        return self._whole("staff.alert_list")

    def _whole(self, page: str, **named: str) -> str:
        return self._public_url + current_app.url_map.bind("").build(page, named)
