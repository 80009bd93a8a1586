"""With its script a page comes in the answer to a press: one journey over the air, nothing lost."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, Request, Route, expect

from checkin.storage import answers
from tests.browser.conftest import Take
from tests.browser.tablet import Hands, Lounge


@pytest.fixture
def dev(take: Take) -> Hands:
    """Dev's own phone."""
    return take()


@contextmanager
def journeys(page: Page) -> Iterator[list[str]]:
    """Keep what is asked for about a check-in while the block runs."""
    kept: list[str] = []

    def keep(request: Request) -> None:
        if "/check-in/" in request.url:
            kept.append(request.method)

    page.on("request", keep)
    yield kept
    page.remove_listener("request", keep)


def asks(page: Page, number: int) -> None:
    """Wait until the page asks this question."""
    expect(page).to_have_title(re.compile(f"Question {number} of"))


def given_of(lounge: Lounge, check_in: str) -> list[str]:
    """Return the steps that were answered, each as often as it was."""
    with lounge.app.app_context():
        return [one.step for one in answers.answers_of(check_in)]


def test_a_tap_is_one_journey_and_says_where_we_are(dev: Hands, lounge: Lounge) -> None:
    page = dev.open(lounge.begin(lounge.cast.dev))
    address = page.url

    with journeys(page) as made:
        dev.press("Skip this")
        asks(page, 2)

    assert made == ["POST"]
    assert page.url == address
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert page.evaluate("scrollY") == 0


def test_reload_shows_the_question_that_waits(dev: Hands, lounge: Lounge) -> None:
    page = dev.open(lounge.begin(lounge.cast.dev))
    dev.press("Skip this")
    asks(page, 2)

    page.reload()

    asks(page, 2)


def test_a_page_beside_has_its_own_address_and_the_browser_finds_back(
    dev: Hands, lounge: Lounge
) -> None:
    page = dev.open(lounge.begin(lounge.cast.dev))
    page.get_by_label("Good", exact=True).check()
    dev.press("My words")
    expect(page).to_have_url(re.compile("/own-words"))

    page.go_back()

    asks(page, 1)
    assert "/own-words" not in page.url


def test_what_is_read_out_is_said_on_the_next_page_too(dev: Hands, lounge: Lounge) -> None:
    page = dev.open(lounge.begin(lounge.cast.dev))
    dev.press("Skip this")
    asks(page, 2)

    dev.press("Listen")

    expect(page.locator(".listen")).to_have_class(re.compile("playing"))


@pytest.mark.parametrize(
    "reached", [False, True], ids=["on its way here", "on the way of its answer back"]
)
def test_where_the_line_breaks_the_answer_goes_as_browsers_send_it_and_counts_once(
    dev: Hands, lounge: Lounge, *, reached: bool
) -> None:
    check_in = lounge.begin(lounge.cast.dev)
    page = dev.open(check_in)
    page.route("**/check-in/*", lambda route: _only_navigation(route, reached=reached))
    page.get_by_label("Good", exact=True).check()

    dev.press("Next")

    asks(page, 2)
    assert given_of(lounge, check_in) == ["week"]


def test_two_presses_of_one_page_are_one_answer(dev: Hands, lounge: Lounge) -> None:
    check_in = lounge.begin(lounge.cast.dev)
    page = dev.open(check_in)

    page.get_by_role("button", name="Skip this").dblclick()

    asks(page, 2)
    assert given_of(lounge, check_in) == ["week"]


def _only_navigation(route: Route, *, reached: bool) -> None:
    """Break the line for a script's request, before it reaches us or on its way back."""
    if route.request.is_navigation_request():
        return route.continue_()
    if reached:
        route.fetch()
    return route.abort()
