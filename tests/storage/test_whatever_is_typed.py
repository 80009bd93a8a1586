"""Whatever comes in a form or an address, the page answers, on both databases."""

from collections.abc import Callable
from http import HTTPStatus

import pytest
from flask import Flask

from checkin.agreements.how_asked import Lines
from checkin.storage import own_sets
from checkin.storage.tables import AnswerRow, db
from checkin.typed import clean
from tests.conftest import PASSWORD, World
from tests.journeys.doors import Tablet
from tests.journeys.pages import Page
from tests.staff.conftest import Desk

MARCUS = "marcus@willow-court.example"
UNSEEN = ["\0", "\0\x1b\x07", "\u200b\u200d", "\u202e\u200f", "\ufeff\0"]


@pytest.fixture
def desk(app: Flask, world: World) -> Desk:
    """A browser where nobody signed in before."""
    return Desk(app.test_client())


@pytest.fixture
def marcus(desk: Desk) -> Desk:
    desk.sign_in(MARCUS)
    return desk


@pytest.mark.parametrize("unseen", UNSEEN)
def test_marcus_signs_in_whatever_came_along_with_his_address(desk: Desk, unseen: str) -> None:
    assert desk.sign_in(f"\0{MARCUS}").status_code == HTTPStatus.FOUND
    assert Desk(desk.client.application.test_client()).sign_in(unseen).status_code == 401


@pytest.mark.parametrize(
    "address",
    ["/staff/people/a%00b", "/staff/people/%00", "/tablet/check-in/a%00b", "/%00", "/texts/%00"],
)
def test_an_address_with_nul_is_not_there(marcus: Desk, address: str) -> None:
    assert marcus.client.get(address).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("after", ["\r\nX: y", "\nX: y", "\0", "\u2028"])
def test_where_to_go_after_signing_in_is_one_line(desk: Desk, after: str) -> None:
    where = f"/staff/{after}"
    answer = desk.press("/staff/sign-in", email=MARCUS, password=PASSWORD, next=where)

    assert (answer.status_code, answer.location) == (HTTPStatus.FOUND, "/staff/")


def form_of(desk: Desk, person_id: str, door: str) -> dict[str, object]:
    page = Page(desk.see(f"/staff/people/{person_id}/how-asked"))
    (form,) = [one for one in page.forms.values() if one.action.endswith(door)]
    return {name: values for name, values in form.fields.lists() if name != "csrf_token"}


def test_what_marcus_writes_is_kept_without_what_nobody_types(world: World, marcus: Desk) -> None:
    ana = world.cast.ana
    form = form_of(marcus, ana, "own-words")

    answer = marcus.press(
        f"/staff/people/{ana}/own-words", **{**form, "goal": "go\0 out\r\n\u200b\x1b\r\nswim\tfar"}
    )

    assert answer.status_code == HTTPStatus.FOUND
    with world.app.app_context():
        assert own_sets.lines_of([ana])[ana][Lines.GOAL] == ("go out", "swim\tfar")


def test_minutes_of_four_hundred_digits_are_said_to_be_too_many(world: World, marcus: Desk) -> None:
    ana = world.cast.ana
    form = form_of(marcus, ana, "how-asked")

    answer = marcus.press(f"/staff/people/{ana}/how-asked", **{**form, "quiet_minutes": "9" * 400})

    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert "from 1 to 120" in answer.text


@pytest.mark.parametrize("unseen", UNSEEN)
def test_words_of_which_nothing_is_seen_are_no_words(
    world: World, unseen: str, on_tuesday: Callable[[], Tablet]
) -> None:
    tablet = on_tuesday()

    tablet.say("going", words=unseen)

    with world.app.app_context():
        assert not [one for one in db.session.query(AnswerRow) if one.words]


@pytest.fixture
def on_tuesday(world: World) -> Callable[[], Tablet]:
    """Dev at a question that takes words."""

    def begun() -> Tablet:
        world.go_to("2026-10-20 08:31")
        tablet = Tablet(world, world.cast.devs_phone)
        tablet.begin("Group day: am I ready?")
        return tablet

    return begun


@pytest.mark.parametrize("typed", ["  ", "", "🙂", "naïve\n\tyes\r\n", "👨‍👩‍👧", "مرحبا"])
def test_what_people_do_type_stays_as_it_is(typed: str) -> None:
    assert clean(typed) == typed
