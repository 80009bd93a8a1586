"""Staff in front of their browsers, with the example people of Willow Court."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from checkin import clock
from checkin.actions.add_staff import add_staff
from checkin.app import CheckinApp
from checkin.storage import beats, people
from checkin.storage.tables import HouseRow, PersonRow, db, new_id
from checkin.storage.transaction import kept_together
from tests.conftest import PASSWORD, World, london
from tests.first_morning import Mornings
from tests.lent import kind_of

THURSDAY = london("2026-10-22 08:00")
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass
class Desk:
    """One member of staff at their own browser, with the token of the last page."""

    client: FlaskClient

    def open(self, address: str) -> TestResponse:
        """Open a page; after a quiet while, with the password again."""
        self.carry_on()
        return self.client.get(address, buffered=True)

    def carry_on(self) -> None:
        """Give the password again where it is asked for."""
        if "password_again" in self.client.get("/staff/people").text:
            self.client.post(
                "/staff/again", data={"csrf_token": self.token(), "password_again": PASSWORD}
            )

    def see(self, address: str) -> str:
        """Open a page that must be there, and return its words."""
        page = self.open(address)
        assert page.status_code == 200, f"{address}: {page.status}"
        return page.text

    def press(self, address: str, **fields: object) -> TestResponse:
        """Press a button of a form."""
        self.carry_on()
        return self.client.post(address, data={"csrf_token": self.token(), **fields})

    def token(self) -> str:
        """Return the token that every form here carries."""
        page = self.client.get("/staff/sign-in").text
        found = TOKEN.search(page)
        assert found
        return found[1]

    def sign_in(self, email: str, password: str = PASSWORD) -> TestResponse:
        """Sign in."""
        return self.press("/staff/sign-in", email=email, password=password)


@pytest.fixture
def world(app: CheckinApp, mornings: Mornings) -> World:
    """The example people early on Dev's Thursday, with nothing behind them."""
    clock.stop_at(THURSDAY)
    cast = mornings(kind_of(app), THURSDAY).begin(app)
    with app.app_context():
        beats.beat("a worker", clock.now())
        db.session.commit()
        db.session.remove()
    return World(app, cast)


@pytest.fixture
def desk_of(app: Flask, world: World) -> Callable[[str], Desk]:
    """Return somebody's browser, signed in: `desk_of("marcus")`."""

    def signed_in(called: str) -> Desk:
        desk = Desk(app.test_client())
        answer = desk.sign_in(f"{called}@willow-court.example")
        assert answer.status_code == 302, answer.text
        return desk

    return signed_in


@pytest.fixture
def marcus(desk_of: Callable[[str], Desk]) -> Desk:
    return desk_of("marcus")


@pytest.fixture
def lena(desk_of: Callable[[str], Desk]) -> Desk:
    return desk_of("lena")


@pytest.fixture
def priya(desk_of: Callable[[str], Desk]) -> Desk:
    return desk_of("priya")


@pytest.fixture
def jo(desk_of: Callable[[str], Desk]) -> Desk:
    return desk_of("jo")


@pytest.fixture
def stranger(app: Flask, world: World) -> Desk:
    """Someone who works in another house, as a manager there."""
    with app.app_context(), kept_together():
        house = HouseRow(id=new_id(), name="Another house")
        people.put(house)
        people.put(PersonRow(id=new_id(), house_id=house.id, name="Tom Ash", called="Tom"))
        add_staff(
            "stranger@other.example", "Someone Else", "Else", "manager", house.id, PASSWORD,
            clock.now(),
        )  # fmt: skip
    desk = Desk(app.test_client())
    assert desk.sign_in("stranger@other.example").status_code == 302
    return desk
