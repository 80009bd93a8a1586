"""A tap to hear it, a second tap to stop; each word lights up as it is said."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser import measures
from tests.browser.conftest import Take
from tests.browser.tablet import Lounge

HEARD = """() => {
  window.heard = [];
  addEventListener("playing", (event) => window.heard.push(event.target.src), true);
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () {
    this.addEventListener("timeupdate", () => window.farthest = Math.max(window.farthest ?? 0, this.currentTime));
    this.addEventListener("playing", () => window.heard.push(this.src));
    return play.call(this);
  };
}"""


PATIENCE = 80  # times 100 ms


def _wait_until(page: Page, holds: str) -> None:
    """Wait until this is true in the page (Playwright's own way is refused by our pages)."""
    for _ in range(PATIENCE):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"It never came to be: {holds}")


def _whole(rects: list[dict[str, Any]]) -> list[tuple[int, ...]]:
    """Round to whole pixels: letters in a box of their own are set a hair apart."""
    return [tuple(round(one[side]) for side in ("x", "y", "width", "height")) for one in rects]


def test_listen_plays_lights_up_the_words_and_stops_at_the_second_tap(
    take: Take, lounge: Lounge
) -> None:
    hands = take()
    hands.page.add_init_script(f"({HEARD})()")
    page = hands.open(lounge.begin(lounge.cast.dev))
    listen = page.locator(".listen")

    listen.click()
    _wait_until(page, "window.farthest > 0.2")
    expect(page.locator(".spoken-word")).to_have_count(1)
    _wait_until(page, "new Set(window.heard).size >= 2")  # the question, then its answers
    listen.click()

    expect(listen).not_to_have_class("playing")
    assert page.evaluate("window.heard[0]").endswith(".mp3")
    assert page.locator(".spoken-word").count() == 0
    assert page.locator("h1").inner_text() == "How was your week?"


def test_lit_words_move_nothing(take: Take, lounge: Lounge) -> None:
    page = take().open(lounge.begin(lounge.cast.dev))
    before = _whole(measures.rects(page, "h1, .answer, .control"))

    page.locator(".listen").click()
    expect(page.locator(".spoken-word")).to_have_count(1)

    assert _whole(measures.rects(page, "h1, .answer, .control")) == before


def test_anas_pages_speak_by_themselves_as_she_asked(take: Take, lounge: Lounge) -> None:
    ana = take(token=lounge.cast.house_tablet)
    ana.page.add_init_script(f"({HEARD})()")
    ana.sit_down("Ana")

    ana.open(lounge.begin(lounge.cast.ana))

    _wait_until(ana.page, "window.farthest > 0.1")


def test_ana_answers_with_one_tap(take: Take, lounge: Lounge) -> None:
    ana = take(token=lounge.cast.house_tablet)
    ana.sit_down("Ana")
    check_in = lounge.begin(lounge.cast.ana, "my_morning_daily")
    ana.open(check_in)

    ana.press("Good")
    ana.press("All of it")
    ana.press("Send it")
    ana.press("I did it on my own")

    assert ana.page.get_by_role("heading", level=1).inner_text() == "Thank you."


def test_a_voice_note_is_recorded_by_two_taps(take: Take, lounge: Lounge) -> None:
    check_in = lounge.begin(lounge.cast.dev, "tell_someone")
    lounge.answer(check_in)
    lounge.answer(check_in)
    hands = take(permissions=["microphone"])
    page = hands.open(check_in, "/own-words?way=talk")
    microphone = page.locator(".answer.file")

    microphone.click()
    expect(page.get_by_text("Tap to stop")).to_be_visible()
    page.wait_for_timeout(700)
    microphone.click()
    expect(page.get_by_text("It is ready.")).to_be_visible()
    page.get_by_role("button", name="Keep it", exact=True).click()
    expect(page.locator("form[data-sent]")).to_have_count(0)
    hands.press("Back")

    given = lounge.now_asked(check_in).given
    assert given is not None
    assert len(given.media) == 1
