"""Dev was missed on Tuesday and on Wednesday: whoever is rung knows which day is meant."""

from tests.conftest import World
from tests.journeys.doors import JO, Desk
from tests.journeys.records import alerts

GROUP_DAYS = ("tue", "wed")
LEAVE = "Dev did not answer: leave, due 09:15."
OF_TUESDAY = f"{LEAVE} Tue 20 Oct."


def test_on_the_next_day_lists_pages_and_texts_say_the_day(world: World):
    world.go_to("2026-10-20 09:36")
    assert LEAVE in Desk(world, "jo").words
    assert "Tue 20 Oct." not in Desk(world, "jo").words

    world.go_to("2026-10-21 09:50")
    misses = [one for one in alerts(world) if one.title == LEAVE]
    jo = Desk(world, "jo")

    assert len(misses) == 2
    assert OF_TUESDAY in jo.words
    assert "Wed 21 Oct." not in jo.words
    last_day = [one.body for one in world.sent if one.number == JO and LEAVE in one.body]
    assert any(OF_TUESDAY in one for one in last_day)
    jo.follow(OF_TUESDAY)
    assert OF_TUESDAY in jo.words
