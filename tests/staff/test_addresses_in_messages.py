"""An address that goes out in a message leads to the very page it names."""

from urllib.parse import urlsplit

from checkin.installation import here
from tests.conftest import World
from tests.staff.conftest import Desk
from tests.staff.happenings import dev_does_not_arrive


def test_the_addresses_in_messages_open_the_alert_and_the_list(world: World, marcus: Desk) -> None:
    alert_id = dev_does_not_arrive(world)
    with world.app.app_context():
        alert, alerts = here().addresses.alert(alert_id), here().addresses.alerts()

    assert alert.startswith("http://localhost/staff/")
    assert "did not answer" in marcus.see(urlsplit(alert).path)
    assert "Act in minutes" in marcus.see(urlsplit(alerts).path)
