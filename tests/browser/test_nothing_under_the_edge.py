"""Whom to ring, and that something was begun, are on the screen: nobody has to look for them."""

import pytest

from tests.browser import measures
from tests.browser.conftest import Take
from tests.browser.tablet import SIZES, Hands, Lounge
from tests.conftest import PASSWORD

EVERY_SIZE = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())


def staff_sign_in(hands: Hands, who: str = "lena") -> None:
    """Somebody of staff signs in in another tab of the same browser."""
    other = hands.context.new_page()
    other.goto(f"{hands.lounge.url}/staff/sign-in")
    other.fill("[name=email]", f"{who}@willow-court.example")
    other.fill("[name=password]", PASSWORD)
    other.locator("form button").first.click()
    other.wait_for_load_state()


@EVERY_SIZE
def test_whom_to_ring_is_read_without_scrolling(
    take: Take, lounge: Lounge, size: tuple[int, int]
) -> None:
    hands = take(size, lounge.cast.house_tablet)
    hands.sit_down("Ana")
    hands.press("Tell someone")
    hands.press("Start")
    hands.page.locator(measures.ANSWERS).locator("visible=true").first.click()
    hands.press("Next")
    hands.page.wait_for_load_state()
    told = hands.page.url.partition("/tablet")[2].partition("?")[0]
    staff_sign_in(hands)
    hands.go(f"{told}/said-before")

    assert "In danger? Ring 999." in hands.page.locator(".effect").inner_text()
    assert measures.out_of_view(hands.page, ".effect p") == []
    hands.press("Leave it")
    assert measures.out_of_view(hands.page, ".effect p") == []


@EVERY_SIZE
def test_that_she_has_begun_is_seen_on_her_page(
    take: Take, lounge: Lounge, size: tuple[int, int]
) -> None:
    for flow in ("how_i_am", "my_morning"):
        lounge.answer(lounge.begin(lounge.cast.ana, flow))
    hands = take(size, lounge.cast.house_tablet)
    hands.sit_down("Ana")
    assert measures.out_of_view(hands.page, ".begun") == []
    staff_sign_in(hands)
    hands.go("/my-page")

    (begun,) = hands.page.locator(".begun").all()[:1]
    assert begun.is_visible()
    assert measures.out_of_view(hands.page, ".begun") == []
