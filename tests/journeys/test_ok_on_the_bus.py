"""An OK that says no more than where Dev is opens no loop; what he tells besides does."""

from checkin.storage.tables import LoopRow
from tests.conftest import World
from tests.journeys.doors import Phone
from tests.journeys.records import kept


def test_ok_on_the_bus_now_asks_for_nothing(world: World):
    phone = Phone(world)

    phone.text("2026-10-20 09:16", "ok on the bus now")
    assert kept(world, LoopRow) == []

    phone.text("2026-10-20 10:01", "ok sorry phone died")
    assert [one.words for one in kept(world, LoopRow)] == ["ok sorry phone died"]
