"""A finger taps twice, or shakes: the second tap says nothing of the page that has just come."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Take
from tests.browser.tablet import Lounge

LATER = [50, 300]
TRIES = 10
COVERED = "() => document.getAnimations().some((one) => one.animationName === 'just-come' && one.currentTime < 450)"


def tap_twice(begin: Callable[[], tuple[Page, Locator]], later: int) -> Page:
    """Tap where it is, and there again so many milliseconds after the next page came.

    A busy machine may come later than a finger: then it begins again.
    """
    for _ in range(TRIES):
        page, thing = begin()
        thing.click(trial=True)  # this page takes a press by now
        box = thing.bounding_box()
        assert box
        place = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        asked = page.get_by_role("heading", level=1)
        before = asked.inner_text()
        page.mouse.click(*place)
        expect(asked).not_to_have_text(before)
        page.wait_for_timeout(later)
        if page.evaluate(COVERED):
            page.mouse.click(*place)
            page.wait_for_timeout(400)
            return page
    pytest.fail("No second tap came in time: the page is not covered, or this machine is too slow.")


@pytest.mark.parametrize("later", LATER)
def test_throw_away_tapped_twice_throws_nothing_away(
    take: Take, lounge: Lounge, later: int
) -> None:
    dev = take()

    def stops() -> tuple[Page, Locator]:
        page = dev.open(lounge.begin(lounge.cast.dev), "/stop")
        return page, page.get_by_role("button", name="Throw away")

    assert tap_twice(stops, later).url.endswith("/throw-away")


@pytest.mark.parametrize("later", LATER)
def test_a_photo_tapped_twice_opens_my_page_and_nothing_on_it(
    take: Take, lounge: Lounge, later: int
) -> None:
    hands = take(token=lounge.cast.house_tablet)

    def who_is_here() -> tuple[Page, Locator]:
        page = hands.go("/")
        return page, page.get_by_role("button", name="Ana")

    page = tap_twice(who_is_here, later)

    expect(page.get_by_role("heading", name="Hello Ana.")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_key_works_as_soon_as_the_page_is_there(
    take: Take, lounge: Lounge, *, scripts: bool
) -> None:
    dev = take(java_script_enabled=scripts)
    page = dev.open(lounge.begin(lounge.cast.dev), "/stop")

    page.get_by_role("button", name="Throw away").press("Enter")

    page.wait_for_url("**/throw-away")
