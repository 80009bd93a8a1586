"""A tap on a slow line: how long until the next question shows, with our script."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.row import Row
from tests.bench.turns import server
from tests.browser.find_chromium import chromium

DELAY, MOST, TAPS = 400, 600, 12  # milliseconds, there and back
TAP = """(value) => new Promise((shown) => {
  const before = document.title, at = performance.now();
  new MutationObserver((_, seen) => {
    if (document.title === before) return;
    seen.disconnect();
    requestAnimationFrame(() => shown(performance.now() - at));
  }).observe(document, { subtree: true, childList: true });
  document.querySelector(`button[value=${value}]`).click();
})"""


def rows() -> Iterator[Row]:
    """Press "Skip this" and "Back" in turn, on a line that takes 400 ms there and back."""
    with (
        tempfile.TemporaryDirectory() as folder,
        server("tests.bench.tablet_server", Path(folder)) as (port, first_line),
        sync_playwright() as playwright,
    ):
        token, *check_ins = first_line.split()
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = _opened(browser, port, token, check_ins[0])
        taken = _times(lambda value: float(page.evaluate(TAP, value)))
        yield Row(f"from a tap to the next question at {DELAY} ms", taken, "ms", most=MOST)
        browser.close()


def _opened(browser: Browser, port: int, token: str, check_in: str) -> Page:
    """Open the first question, then slow the line down."""
    context, address = browser.new_context(), f"http://127.0.0.1:{port}/tablet/"
    context.add_cookies([{"name": "tablet_device", "value": token, "url": address}])
    page = context.new_page()
    page.goto(f"{address}check-in/{check_in}")
    page.evaluate(TAP, "start")
    line = {"offline": False, "latency": DELAY, "downloadThroughput": -1, "uploadThroughput": -1}
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", line)
    return page


def _times(tap: Callable[[str], float]) -> float:
    return median(tap(("skip", "back")[number % 2]) for number in range(TAPS))
