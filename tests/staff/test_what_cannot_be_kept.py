"""Staff write what cannot be kept: the page says what to write, and nothing typed is lost."""

import pytest

from tests.conftest import World
from tests.databases import on_both as pytest_generate_tests
from tests.journeys.pages import Page
from tests.staff.conftest import Desk
from tests.staff.happenings import (
    alert_now,
    ana_speaks,
    dev_asks_for_the_cafe,
    dev_does_not_arrive,
    dev_texts,
    loop_now,
)

__all__ = ["pytest_generate_tests"]

WORDS = "Sam says he is in the hall"
ENDLESS = "7" * 400


@pytest.fixture
def taken(world: World, marcus: Desk) -> str:
    """Dev did not arrive, and Marcus has it."""
    alert_id = dev_does_not_arrive(world)
    marcus.press(f"/staff/alerts/{alert_id}/take")
    return alert_id


@pytest.mark.parametrize(
    ("door", "fields", "problem"),
    [
        ("step", {}, "Pick what you did, then save it."),
        ("step", {"kind": "flew"}, "Pick one of these."),
        ("step", {"kind": "rang", "at": ENDLESS}, "Write a time as 09:15."),
        ("step", {"kind": "rang", "at": "half past"}, "Write a time as 09:15."),
        ("close", {}, "Pick how it ended, then close it."),
        ("close", {"outcome": "He flew"}, "Pick one of these."),
        ("close", {"outcome": "Done", "known_at": ENDLESS}, "Write a time as 09:15."),
        ("close", {"outcome": "Done", "confirmed_by": "S" * 121}, "Write at most 120 letters."),
        ("close", {"outcome": "Done", "confirmed_how": "by owl"}, "Pick one of these."),
        ("close", {"outcome": "Done", "needed": "perhaps"}, "Pick one of these."),
    ],
)
def test_what_marcus_writes_about_an_alert(
    world: World, taken: str, marcus: Desk, door: str, fields: dict[str, str], problem: str
) -> None:
    answer = marcus.press(f"/staff/alerts/{taken}/{door}", words=WORDS, **fields)

    assert (answer.status_code, answer.text.count(problem)) == (400, 2)  # at the top, and beside
    assert WORDS in answer.text
    now = alert_now(world, taken)
    assert (now.state, now.step) == ("claimed", 0)


@pytest.mark.parametrize(
    ("door", "most"), [("step", 1000), ("close", 4000)], ids=["a step", "an end"]
)
def test_more_about_an_alert_than_can_be_kept(
    taken: str, marcus: Desk, door: str, most: int
) -> None:
    picked = {"kind": "rang", "outcome": "Done"}

    answer = marcus.press(f"/staff/alerts/{taken}/{door}", words="x" * (most + 1), **picked)

    assert answer.status_code == 400
    assert f"Write at most {most} letters." in answer.text
    assert "x" * (most + 1) in answer.text


def test_a_line_that_no_browser_sends_is_one_line(taken: str, marcus: Desk) -> None:
    marcus.press(f"/staff/alerts/{taken}/step", kind="rang", words=" Sam\r\nsays\nso\0 ", at="")

    assert "<p><bdi>Sam says so</bdi></p>" in marcus.see(f"/staff/alerts/{taken}")


def test_the_end_of_a_line_is_one_letter_as_the_browser_counts(world: World, priya: Desk) -> None:
    words = "x" * 250 + "\r\n" + "y" * 249
    loop_id = dev_asks_for_the_cafe(world)

    answer = priya.press(f"/staff/loops/{loop_id}/decide", decision="do", we_did=words, seen="0")

    assert answer.status_code == 302
    assert loop_now(world, loop_id).we_did == words.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({}, "Write your work e-mail address."),
        ({"email": "marcus@willow-court.example"}, "Write your password."),
        ({"email": "m" * 255, "password": "p"}, "Write at most 254 letters."),
        ({"email": "marcus@willow-court.example", "password": "p" * 129}, "at most 128 letters."),
    ],
)
def test_a_sign_in_that_says_too_little_or_too_much(
    marcus: Desk, fields: dict[str, str], problem: str
) -> None:
    answer = marcus.press("/staff/sign-in", **fields)

    assert (answer.status_code, answer.text.count(problem)) == (401, 2)
    assert fields.get("email", "") in answer.text
    assert "p" * 129 not in answer.text


@pytest.mark.parametrize(
    ("words", "problem"),
    [("", "Type what you hear, word for word."), ("x" * 4001, "Write at most 4000 letters.")],
    ids=["nothing", "too much"],
)
def test_what_marcus_types_from_anas_voice(
    world: World, marcus: Desk, words: str, problem: str
) -> None:
    page = Page(marcus.see(f"/staff/check-ins/{ana_speaks(world)}"))
    (typing,) = [one.action for one in page.forms.values() if one.action.endswith("/typed")]

    answer = marcus.press(typing, words=words)

    assert (answer.status_code, answer.text.count(problem)) == (400, 2)
    assert words in answer.text
    assert "typed by Marcus" not in answer.text


def test_a_photo_of_what_nobody_can_see(world: World, priya: Desk) -> None:
    answer = priya.press(f"/staff/people/{world.cast.ana}/photo", concept="a dragon")

    assert answer.status_code == 400
    assert "Pick one of these." in answer.text


def test_whoever_says_they_are_with_dev_from_no_page_comes_to_his(world: World, lena: Desk) -> None:
    dev_texts(world, "2026-10-22 09:17", "OK")
    page = Page(lena.see(f"/staff/people/{world.cast.dev}"))
    with_me = next(one.action for one in page.forms.values() if one.action.endswith("/with-staff"))

    answer = lena.press(with_me)

    assert answer.location == f"/staff/people/{world.cast.dev}"
