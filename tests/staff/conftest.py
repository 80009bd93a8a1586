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
from checkin.storage import people
from checkin.storage.tables import HouseRow, PersonRow, new_id
from checkin.storage.transaction import kept_together
from tests.conftest import PASSWORD, World

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass
class Desk:
    """One member of staff at their own browser, with the token of the last page."""

    client: FlaskClient

    def open(self, address: str) -> TestResponse:
        """Open a page."""
        return self.client.get(address)

    def see(self, address: str) -> str:
        """Open a page that must be there, and return its words."""
        page = self.open(address)
        assert page.status_code == 200, f"{address}: {page.status}"
        return page.text

    def press(self, address: str, **fields: object) -> TestResponse:
        """Press a button of a form."""
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
