"""A check that never fails checks nothing: each measure is shown a page that is bad in its way."""

import pytest
from playwright.sync_api import Page

from tests.browser import measures
from tests.browser.test_seeing import CLEAN, axe

GOOD = """<!doctype html><html lang=en><title>Good</title><main><h1>One question</h1><style>
  body{font:20px/1.5 sans-serif;color:#111;background:#fff}
  .answer{display:inline-block;font:inherit;background:#fff;color:#111;width:200px;height:150px;margin:10px;border:2px solid}
  .answer:focus{outline:6px solid #000;box-shadow:inset 0 0 0 4px #fd0}
</style><button class=answer>Yes</button><button class=answer>No</button></main>"""


@pytest.fixture
def good(blank: Page) -> Page:
    """A page that is well."""
    blank.set_content(GOOD)
    return blank


def test_a_good_page_passes_every_measure(good: Page) -> None:
    good.keyboard.press("Tab")

    assert not measures.too_small(good, ".answer", 128, 128)
    assert not measures.too_near(good, ".answer", 16)
    assert not measures.wider_than_screen(good)
    assert not measures.small_print(good, 16)
    assert not measures.hard_to_read(good)
    assert not measures.long_lines(good)
    assert not measures.cut_off(good)
    assert not measures.faint_words(good)
    assert measures.ring(good)["width"] >= 5
    assert axe(good) == CLEAN


def test_small_and_near_targets_are_seen(good: Page) -> None:
    measures.dress(good, ".answer { width: 100px; margin: 3px }")

    assert measures.too_small(good, ".answer", 128, 128)
    assert measures.too_near(good, ".answer", 16)


def test_a_page_that_is_too_wide_or_too_long_is_seen(good: Page) -> None:
    measures.dress(good, ".answer { width: 1100px; height: 900px }")

    assert measures.wider_than_screen(good)
    assert measures.hidden_below(good) > 0


@pytest.mark.parametrize(
    "bad",
    ["line-height: 1.2", "font-style: italic", "text-align: justify", "text-transform: uppercase",
     "text-decoration: underline"],
)  # fmt: skip
def test_words_that_are_hard_to_read_are_seen(good: Page, bad: str) -> None:
    measures.dress(good, f"h1 {{ {bad} }}")

    assert measures.hard_to_read(good)


def test_small_faint_and_long_words_are_seen(good: Page) -> None:
    measures.dress(good, "h1 { font-size: 13px; color: #767676 }")
    good.locator("h1").evaluate("(h1) => h1.textContent = 'word '.repeat(30)")

    assert measures.small_print(good, 16)
    assert measures.faint_words(good)
    assert measures.long_lines(good)


def test_words_that_are_cut_off_are_seen(good: Page) -> None:
    measures.dress(good, ".answer { width: 40px; overflow: hidden; font-size: 30px }")

    assert measures.cut_off(good)


def test_a_thin_or_covered_ring_is_seen(good: Page) -> None:
    good.keyboard.press("Tab")
    measures.dress(good, ".answer:focus { outline: 2px solid } h1 { position: fixed; inset: 0 }")
    ring = measures.ring(good)

    assert ring["width"] < 5
    assert ring["covered"]


def test_a_move_is_seen(good: Page) -> None:
    before = measures.rects(good, "body *")
    measures.dress(good, ".answer { border-width: 8px; width: 212px }")

    assert measures.rects(good, "body *") != before


@pytest.mark.parametrize(
    ("bad", "rule"),
    [
        (".answer { display: block; width: 30px; height: 30px; margin: 0 }", "target-size"),
        (".answer { color: #545454; font: bold 24px sans-serif }", None),
        (".answer { color: #666; font: bold 24px sans-serif }", "contrast"),
    ],
)
def test_axe_is_as_strict_as_we_are(good: Page, bad: str, rule: str | None) -> None:
    measures.dress(good, bad)

    found = axe(good)["violations"]

    assert (
        any(rule in one for one in found)
        if rule
        else not [one for one in found if "contrast" in one]
    )


def test_axe_sees_a_button_without_a_name(good: Page) -> None:
    good.locator(".answer").first.evaluate("(one) => one.textContent = ''")

    assert axe(good) != CLEAN
