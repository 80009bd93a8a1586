"""The whole of a check-in by keyboard alone (screens.md 19), and what is told to a screen reader (37)."""

from playwright.sync_api import Page

from checkin.conversation.talking.said import Skip
from tests.browser.conftest import Take
from tests.browser.tablet import Lounge

ORDER = [
    "Back", "My words", "Help", "Listen", "Good", "Priya and Marcus will see this.",
    "What we said so far", "I don't know", "Skip this", "Stop", "Next",
]  # fmt: skip
NAME = """() => {
  const has = document.activeElement;
  return (has.closest(".answer")?.innerText || has.innerText || has.name || "").trim().replace(/\\s+/g, " ");
}"""


def tab_to(page: Page, name: str, most: int = 40) -> None:
    """Press Tab until this has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if name in page.evaluate(NAME):
            return
    raise AssertionError(f"Tab never came to {name!r} on {page.title()!r}.")


def enter(page: Page) -> None:
    """Press Enter and wait for the next page."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_tab_goes_round_in_the_order_of_the_page(take: Take, lounge: Lounge) -> None:
    page = take().open(lounge.begin(lounge.cast.dev))
    stops = []

    for _ in ORDER:
        page.keyboard.press("Tab")
        stops.append(page.evaluate(NAME))

    assert [stop for stop, name in zip(stops, ORDER, strict=True) if not stop.endswith(name)] == []


def test_a_whole_week_is_told_with_keys_alone(take: Take, lounge: Lounge) -> None:
    check_in = lounge.begin(lounge.cast.dev, asked=False)
    page = take().open(check_in)
    keys = page.keyboard

    tab_to(page, "Start")
    enter(page)
    tab_to(page, "Good")
    keys.press("ArrowDown")  # OK
    keys.press("ArrowDown")  # Not good
    tab_to(page, "Next")
    enter(page)

    tab_to(page, "People")
    keys.press("Space")
    tab_to(page, "More")
    keys.press("Enter")
    tab_to(page, "My health")
    keys.press("Space")
    tab_to(page, "Next")
    enter(page)

    tab_to(page, "I don't know")
    enter(page)
    tab_to(page, "Write")
    enter(page)
    tab_to(page, "words")
    keys.type("the cafe")
    tab_to(page, "Keep it")
    enter(page)
    while lounge.now_asked(check_in).stage == "steps":
        tab_to(page, "Skip this")
        enter(page)

    tab_to(page, "Send it")
    enter(page)
    tab_to(page, "I did it on my own")
    keys.press("Space")
    tab_to(page, "Next")
    enter(page)

    assert page.get_by_role("heading", level=1).inner_text() == "Thank you."


def test_a_question_says_what_it_is(take: Take, lounge: Lounge) -> None:
    page = take().open(lounge.begin(lounge.cast.dev))

    assert page.title().startswith("Question 1 of ")
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "en-GB"
    group = page.get_by_role("group", name="How was your week?")
    assert group.get_by_role("radio").count() == 3
    assert group.locator("legend h1").inner_text() == "How was your week?"


def test_the_tree_a_screen_reader_hears_holds_the_answers_and_nothing_beside(
    take: Take, lounge: Lounge
) -> None:
    page = take().open(lounge.begin(lounge.cast.dev))

    tree = page.locator(".answers").aria_snapshot()

    assert [line.strip() for line in tree.splitlines() if "radio" in line] == [
        '- radio "Good"',
        '- radio "OK"',
        '- radio "Not good"',
    ]
    assert "img" not in tree


def test_several_answers_are_boxes_to_tick(take: Take, lounge: Lounge) -> None:
    check_in = lounge.begin(lounge.cast.dev)
    lounge.answer(check_in, Skip())

    page = take().open(check_in)

    assert page.get_by_role("group", name="What was good?").get_by_role("checkbox").count() == 3
