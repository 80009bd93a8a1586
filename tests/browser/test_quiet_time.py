"""Quiet time runs on the tablet: a clock shrinks, an open page says no more, and it ends by itself."""

from collections.abc import Callable, Iterator
from datetime import time, timedelta

import pytest
from playwright.sync_api import expect

from checkin import clock
from checkin.storage import people
from checkin.storage.tables import db
from checkin.storage.transaction import kept_together
from tests.browser import measures
from tests.browser.conftest import NOON, Take
from tests.browser.tablet import SIZES, Hands, Lounge

PLAYED = "addEventListener('playing', () => window.played = true, true)"
LEFT = ".timer .left"


@pytest.fixture
def quiet_from(lounge: Lounge) -> Iterator[Callable[[time | None], None]]:
    """Let it be quiet for Ana for five minutes from then; afterwards from 08:30, as before."""

    def change(begins: time) -> None:
        with lounge.app.app_context():
            with kept_together():
                people.change(lounge.cast.ana, quiet_from=begins, quiet_minutes=5)
            db.session.remove()

    yield change
    change(time(8, 30))


def ana_at(take: Take, lounge: Lounge, **options: object) -> Hands:
    hands = take(token=lounge.cast.house_tablet, **options)
    hands.page.clock.install(time=NOON)
    hands.page.add_init_script(PLAYED)
    hands.sit_down("Ana")
    return hands


def test_the_clock_shrinks_and_at_its_end_her_page_goes_on_without_a_word(
    take: Take, lounge: Lounge, quiet_from: Callable[[time], None]
) -> None:
    quiet_from(time(12))
    page = ana_at(take, lounge).page
    whole = page.locator(LEFT).get_attribute("stroke-dasharray")

    page.clock.fast_forward(100_000)
    expect(page.locator(LEFT)).to_have_attribute("stroke-dasharray", "200 300")
    clock.stop_at(NOON + timedelta(minutes=5))
    page.clock.fast_forward(205_000)

    expect(page.get_by_text("It is quiet time")).to_have_count(0)
    expect(page.get_by_role("heading", name="Hello Ana.")).to_be_visible()
    page.clock.run_for(2_000)
    assert whole == "300 300"
    assert not page.evaluate("window.played ?? false")


def test_where_no_motion_is_wanted_the_clock_jumps_by_minutes(
    take: Take, lounge: Lounge, quiet_from: Callable[[time], None]
) -> None:
    quiet_from(time(12))
    page = ana_at(take, lounge, reduced_motion="reduce").page

    page.clock.run_for(50_000)
    within = page.locator(LEFT).get_attribute("stroke-dasharray")
    page.clock.run_for(15_000)

    assert within == "300 300"
    expect(page.locator(LEFT)).to_have_attribute("stroke-dasharray", "240 300")
    moving = "document.getAnimations().filter((one) => !one.effect.pseudoElement).length"
    assert not page.evaluate(moving)  # the sheet that takes no tap on a new page cannot be seen


def test_a_page_that_is_open_when_it_begins_says_nothing_more(
    take: Take, lounge: Lounge, quiet_from: Callable[[time], None]
) -> None:
    quiet_from(time(12, 5))
    ana = ana_at(take, lounge)
    page = ana.open(lounge.begin(lounge.cast.ana, "my_morning_daily"))
    before = page.locator(".listen").count()

    page.clock.fast_forward(305_000)

    assert before == 1
    expect(page.locator(".listen")).to_have_count(0)
    assert page.locator("main [data-sound]").count() == 0
    assert page.locator("html").get_attribute("data-sound") == "never"
    assert page.locator("h1").inner_text() == "How was your morning?"


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_clock_fits_on_her_page(
    take: Take, lounge: Lounge, quiet_from: Callable[[time], None], size: tuple[int, int]
) -> None:
    quiet_from(time(12))
    hands = take(size, lounge.cast.house_tablet)
    hands.sit_down("Ana")

    assert hands.page.locator(LEFT).is_visible()
    assert measures.hidden_below(hands.page) <= 0


def test_without_scripts_her_page_is_fetched_anew_at_its_end(
    take: Take, lounge: Lounge, quiet_from: Callable[[time], None]
) -> None:
    quiet_from(time(12))
    clock.stop_at(NOON + timedelta(minutes=4, seconds=57))
    hands = take(token=lounge.cast.house_tablet, java_script_enabled=False)
    hands.sit_down("Ana")
    quiet = hands.page.get_by_text("It is quiet time").count()
    clock.stop_at(NOON + timedelta(minutes=5))

    expect(hands.page.get_by_text("It is quiet time")).to_have_count(0)
    assert quiet == 1
