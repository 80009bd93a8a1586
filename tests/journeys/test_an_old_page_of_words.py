"""Words that come when nobody sits there are given back, and nobody says that they are kept."""

from checkin.storage.tables import AnswerRow
from tests.conftest import World
from tests.journeys.doors import Tablet
from tests.journeys.records import kept
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
