"""Small enough for a phone on a bus: no stranger is asked, few requests, few kilobytes."""

from playwright.sync_api import Page, Request

from tests.browser.conftest import Take
from tests.browser.tablet import Lounge

WITHOUT_SOUND = 40_000
WITH_ALL = 150_000
REQUESTS = 8


def sizes_of(page: Page, asked: list[Request]) -> dict[str, int]:
    """Return how many bytes each thing took on its way, by address."""
    return {one.url: one.sizes()["responseBodySize"] for one in asked}


def test_a_question_is_light(take: Take, lounge: Lounge) -> None:
    hands = take()
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    hands.page.on("request", note)

    page = hands.open(lounge.begin(lounge.cast.dev))
    page.wait_for_load_state("networkidle")
    before_sound = sum(sizes_of(page, asked).values())
    page.locator(".listen").click()
    page.wait_for_selector(".spoken-word")
    page.locator(".listen").click()

    assert before_sound <= WITHOUT_SOUND
    assert sum(sizes_of(page, asked).values()) <= WITH_ALL
    assert len(asked) <= REQUESTS
    assert {one.url.split("/tablet")[0].split("/s")[0] for one in asked} == {lounge.url}
