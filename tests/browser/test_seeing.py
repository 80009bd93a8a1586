"""Contrast, accessibility rules and the ring of the keyboard (screens.md 12, 14, 17)."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser import measures
from tests.browser.conftest import Take
from tests.browser.tablet import Lounge
from tests.browser.walk import every_question

OFF_BY_DEFAULT = (
    "target-size",
    "color-contrast-enhanced",
    "identical-links-same-purpose",
    "meta-refresh-no-exceptions",
)
# axe follows WCAG and lets large words off with 4.5 to 1; here all words need 7 to 1.
STRICT = """() => axe.configure({checks: [
  {id: "color-contrast-enhanced", options: {contrastRatio: {
    normal: {expected: 7, minThreshold: 0}, large: {expected: 7, minThreshold: 0}}}},
  {id: "target-size", options: {minSize: 44}},
  {id: "target-offset", options: {minOffset: 44}}]})"""
RUN = """(rules) => axe.run(document, {rules}).then((found) => {
  const named = (list) => list.map((one) => `${one.id}: ${one.nodes.map((n) => n.html.slice(0, 120)).join(" | ")}`);
  return {violations: named(found.violations), incomplete: named(found.incomplete)};
})"""
# What axe cannot decide, and why it is well: nothing.
ALLOWED: tuple[str, ...] = ()


def axe(page: Page) -> dict[str, list[str]]:
    """Return what axe finds, and what it could not decide."""
    page.evaluate(Axe().axe_script)
    page.evaluate(STRICT)
    found: dict[str, Any] = page.evaluate(RUN, {rule: {"enabled": True} for rule in OFF_BY_DEFAULT})
    undecided = [one for one in found["incomplete"] if not one.startswith(ALLOWED or ("-",))]
    return {"violations": found["violations"], "incomplete": undecided}


CLEAN = {"violations": [], "incomplete": []}


def test_axe_finds_nothing_on_any_question(take: Take, lounge: Lounge) -> None:
    hands = take()
    for flow in ("what_matters", "my_morning", "tell_someone"):
        for page, prompt in every_question(hands, lounge.cast.dev, flow):
            assert axe(page) == CLEAN, prompt.lines


def test_axe_finds_nothing_on_the_pages_of_a_shared_tablet(take: Take, lounge: Lounge) -> None:
    ana = take(token=lounge.cast.house_tablet)

    assert axe(ana.go("/")) == CLEAN
    assert axe(ana.sit_down("Ana")) == CLEAN


@pytest.mark.parametrize(
    "path", ["/help", "/help/coming", "/stop", "/you-said", "/enrol", "/nowhere"]
)
def test_axe_finds_nothing_beside_the_questions(take: Take, path: str) -> None:
    assert axe(take().go(path)) == CLEAN


@pytest.mark.parametrize(
    "page",
    ["/not-now", "/stop", "/throw-away", "/who-sees", "/so-far", "/own-words", "/not-picked",
     "/own-words?way=write", "/own-words?way=talk", "/own-words?way=photo", "/time", "/help"],
)  # fmt: skip
def test_axe_finds_nothing_on_the_ways_aside(take: Take, lounge: Lounge, page: str) -> None:
    check_in = lounge.begin(lounge.cast.dev)
    lounge.answer(check_in)

    assert axe(take().open(check_in, page)) == CLEAN


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_word_stands_out_in_every_theme(take: Take, lounge: Lounge, theme: str) -> None:
    hands = take()
    for page, _ in every_question(hands, lounge.cast.dev, "what_matters"):
        page.evaluate("(theme) => document.documentElement.dataset.theme = theme", theme)

        assert not measures.faint_words(page)
        for answer in page.locator(".answer:visible input").all()[:1]:
            answer.check()
            assert not measures.faint_words(page)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_ring_shows_at_every_stop(take: Take, lounge: Lounge, theme: str) -> None:
    page = take().open(lounge.begin(lounge.cast.dev))
    page.evaluate("(theme) => document.documentElement.dataset.theme = theme", theme)
    seen = set()

    for _ in range(11):
        page.keyboard.press("Tab")
        ring = measures.ring(page)
        seen.add(ring["name"])
        assert ring["width"] >= 5, ring
        assert ring["line"] == "solid", ring
        assert "inset" in ring["inner"], ring
        assert ring["outer"] not in ring["inner"], ring
        assert not ring["covered"], ring

    assert {"Back", "Help", "Good", "Stop", "Next"} <= seen


def test_with_colours_of_ones_own_edges_stay_and_picked_differs(take: Take, lounge: Lounge) -> None:
    page = take(forced_colors="active").open(lounge.begin(lounge.cast.dev))
    page.get_by_label("Good", exact=True).check()

    edges = page.evaluate(
        """() => [...document.querySelectorAll(".answer, .control")]
          .filter((one) => one.offsetParent).map((one) => getComputedStyle(one).borderTopWidth)"""
    )

    assert "0px" not in edges
    assert len(set(edges)) > 1
