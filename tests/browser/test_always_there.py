"""Help, Stop, who will see this: one press away on every page; no answer is no mistake (43, 46 to 48)."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from checkin.channels.tablet import answered
from tests.browser import measures
from tests.browser.conftest import Take
from tests.browser.tablet import Hands, Lounge
from tests.browser.walk import FLOWS, every_question

ASIDE = ("/not-now", "/who-sees", "/so-far", "/own-words", "/own-words?way=talk", "/not-picked")


def ways_out(hands: Hands) -> set[str]:
    """Return which of Help and Stop can be pressed on this page."""
    names = {one["name"] for one in measures.rects(hands.page, measures.CONTROLS)}
    return names & {"Help", "Stop"}


@pytest.mark.parametrize(
    "path", ["/", "/my-page", "/you-said", "/enrol", "/nowhere", "/help/coming"]
)
def test_help_and_stop_are_on_every_page(take: Take, path: str) -> None:
    hands = take()
    hands.go(path)

    assert ways_out(hands) == {"Help", "Stop"}


def test_help_and_stop_are_on_the_ways_aside(take: Take, lounge: Lounge) -> None:
    check_in, hands = lounge.begin(lounge.cast.dev), take()
    for page in ASIDE:
        hands.open(check_in, page)

        assert ways_out(hands) == {"Help", "Stop"}, page


def test_every_question_says_who_will_see_it_and_has_its_ways_out(
    take: Take, lounge: Lounge
) -> None:
    hands = take()
    for flow in FLOWS:
        for page, prompt in every_question(hands, lounge.cast.dev, flow):
            assert "will see this" in page.locator(".sees").inner_text(), prompt.lines
            assert ways_out(hands) == {"Help", "Stop"}, prompt.lines


def test_help_tells_truly_who_knows(take: Take, lounge: Lounge) -> None:
    hands = take()
    hands.open(lounge.begin(lounge.cast.dev))
    hands.press("Help")

    hands.press("Get Marcus")

    words = hands.page.get_by_role("heading", level=1).inner_text()
    assert words.startswith("We are telling ")
    assert "Marcus" in words
    assert words.endswith("No one has answered yet.")


def test_stop_asks_only_what_to_do_and_carries_on_later(take: Take, lounge: Lounge) -> None:
    check_in, hands = lounge.begin(lounge.cast.dev), take()
    hands.open(check_in)
    hands.press("Stop")
    assert len(measures.rects(hands.page, measures.ANSWERS)) == 3

    hands.press("Carry on later")
    hands.press("Carry on now")

    assert hands.page.get_by_role("heading", level=1).inner_text() == "How was your week?"


def test_next_with_nothing_picked_is_no_mistake(take: Take, lounge: Lounge) -> None:
    check_in, hands = lounge.begin(lounge.cast.dev), take()
    page = hands.open(check_in)

    with page.expect_response(lambda answer: answer.request.method == "POST") as went:
        hands.press("Next")

    assert went.value.status == 200
    assert "You have not picked. That is OK." in page.locator("main").inner_text()
    assert page.locator("[role=alert]").count() == 0
    hands.press("Stay")
    assert lounge.now_asked(check_in).number == 1
    hands.press("Next")
    hands.press("Go on")
    assert lounge.now_asked(check_in).number == 2


def test_a_failure_of_ours_never_blames(take: Take, lounge: Lounge) -> None:
    check_in, hands = lounge.begin(lounge.cast.dev), take()
    page = hands.open(check_in)
    with _a_broken_disk():
        hands.press("Skip this")

    words = page.locator("main").inner_text()
    assert "It is not your fault." in words
    assert "Please look, and do it again." in words
    assert ways_out(hands) == {"Help", "Stop"}


def test_a_page_with_an_old_seal_loses_no_tap(take: Take, lounge: Lounge) -> None:
    check_in, hands = lounge.begin(lounge.cast.dev), take()
    hands.open(check_in)
    before = lounge.now_asked(check_in).number
    hands.context.clear_cookies(name="session")

    hands.press("Skip this")

    assert lounge.now_asked(check_in).number == before + 1


@contextmanager
def _a_broken_disk() -> Iterator[None]:
    whole = answered.answer_page

    def broken(*_: object, **__: object) -> None:
        raise OSError("No space left on this disk.")

    answered.answer_page = broken  # type: ignore[assignment]
    try:
        yield
    finally:
        answered.answer_page = whole
