"""What an alert is called on the pages of staff."""

from checkin import clock
from checkin.agreements.alert_named import named
from checkin.staff.desk import staff
from checkin.staff.times import ZONE
from checkin.storage.tables import AlertRow


@staff.app_template_filter("named")
def alert_name(alert: AlertRow) -> str:
    """Return its title, with its day where that is not today's."""
    return named(alert.title, alert.opened_at, clock.now(), ZONE)
