"""Who is said to be told that it was begun: nobody whom no text reached."""

from checkin.actions.note_receipt import note_receipt
from checkin.storage.tables import MessageRow
from tests.conftest import World, london
from tests.journeys.doors import Tablet
from tests.journeys.records import kept
from tests.journeys.test_begun_and_left import LEAD, MONDAY, THEM, begin

GROUP_DAYS = ("sat",)


def test_whom_no_text_reached_was_not_told(world: World, tablet: Tablet):
    begin(tablet)
    tablet.do("stop")
    tablet.press("/stop", ("choice", "carry_on_later"))
    ended = tablet.at
    world.go_to(f"{MONDAY} 15:31")
    (text,) = [one for one in kept(world, MessageRow) if one.address == LEAD and one.provider_id]
    with world.app.app_context():
        note_receipt(text.provider_id or "", "failed", "30003", london(f"{MONDAY} 15:32"))

    words = tablet.open(ended)
    assert f"We told {THEM}" not in words
    assert "We told the advocacy service that you began to tell us something." in words
