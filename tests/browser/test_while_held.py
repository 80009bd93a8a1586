"""With its script too, a press that the database cannot take is answered, and the question stays there."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from checkin import clock
from checkin.actions.nobody_told import keep_whom_to_ring
from checkin.actions.take_in import hear_what_waits
from tests.browser.conftest import Take
from tests.browser.tablet import Hands, Lounge
from tests.faults.held import held

PATIENCE = 20_000  # milliseconds, on a busy machine


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checkin.actions.take_in.SECONDS", 0.3)
    monkeypatch.setattr("checkin.app.SECONDS", 0.3)


@pytest.fixture
def is_held(lounge: Lounge) -> Iterator[None]:
    """Another program holds the database."""
    with lounge.app.app_context(), held():
        yield


@pytest.fixture
def dev(take: Take, lounge: Lounge) -> Hands:
    """Dev, at the first question on his own phone."""
    hands = take()
    hands.open(lounge.begin(lounge.cast.dev))
    return hands


@pytest.mark.usefixtures("dev", "is_held")
def test_an_answer_that_is_not_kept_says_so_and_back_is_the_question(dev: Hands) -> None:
    asked = dev.page.title()
    dev.press("Skip this")
    expect(dev.page.locator("body")).to_contain_text("nobody was told", timeout=PATIENCE)
    dev.page.go_back()
    expect(dev.page).to_have_title(asked, timeout=PATIENCE)


def test_help_in_a_talk_says_that_it_is_kept_and_then_who_is_told(
    dev: Hands, lounge: Lounge
) -> None:
    dev.page.get_by_role("link", name="Help").click()
    expect(dev.page.get_by_role("button", name="Get Marcus")).to_be_visible(timeout=PATIENCE)
    with lounge.app.app_context():
        with held():
            dev.page.get_by_role("button", name="Get Marcus").click()
            expect(dev.page.locator("h1")).to_have_text(
                "Your call for help is kept.", timeout=PATIENCE
            )
        hear_what_waits(clock.now())
    dev.page.reload()
    expect(dev.page.locator("body")).to_contain_text("No one has answered yet.", timeout=PATIENCE)


def test_what_is_to_be_rung_in_danger_stands_there_without_a_scroll(
    take: Take, lounge: Lounge, size: tuple[int, int]
) -> None:
    """With two to ring beside it, on the page of a call that waits and of what is not kept."""
    with lounge.app.app_context():
        keep_whom_to_ring(clock.now())
    hands = take(size)
    hands.go("/help")
    with lounge.app.app_context(), held():
        hands.page.get_by_role("button", name="Get").click()
        _fits(hands, size, "Your call for help is kept.")
        hands.go("/not-kept")
        _fits(hands, size, "We cannot keep anything just now.")


def _fits(hands: Hands, size: tuple[int, int], says: str) -> None:
    expect(hands.page.locator("h1")).to_have_text(says, timeout=PATIENCE)
    expect(hands.page.get_by_role("link", name="You can ring")).to_have_count(2)
    box = hands.page.get_by_role("link", name="In danger? Ring 999.").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= size[1]
    assert hands.page.evaluate("document.documentElement.scrollWidth") <= size[0]
