"""Pages look as the person has set them (screens.md C11)."""

from collections.abc import Callable, Iterator

import pytest

from checkin.channels.tablet.profile import Profile, profile_of
from checkin.storage import people
from checkin.storage.tables import db
from checkin.storage.transaction import kept_together
from tests.browser import measures
from tests.browser.conftest import Take
from tests.browser.tablet import Lounge

Set = Callable[..., None]


@pytest.fixture
def set_for_dev(lounge: Lounge) -> Iterator[Set]:
    """Change Dev's settings, and put them back afterwards."""

    def change(**settings: object) -> None:
        with lounge.app.app_context():
            with kept_together():
                people.change(lounge.cast.dev, profile={**before, **settings})
            db.session.remove()

    with lounge.app.app_context():
        before = dict(people.the_person(lounge.cast.dev).profile)
        db.session.remove()
    yield change
    change()


def test_one_answer_at_a_time(take: Take, lounge: Lounge, set_for_dev: Set) -> None:
    set_for_dev(per_page=1)
    hands = take()

    page = hands.open(lounge.begin(lounge.cast.dev))

    assert [one["name"] for one in measures.rects(page, measures.ANSWERS)] == ["Good"]
    hands.press("More")
    assert [one["name"] for one in measures.rects(page, measures.ANSWERS)] == ["OK"]


def test_very_big_words_still_fit(take: Take, lounge: Lounge, set_for_dev: Set) -> None:
    set_for_dev(size="xlarge")

    page = take().open(lounge.begin(lounge.cast.dev))

    assert page.locator("h1").evaluate("(h1) => parseFloat(getComputedStyle(h1).fontSize)") > 36
    assert measures.hidden_below(page) <= 0
    assert not measures.cut_off(page)


def test_no_pictures_beside_the_answers(take: Take, lounge: Lounge, set_for_dev: Set) -> None:
    set_for_dev(pictures="no_pictures")

    page = take().open(lounge.begin(lounge.cast.dev))

    assert page.locator("main .picture").count() == 0
    assert page.get_by_role("radio").count() == 3


def test_settings_that_make_no_sense_are_as_good_as_none() -> None:
    assert profile_of({"per_page": "many", "size": 7, "theme": None, "one_tap": "no"}) == Profile()
    assert profile_of({"per_page": 9, "ways_to_say": ["talk", "fly"]}) == Profile(
        per_page=4, ways_to_say=("talk",)
    )
