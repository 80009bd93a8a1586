"""As a talk: what was said stands above, and every check of one thing a page holds here too."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from checkin.agreements.how_asked import ShowAs
from checkin.conversation.talking.said import OwnWordsGiven, Picked
from checkin.storage import people
from checkin.storage.tables import db
from checkin.storage.transaction import kept_together
from tests.browser import measures
from tests.browser.conftest import Take
from tests.browser.tablet import TINY, Hands, Lounge
from tests.browser.test_keyboard import NAME, tab_to
from tests.browser.test_seeing import CLEAN, axe
from tests.browser.test_size_and_layout import ALWAYS_THERE, LEAST
from tests.browser.walk import at_each_size, every_question

WAITS = ".ask h1, .ask .answer, .top .control, .foot .control, .listen-place .control"
SCROLLED = "() => document.querySelector('.in-talk').scrollTop"


@pytest.fixture(autouse=True)
def dev_has_a_talk(lounge: Lounge) -> Iterator[None]:
    """Dev has his pages as a talk, while these tests last."""
    _show(lounge, ShowAs.TALK)
    yield
    _show(lounge, ShowAs.ONE_THING)


def _show(lounge: Lounge, show_as: ShowAs) -> None:
    with lounge.app.app_context():
        with kept_together():
            people.change(lounge.cast.dev, show_as=show_as)
        db.session.remove()


def in_the_middle(hands: Hands) -> tuple[str, Page]:
    """Open the third question: two were answered, one in own words too."""
    check_in = hands.lounge.begin(hands.lounge.cast.dev, "what_matters")
    hands.lounge.answer(check_in, OwnWordsGiven("The bus was loud. " * 12))
    hands.lounge.answer(check_in, Picked(("not_good",)))
    hands.lounge.answer(check_in)
    return check_in, hands.open(check_in)


def test_what_waits_is_in_view_and_all_is_large_and_in_its_place(
    take: Take, lounge: Lounge
) -> None:
    places: dict[tuple[str, str], set[tuple[float, ...]]] = {}
    for page, prompt in every_question(take(), lounge.cast.dev, "what_matters"):
        for size in at_each_size(page):
            page.reload()
            least, at = LEAST[size], (size, prompt.lines)
            assert not measures.out_of_view(page, WAITS), at
            assert not measures.too_small(page, measures.ANSWERS, *least["answer"]), at
            assert not measures.too_small(page, measures.CONTROLS, *least["control"]), at
            assert not measures.too_near(page, f".above {measures.CONTROLS}", 8), at
            assert not measures.wider_than_screen(page), at
            assert not measures.small_print(page, 16), at
            assert not measures.hard_to_read(page), at
            assert not measures.long_lines(page), at
            for one in measures.rects(page, measures.CONTROLS):
                if one["name"] in ALWAYS_THERE:
                    place = (one["x"], one["y"], one["width"], one["height"])
                    places.setdefault((size, one["name"]), set()).add(place)

    assert {at for at, found in places.items() if len(found) > 1} == set()


def test_on_a_tiny_screen_the_question_comes_first_and_nothing_is_lost_at_the_side(
    take: Take,
) -> None:
    _, page = in_the_middle(take(TINY))

    (asked,), (said,) = measures.rects(page, "main"), measures.rects(page, ".above")
    assert asked["y"] < said["y"]
    assert not measures.wider_than_screen(page)
    assert not measures.cut_off(page)


def test_axe_finds_nothing_in_a_talk(take: Take) -> None:
    _, page = in_the_middle(take())

    assert axe(page) == CLEAN


def test_the_question_is_met_first_and_all_else_by_keys(take: Take, lounge: Lounge) -> None:
    check_in, page = in_the_middle(take())

    tab_to(page, "Listen")
    tab_to(page, "Next")
    assert page.evaluate(SCROLLED) == 0
    tab_to(page, "Change: Not good")
    assert not measures.ring(page)["covered"]
    page.keyboard.press("Enter")

    expect(page).to_have_title(re.compile("Question 1 of"))
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert lounge.now_asked(check_in).number == 1
    assert page.evaluate(NAME) == "How was your week?"


def test_each_turn_is_heard_by_itself_and_listen_says_the_question(take: Take) -> None:
    _, page = in_the_middle(take())
    page.evaluate(
        "() => { HTMLMediaElement.prototype.play = function () { (window.asked ??= []).push(this.src); return Promise.resolve(); } }"
    )

    page.get_by_role("link", name="Listen: How was your week?").or_(
        page.get_by_role("button", name="Listen: How was your week?")
    ).click()
    first = page.evaluate("window.asked.at(-1)")
    page.locator(".listen").click()
    question = page.evaluate("window.asked.at(-1)")

    above = page.locator(".above [data-sound]").evaluate_all(
        "(all) => all.map((one) => one.dataset.sound)"
    )
    assert any(first.endswith(one) for one in above)
    assert not any(question.endswith(one) for one in above)


def test_a_tap_on_what_was_said_leads_back_with_no_script(take: Take, lounge: Lounge) -> None:
    hands = take((360, 640), java_script_enabled=False)
    check_in, page = in_the_middle(hands)
    assert not measures.out_of_view(page, WAITS)

    page.locator(".above button").first.scroll_into_view_if_needed()
    hands.press("Change: Not good")

    assert page.get_by_role("heading", level=1).inner_text() == "How was your week?"
    assert lounge.now_asked(check_in).number == 1
    assert page.get_by_label("Not good").is_checked()
