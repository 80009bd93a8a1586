"""The last page stays open: once Marcus has read it, it says so by itself, and disturbs nothing else."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from checkin import clock
from checkin.actions.take_back import open_answers
from checkin.agreements.how_asked import Sound
from checkin.agreements.seen import StaffMember
from checkin.conversation.talking.said import DidIt, Send
from checkin.storage import people
from checkin.storage.transaction import kept_together
from tests.browser.conftest import Take
from tests.browser.tablet import Hands, Lounge

A_WHILE = 21_000  # ms
COUNTS_PLAYS = """() => {
  window.plays = 0;
  HTMLMediaElement.prototype.play = function () { window.plays += 1; return Promise.resolve(); };
}"""


@pytest.fixture
def sent(lounge: Lounge) -> str:
    """A week that Dev sent."""
    check_in = lounge.begin(lounge.cast.dev)
    while lounge.now_asked(check_in).stage == "steps":
        lounge.answer(check_in)
    lounge.answer(check_in, Send())
    lounge.answer(check_in, DidIt("self"))
    return check_in


def marcus_reads(lounge: Lounge, check_in: str) -> None:
    """Let Marcus open it."""
    marcus = StaffMember(lounge.cast.marcus, frozenset({lounge.cast.house}))
    with lounge.app.app_context():
        open_answers(check_in, marcus, clock.now())


def opened(hands: Hands, check_in: str) -> Page:
    """Open the last page, and count what sounds from then on."""
    hands.page.clock.install()
    page = hands.open(check_in)
    page.evaluate(COUNTS_PLAYS)
    return page


def it_looks_again(page: Page) -> None:
    """Let the page ask once more, and do what it does then."""
    with page.expect_response(page.url):
        page.clock.run_for(A_WHILE)
    page.wait_for_timeout(200)


def plays(page: Page) -> Any:
    return page.evaluate("window.plays")


def test_it_says_so_by_itself_and_whoever_is_at_a_button_stays_there(
    take: Take, lounge: Lounge, sent: str
) -> None:
    page = opened(take(), sent)
    page.get_by_role("link", name="Finish").focus()

    marcus_reads(lounge, sent)
    it_looks_again(page)

    expect(page.locator("main")).to_contain_text("Marcus has read it.")
    expect(page.get_by_role("link", name="Finish")).to_be_focused()
    expect(page.get_by_role("button", name="I changed my mind")).to_be_visible()
    assert plays(page) == 0


def test_who_was_at_a_button_that_stays_is_at_it_still(
    take: Take, lounge: Lounge, sent: str
) -> None:
    page = opened(take(), sent)
    page.get_by_role("link", name="Look again").focus()

    marcus_reads(lounge, sent)
    it_looks_again(page)

    expect(page.locator("main")).to_contain_text("Marcus has read it.")
    expect(page.get_by_role("link", name="Look again")).to_be_focused()


def test_ana_who_hears_every_page_hears_it_again_only_when_it_says_something_else(
    take: Take, lounge: Lounge, sent: str
) -> None:
    with lounge.app.app_context(), kept_together():
        people.change(lounge.cast.dev, sound=Sound.ALWAYS)
    page = opened(take(), sent)
    it_looks_again(page)
    silent = plays(page)

    marcus_reads(lounge, sent)
    it_looks_again(page)

    expect(page.locator("main")).to_contain_text("Marcus has read it.")
    assert (silent, plays(page) > 0) == (0, True)


def test_where_no_script_runs_a_press_looks_again(take: Take, lounge: Lounge, sent: str) -> None:
    hands = take(java_script_enabled=False)
    page = hands.open(sent)
    assert "has read it" not in page.locator("main").inner_text()

    marcus_reads(lounge, sent)
    page.get_by_role("link", name="Look again").click()

    expect(page.locator("main")).to_contain_text("Marcus has read it.")
