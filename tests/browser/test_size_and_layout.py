"""Large, apart, still, and always in the same place (screens.md 1 to 11)."""

import pytest
from playwright.sync_api import Page

from tests.browser import measures
from tests.browser.conftest import Take
from tests.browser.tablet import SIZES, TINY, Hands, Lounge
from tests.browser.walk import FLOWS, every_question

PHONE = SIZES["phone"]
ALWAYS_THERE = ("Back", "My words", "Help", "I don't know", "Skip this", "Stop", "Next")
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""


def _is_phone(page: Page) -> bool:
    return page.viewport_size == {"width": PHONE[0], "height": PHONE[1]}


@pytest.mark.parametrize("flow", FLOWS)
def test_every_question_is_large_and_apart(dev: Hands, lounge: Lounge, flow: str) -> None:
    for page, _ in every_question(dev, lounge.cast.dev, flow):
        phone = _is_phone(page)
        answers, controls = ((344, 88), (64, 56)) if phone else ((128, 128), (72, 72))

        assert not measures.too_small(page, measures.ANSWERS, *answers)
        assert not measures.too_small(page, measures.CONTROLS, *controls)
        assert not measures.too_small(page, "a:not(.answer, .control)", 0, 44)
        assert not measures.too_near(page, measures.ANSWERS, 12 if phone else 16)
        assert not measures.too_near(page, measures.TARGETS, 8)


@pytest.mark.parametrize("flow", FLOWS)
def test_every_question_can_be_read(dev: Hands, lounge: Lounge, flow: str) -> None:
    for page, _ in every_question(dev, lounge.cast.dev, flow):
        assert not measures.small_print(page, 16)
        assert not measures.hard_to_read(page)
        assert not measures.long_lines(page)
        assert not measures.wider_than_screen(page)
        assert len(measures.rects(page, measures.ANSWERS)) <= 4


def test_what_is_always_there_never_moves(dev: Hands, lounge: Lounge) -> None:
    places: dict[str, set[tuple[float, ...]]] = {}
    for flow in FLOWS:
        for page, prompt in every_question(dev, lounge.cast.dev, flow):
            if prompt.number:
                shown = {one["name"]: one for one in measures.rects(page, measures.CONTROLS)}
                for name in ALWAYS_THERE:
                    one = shown[name]
                    place = (one["x"], one["y"], one["width"], one["height"])
                    places.setdefault(name, set()).add(place)

    assert {name: len(found) for name, found in places.items()} == dict.fromkeys(ALWAYS_THERE, 1)


@pytest.mark.parametrize("flow", ["what_matters", "tell_someone"])
def test_question_answers_and_ways_out_fit_without_scrolling(
    dev: Hands, lounge: Lounge, flow: str
) -> None:
    for page, _ in every_question(dev, lounge.cast.dev, flow):
        assert measures.hidden_below(page) <= 0, page.title()


def test_picking_an_answer_moves_nothing(dev: Hands, lounge: Lounge) -> None:
    page = dev.open(lounge.begin(lounge.cast.dev))
    before = measures.rects(page, "body *")

    page.get_by_label("Not good").check()

    assert measures.rects(page, "body *") == before
    assert page.get_by_label("Not good").is_checked()


def test_three_answers_are_seen_at_once_and_no_more_than_the_person_set(
    take: Take, lounge: Lounge
) -> None:
    hands = take()
    check_in = lounge.begin(lounge.cast.dev)
    lounge.answer(check_in)
    page = hands.open(check_in)

    assert len(measures.rects(page, measures.ANSWERS)) == 3
    page.get_by_label("People").check()
    hands.press("More")
    page.get_by_label("My health").check()
    hands.press("More")
    hands.press("More")

    assert page.get_by_label("People").is_checked()
    assert page.get_by_label("My health").is_checked()


@pytest.mark.parametrize("path", ["/", "/my-page", "/help", "/stop", "/you-said", "/enrol"])
def test_other_pages_are_large_apart_and_within_the_screen(dev: Hands, path: str) -> None:
    page = dev.go(path)

    assert not measures.too_small(page, measures.CONTROLS, *((64, 56) if _is_phone(page) else (72, 72)))
    assert not measures.too_near(page, measures.TARGETS, 8)
    assert not measures.small_print(page, 16)
    assert not measures.hard_to_read(page)
    assert not measures.wider_than_screen(page)


@pytest.mark.parametrize("screen", [TINY, (320, 640)], ids=["magnified", "narrow"])
def test_nothing_is_lost_at_the_side_of_a_tiny_screen(
    take: Take, lounge: Lounge, screen: tuple[int, int]
) -> None:
    hands = take(screen)
    for page, _ in every_question(hands, lounge.cast.dev, "what_matters"):
        assert not measures.wider_than_screen(page)
    for path in ("/my-page", "/help", "/you-said"):
        assert not measures.wider_than_screen(hands.go(path))


@pytest.mark.parametrize("text", ["html { font-size: 200% }", SPACED], ids=["double", "spaced"])
def test_larger_and_wider_letters_are_never_cut_off(
    dev: Hands, lounge: Lounge, text: str
) -> None:
    for page, _ in every_question(dev, lounge.cast.dev, "what_matters"):
        page.add_style_tag(content=text)

        assert not measures.cut_off(page)
        assert not measures.wider_than_screen(page)
