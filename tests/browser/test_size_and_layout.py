"""Large, apart, still, and always in the same place (screens.md 1 to 11)."""

import pytest
from playwright.sync_api import Page

from checkin.conversation.talking.said import OwnWordsGiven, Picked, Skip
from tests.browser import measures
from tests.browser.conftest import Take
from tests.browser.tablet import TINY, Hands, Lounge
from tests.browser.walk import FLOWS, at_each_size, every_question

ALWAYS_THERE = ("Back", "My words", "Help", "I don't know", "Skip this", "Stop", "Next")
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""


LEAST = {
    "wide": {"answer": (128, 128), "control": (72, 72), "apart": 16},
    "tall": {"answer": (128, 128), "control": (72, 72), "apart": 16},
    "phone": {"answer": (344, 88), "control": (64, 56), "apart": 12},
}


@pytest.mark.parametrize("flow", FLOWS)
def test_every_question_is_large_and_apart_and_can_be_read(
    take: Take, lounge: Lounge, flow: str
) -> None:
    for page, prompt in every_question(take(), lounge.cast.dev, flow):
        for size in at_each_size(page):
            least, at = LEAST[size], (size, prompt.lines)
            assert not measures.too_small(page, measures.ANSWERS, *least["answer"]), at
            assert not measures.too_small(page, measures.CONTROLS, *least["control"]), at
            assert not measures.too_small(page, "a:not(.answer, .control)", 0, 44), at
            assert not measures.too_near(page, measures.ANSWERS, least["apart"]), at
            assert not measures.wider_than_screen(page), at
            assert not measures.small_print(page, 16), at
            assert not measures.hard_to_read(page), at
            assert not measures.long_lines(page), at
            assert len(measures.rects(page, measures.ANSWERS)) <= 4, at
        _scroll_with_the_page(page)
        assert not measures.too_near(page, measures.TARGETS, 8), prompt.lines


def test_no_button_covers_what_was_said(take: Take, lounge: Lounge) -> None:
    check_in = lounge.begin(lounge.cast.dev, "tell_someone")
    for said in (Skip(), Picked(("good",)), OwnWordsGiven("The cafe :)"), Skip(), Skip()):
        lounge.answer(check_in, said)
    page = take().open(check_in)
    for size in at_each_size(page):
        assert measures.rects(page, ".said-one"), size
        assert not measures.too_near(page, ".said-one, .review .control", 1), size


def test_what_is_always_there_never_moves(take: Take, lounge: Lounge) -> None:
    places: dict[tuple[str, str], set[tuple[float, ...]]] = {}
    hands = take()
    for flow in FLOWS[:3]:
        for page, prompt in every_question(hands, lounge.cast.dev, flow):
            for size in at_each_size(page) if prompt.number else ():
                shown = {one["name"]: one for one in measures.rects(page, measures.CONTROLS)}
                for name in ALWAYS_THERE:
                    one = shown[name]
                    place = (one["x"], one["y"], one["width"], one["height"])
                    places.setdefault((size, name), set()).add(place)

    assert {at for at, found in places.items() if len(found) > 1} == set()
    assert {name for _, name in places} == set(ALWAYS_THERE)


@pytest.mark.parametrize("flow", ["what_matters", "my_morning_daily", "group_day"])
def test_question_answers_and_ways_out_fit_without_scrolling(
    take: Take, lounge: Lounge, flow: str
) -> None:
    for page, prompt in every_question(take(), lounge.cast.dev, flow):
        for size in at_each_size(page):
            assert measures.hidden_below(page) <= 0, (size, prompt.lines)


@pytest.mark.parametrize(
    ("flow", "answers"),
    [("my_morning_daily", ("ok", "not_today")), ("group_day", ("going", "help"))],
)
def test_a_question_said_with_our_reply_fits_too(
    take: Take, lounge: Lounge, flow: str, answers: tuple[str, ...]
) -> None:
    check_in = lounge.begin(lounge.cast.dev, flow)
    for one in answers:
        asked = lounge.answer(check_in, Picked((one,)))
    page = take().open(check_in)

    assert asked.said_back in page.inner_text("main")
    for size in at_each_size(page):
        assert measures.hidden_below(page) <= 0, size
        assert not measures.too_small(page, measures.ANSWERS, 128, 72), size
        assert not measures.small_print(page, 16), size


def _scroll_with_the_page(page: Page) -> None:
    """Let the bar at the foot lie at the end of a long page, as it does when one has scrolled."""
    measures.dress(page, ".foot { position: static !important }")


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


@pytest.mark.parametrize("path", ["/", "/help", "/stop", "/you-said", "/enrol"])
def test_other_pages_are_large_apart_and_within_the_screen(take: Take, path: str) -> None:
    page = take().go(path)
    _scroll_with_the_page(page)

    for size in at_each_size(page):
        assert not measures.too_small(page, measures.CONTROLS, *LEAST[size]["control"])
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


def test_larger_and_wider_letters_are_never_cut_off(take: Take, lounge: Lounge) -> None:
    for page, prompt in every_question(take(), lounge.cast.dev, "what_matters"):
        for text in ("html { font-size: 200% !important }", SPACED):
            measures.dress(page, text)
            for size in at_each_size(page):
                assert not measures.cut_off(page), (size, prompt.lines)
                assert not measures.wider_than_screen(page), (size, prompt.lines)
