"""Something came while the page of an alert was open: nobody closes or logs over it unseen."""

import re

import pytest

from checkin.storage import alert_steps
from tests.conftest import World
from tests.databases import on_both as pytest_generate_tests
from tests.staff.conftest import Desk
from tests.staff.happenings import alert_now, dev_texts, the_alert

__all__ = ["pytest_generate_tests"]

SEEN = re.compile(r'name="seen" type="hidden" value="(\d+)"')
WORDS = "Rang Dev, he is on the bus"
CLOSE = {"outcome": "Spoke to them", "words": WORDS, "needed": "needed"}
LOG = {"kind": "rang", "words": WORDS}


@pytest.fixture
def call(world: World, marcus: Desk) -> str:
    """Dev texted HELP at 09:02, and Marcus has it since 09:04."""
    dev_texts(world, "2026-10-22 09:02", "help")
    world.go_to("2026-10-22 09:04")
    alert_id = the_alert(world, "help_or_not_ok").id
    marcus.press(f"/staff/alerts/{alert_id}/take")
    return alert_id


def seen_on(page: str) -> str:
    """Return which step the forms of a page say it showed; all of them say the same."""
    (one,) = set(SEEN.findall(page))
    return one


def staff_steps(world: World, alert_id: str) -> list[str]:
    with world.app.app_context():
        kinds = [one.kind for one in alert_steps.steps_of(alert_id)]
    return [one for one in kinds if one in ("rang", "judged", "closed")]


@pytest.mark.parametrize(("door", "fields"), [("close", CLOSE), ("step", LOG)])
def test_marcus_does_not_write_over_a_newer_help_that_his_page_did_not_show(
    world: World, call: str, marcus: Desk, door: str, fields: dict[str, str]
) -> None:
    old = seen_on(marcus.see(f"/staff/alerts/{call}"))
    dev_texts(world, "2026-10-22 09:08", "help i fell over")

    late = marcus.press(f"/staff/alerts/{call}/{door}", seen=old, **fields)

    assert late.status_code == 409
    assert "This is new since you opened the page. Read it, then save again." in late.text
    problem = late.text[late.text.index('id="problem"') :].partition("</div>")[0]
    assert "help i fell over" in problem
    assert WORDS in late.text
    assert (alert_now(world, call).state, staff_steps(world, call)) == ("claimed", [])
    again = marcus.press(f"/staff/alerts/{call}/{door}", seen=seen_on(late.text), **fields)
    assert again.status_code == 302
    assert staff_steps(world, call) == (["judged", "closed"] if door == "close" else ["rang"])


@pytest.mark.parametrize(
    "seen", [{}, {"seen": ""}, {"seen": "9999"}, {"seen": "²"}, {"seen": "9" * 5000}]
)
def test_a_page_that_does_not_say_what_it_showed_has_shown_nothing_that_came_later(
    world: World, call: str, marcus: Desk, seen: dict[str, str]
) -> None:
    dev_texts(world, "2026-10-22 09:08", "help i fell over")

    late = marcus.press(f"/staff/alerts/{call}/close", **seen, **CLOSE)

    assert (late.status_code, alert_now(world, call).state) == (409, "claimed")


def test_a_second_help_is_not_closed_over_from_the_page_that_showed_the_first(
    world: World, call: str, marcus: Desk
) -> None:
    dev_texts(world, "2026-10-22 09:08", "help i fell over")
    first = seen_on(marcus.see(f"/staff/alerts/{call}"))
    dev_texts(world, "2026-10-22 09:09:30", "help i am bleeding")

    late = marcus.press(f"/staff/alerts/{call}/close", seen=first, **CLOSE)

    problem = late.text[late.text.index('id="problem"') :].partition("</div>")[0]
    assert (late.status_code, "i am bleeding" in problem, "fell over" in problem) == (
        409,
        True,
        False,
    )


def test_what_is_wrong_in_the_form_does_not_hide_what_is_new(
    world: World, call: str, marcus: Desk
) -> None:
    old = seen_on(marcus.see(f"/staff/alerts/{call}"))
    dev_texts(world, "2026-10-22 09:08", "help i fell over")

    wrong = marcus.press(f"/staff/alerts/{call}/close", seen=old, words=WORDS)
    late = marcus.press(f"/staff/alerts/{call}/close", seen=seen_on(wrong.text), **CLOSE)

    assert (wrong.status_code, late.status_code) == (400, 409)


def test_what_marcus_did_himself_in_another_tab_is_no_news_to_him(
    world: World, call: str, marcus: Desk
) -> None:
    old = seen_on(marcus.see(f"/staff/alerts/{call}"))
    marcus.press(f"/staff/alerts/{call}/step", seen=old, **LOG)

    assert marcus.press(f"/staff/alerts/{call}/close", seen=old, **CLOSE).status_code == 302


def test_what_lena_did_meanwhile_is_news_to_marcus(
    world: World, call: str, marcus: Desk, lena: Desk
) -> None:
    old = seen_on(marcus.see(f"/staff/alerts/{call}"))
    marcus.press(f"/staff/alerts/{call}/give-back")
    lena.press(f"/staff/alerts/{call}/take")
    lena.press(f"/staff/alerts/{call}/step", kind="note", words="Dev asks for Priya")
    lena.press(f"/staff/alerts/{call}/give-back")
    marcus.press(f"/staff/alerts/{call}/take")

    late = marcus.press(f"/staff/alerts/{call}/close", seen=old, **CLOSE)

    assert (late.status_code, "Dev asks for Priya" in late.text) == (409, True)
