"""One tap reads who is there and their check-in once: at most eight statements, first and sixtieth."""

import pytest

from checkin.channels.tablet.going import NEXT_PAGE
from tests.conftest import World
from tests.journeys.doors import Tablet
from tests.journeys.pages import Page
from tests.storage.test_answers_stay import _statements

MOST = 8
READS = ("FROM device", "FROM check_in ")


class Scripted(Tablet):
    """A tablet whose script asks for the next page in the same answer."""

    def __init__(self, world: World, token: str) -> None:
        super().__init__(world, token)
        self.client.environ_base["HTTP_ACCEPT"] = NEXT_PAGE


@pytest.mark.parametrize(("kind", "journeys"), [(Scripted, 1), (Tablet, 2)])
def test_the_first_and_the_sixtieth_turn_ask_eight_things_at_most(
    world: World, kind: type[Tablet], journeys: int
) -> None:
    world.go_to("2026-10-20 08:31")
    tablet = kind(world, world.cast.devs_phone)
    tablet.begin("Group day: am I ready?")

    with _statements(world) as first:
        tablet.pick("going")
    for _ in range(29):
        tablet.do("back")
        tablet.pick("going")
    tablet.do("back")
    with _statements(world) as sixtieth:
        tablet.pick("going")

    assert any(one.startswith("INSERT INTO answer ") for one in first)
    assert max(len(first), len(sixtieth)) <= MOST, first
    for read in READS:
        assert sum(read in one for one in first) == journeys, first


def test_the_page_in_the_answer_is_the_one_a_browser_is_sent_to(world: World) -> None:
    world.go_to("2026-10-20 08:31")
    tablet = Scripted(world, world.cast.devs_phone)
    tablet.begin("Group day: am I ready?")

    given = tablet.do("skip")

    again = Page(tablet.client.get(tablet.at).text)
    assert given == again.words
    assert tablet.page.forms.keys() == again.forms.keys()
