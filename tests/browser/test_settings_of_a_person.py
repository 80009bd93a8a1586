"""Pages look as the person has set them (screens.md C11)."""

from collections.abc import Callable, Iterator

import pytest

from checkin.storage import people
from checkin.storage.tables import db
from checkin.storage.transaction import kept_together
from tests.browser import measures
from tests.browser.conftest import Take
from tests.browser.tablet import Lounge

Set = Callable[..., None]
DEFAULTS = {"per_page": 3, "size": "medium", "pictures": "drawings", "show_as": "one_thing"}


@pytest.fixture
def set_for_dev(lounge: Lounge) -> Iterator[Set]:
    """Change Dev's settings, and put them back afterwards."""

    def change(**settings: object) -> None:
        with lounge.app.app_context():
            with kept_together():
                people.change(lounge.cast.dev, **{**DEFAULTS, **settings})
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
