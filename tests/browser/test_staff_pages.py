"""Marcus in a corridor, his phone in one hand: the staff pages in a real browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from checkin import clock
from checkin.actions.hear_text import hear_text
from checkin.agreements.how_asked import Lines
from checkin.lives.record import CHECKIN
from checkin.storage import agreements, beats, own_sets, which_alerts
from checkin.storage.tables import db
from checkin.storage.transaction import kept_together
from tests.browser.tablet import SIZES, Lounge
from tests.conftest import PASSWORD, World

DEVS_PHONE = "+447700900001"
STANDARD = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def office(world: World) -> Iterator[Lounge]:
    """The app with the example people, running, and a worker that looked just now."""
    with world.app.app_context():
        beats.beat("a worker", clock.now())
        db.session.commit()
    running = Lounge(world.app, world.cast)
    running.open()
    yield running
    running.close()


@contextmanager
def marcus_at(office: Lounge, browser: Browser, **options: Any) -> Iterator[Page]:
    """Marcus, signed in, at a screen."""
    settings = {"viewport": {"width": 360, "height": 640}, "locale": "en-GB", **options}
    context = browser.new_context(base_url=office.url, **settings)
    page = context.new_page()
    page.goto("/staff/")
    page.get_by_label("Your work e-mail address").fill("marcus@willow-court.example")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Alerts", level=1).wait_for()
    yield page
    context.close()


def dev_texts(world: World, words: str) -> None:
    """Dev's text arrives."""
    with world.app.app_context():
        hear_text(f"SM{words}", DEVS_PHONE, words, clock.now())


def test_an_alert_shows_by_itself_and_one_tap_takes_it(
    world: World, office: Lounge, browser: Browser
) -> None:
    with marcus_at(office, browser) as page:
        expect(page.get_by_text("No alert is on your list.")).to_be_visible()

        dev_texts(world, "HELP")
        expect(page.get_by_role("link", name="Dev asked for help")).to_be_visible(timeout=10_000)
        expect(page).to_have_title("(1) Alerts – Checkin")  # noqa: RUF001 - as it is shown
        page.get_by_role("button", name="Take").click()

        expect(page.get_by_text("You have it since")).to_be_visible()
        expect(page.get_by_role("link", name="Ring Dev")).to_have_attribute(
            "href", f"tel:{DEVS_PHONE}"
        )
    with world.app.app_context():
        (alert,) = which_alerts.alerts_of_houses([world.cast.house])
        assert alert.taken_by == world.cast.marcus


def test_whoever_is_on_a_button_stays_on_it_when_the_list_changes(
    world: World, office: Lounge, browser: Browser
) -> None:
    dev_texts(world, "HELP")
    with marcus_at(office, browser) as page:
        take = page.get_by_role("button", name="Take")
        take.focus()

        dev_texts(world, "can u get pineapple for tea")
        page.get_by_role("link", name="agreed word used").wait_for(timeout=10_000)

        expect(page.get_by_role("button", name="Take Dev asked for help")).to_be_focused()


def test_without_javascript_the_alert_is_taken_logged_and_closed(
    world: World, office: Lounge, browser: Browser
) -> None:
    dev_texts(world, "HELP")
    with marcus_at(office, browser, java_script_enabled=False) as page:
        page.get_by_role("button", name="Take").click()
        page.get_by_label("Rang and spoke").check()
        page.get_by_role("button", name="Save this step").click()
        page.get_by_role("heading", name="Close it").click()
        page.get_by_label("How did it end?").select_option("Spoke to them")
        page.get_by_role("button", name="Close this alert").click()

        expect(page.get_by_text("No alert is on your list.")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_holds_the_standard_and_never_scrolls_sideways(
    world: World, office: Lounge, browser: Browser, scheme: str
) -> None:
    dev_texts(world, "HELP")
    with world.app.app_context():
        (alert,) = which_alerts.alerts_of_houses([world.cast.house])
        agreed = agreements.agreements_of(world.cast.dev, clock.now())[0]
    dev = f"people/{world.cast.dev}"
    pages = (
        "", f"alerts/{alert.id}", "people", dev, f"{dev}/said", f"{dev}/texts", "handover",
        "tablets", "texts-from-nobody", f"agreements/{agreed.id}",
        f"agreements/{agreed.id}/change", "people/nobody",
    )  # fmt: skip
    with marcus_at(office, browser, bypass_csp=True, color_scheme=scheme) as page:
        for address in pages:
            page.goto(f"/staff/{address}")
            for more in page.locator("summary").all():
                more.click()
            found = Axe().run(page, options=STANDARD).response["violations"]

            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], address
            for width, height in SIZES.values():
                page.set_viewport_size({"width": width, "height": height})
                assert page.evaluate(SIDEWAYS) == 0, f"{address} at {width}"


def test_no_page_asks_for_what_its_own_rules_forbid(
    world: World, office: Lounge, browser: Browser
) -> None:
    """No script or style inside a page: the browser would refuse it, and say so."""
    said: list[str] = []
    with marcus_at(office, browser) as page:
        page.on("console", lambda message: said.append(message.text))
        for address in ("", "people", f"people/{world.cast.ana}", "handover", "tablets"):
            page.goto(f"/staff/{address}")

    assert said == []


def test_a_plan_of_one_endless_word_makes_no_page_wide(
    world: World, office: Lounge, browser: Browser
) -> None:
    with world.app.app_context(), kept_together():
        own_sets.put_lines(world.cast.dev, Lines.PLAN, ["x" * 3999], CHECKIN, clock.now())

    with marcus_at(office, browser) as page:
        for address in ("/staff/handover", f"/staff/people/{world.cast.dev}"):
            page.goto(address)
            assert page.evaluate(SIDEWAYS) <= 0, address
