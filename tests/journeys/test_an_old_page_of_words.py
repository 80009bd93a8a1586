"""Words that come when nobody sits there are given back, and nobody says that they are kept."""

import pytest

from checkin.storage.tables import AnswerRow
from tests.conftest import World
from tests.journeys.doors import LENA, MARCUS, Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_calls_on_the_tablet import rung
from tests.journeys.test_tell_someone import HARD, told

GROUP_DAYS = ("sat",)


def test_her_words_of_a_page_left_open_are_shown_again_each_time(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    address = f"/tablet/check-in/{told(world).id}/own-words"
    tablet.open("/tablet/my-page")
    tablet.press("/not-me")
    for _ in range(2):
        page = tablet.client.post(address, data={"csrf_token": "old", "words": HARD})
        words = page.get_data(as_text=True)
        assert page.status_code == 400
        assert HARD in words
        assert "Your words are not kept." in words
        assert "are kept" not in words
        assert "In danger? Ring 999." in words
        assert 'href="/tablet/help"' in words
    assert HARD not in [one.words for one in kept(world, AnswerRow)]


def test_a_word_typed_in_private_is_not_shown_again(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    address = f"/tablet/check-in/{told(world).id}"
    page = tablet.client.post(address, data={"csrf_token": "old", "words": "pineapple"})

    assert page.status_code == 400
    assert "pineapple" not in page.get_data(as_text=True)


@pytest.mark.parametrize(
    ("words", "rings", "kind"),
    [
        ("help", MARCUS, "help_or_not_ok"),
        ("help marcus is on top of me", LENA, "someone_hurt"),
        ("call me not marcus", LENA, "told"),
    ],
)
def test_a_cry_on_such_a_page_is_heard_and_once_more_rings_again(
    world: World, tablet: Tablet, words: str, rings: str, kind: str
):
    tablet.press("/tell-someone")
    address = f"/tablet/check-in/{told(world).id}/own-words"
    tablet.open("/tablet/my-page")
    tablet.press("/not-me")
    for minute in (1, 5):
        world.go_to(f"2026-10-19 15:0{minute}")
        world.sent.clear()
        page = tablet.client.post(address, data={"words": words}).get_data(as_text=True)
        world.settle()
        assert "Your words call for help. We are telling somebody now." in page
        assert rings in rung(world)

    assert [one.kind for one in alerts(world)] == [kind]
    assert HARD not in [one.words for one in kept(world, AnswerRow)]


def test_a_cry_for_somebody_of_another_house_is_nobodys(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    address = f"/tablet/check-in/{told(world).id}/own-words"
    stranger = world.app.test_client()
    page = stranger.post(address, data={"words": "help"})

    assert page.status_code in (302, 400)
    assert alerts(world) == []
