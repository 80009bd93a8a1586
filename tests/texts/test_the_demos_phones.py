"""A newcomer holds Dev's phone, watches the staff's, and pushes the clock."""

import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from checkin import clock
from tests.texts.conftest import DEV, MARCUS, Line


@pytest.fixture
def page(line: Line) -> FlaskClient:
    """A browser on the page of phones, on the morning of a group day."""
    line.company.picks_up = False
    line.go_to("2026-10-20 08:55")
    return line.world.app.test_client()


def press(page: FlaskClient, door: str, **form: str) -> str:
    """Press a button of the page; return what it shows then."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', look(page))
    assert token
    answer = page.post(
        f"/phone/{door}", data={"csrf_token": token[1], **form}, follow_redirects=True
    )
    assert answer.status_code == 200, answer.text
    return shown(answer)


def look(page: FlaskClient) -> str:
    return page.get("/phone/").text


def shown(answer: TestResponse) -> str:
    """Return the words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).replace("&#39;", "'").split())


def test_everyone_with_a_phone_is_there_and_ana_is_not(page: FlaskClient):
    html = look(page)

    assert re.findall(r"<h2>(\w+)</h2>", html) == ["Dev", "Jo", "Lena", "Marcus", "Priya"]


def test_silence_becomes_an_alert_on_marcus_phone_in_a_few_presses(page: FlaskClient):
    asked = press(page, "clock", by="next")
    assert "09:15" in asked
    assert "Text OK when you leave" in asked

    for _ in range(3):
        told = press(page, "clock", by="10")

    assert "Text OK when you can" in told
    assert "SOON. Dev did not answer: leave, due 09:15." in told


def test_what_dev_texts_is_heard_and_answered(page: FlaskClient, line: Line):
    press(page, "clock", by="next")

    press(page, "text", number=DEV, words="LATE 20")
    line.send()

    assert "We will wait until 09:35." in look(page)


def test_help_rings_marcus_until_he_picks_up(page: FlaskClient, line: Line):
    press(page, "text", number=DEV, words="HELP")
    line.send()
    ringing = re.search(r'name="call" value="(CA\w+)"', look(page))
    assert ringing

    heard = press(page, "pick-up", call=ringing[1])

    assert "It said: This is Checkin. Someone needs you now. Open Checkin." in heard


def test_texts_wait_for_a_phone_that_is_off(page: FlaskClient):
    off = press(page, "power", number=DEV)
    assert "This phone is off." in off
    assert "Text OK when you leave" not in press(page, "clock", by="next")

    on = press(page, "power", number=DEV, on="yes")

    assert "Text OK when you leave" in on


def test_an_hour_is_an_hour(page: FlaskClient):
    before = clock.now()

    press(page, "clock", by="60")

    assert (clock.now() - before).total_seconds() == 3600


def test_only_the_phones_on_the_page_can_be_used(page: FlaskClient):
    look(page)
    token = re.search(r'name="csrf_token" value="([^"]+)"', look(page))[1]

    answer = page.post(
        "/phone/text", data={"csrf_token": token, "number": "+447700900999", "words": "hi"}
    )

    assert answer.status_code == 404


def test_another_site_cannot_press_the_buttons(page: FlaskClient, line: Line):
    answer = page.post("/phone/text", data={"number": DEV, "words": "HELP"})

    assert answer.status_code == 400
    assert line.texts_on(MARCUS) == []


def test_outside_the_demo_there_are_no_phones_and_no_phone_company(app):
    assert app.test_client().get("/phone/").status_code == 404
    account = app.installation.settings.twilio_account
    doors = app.test_client().get(f"/2010-04-01/Accounts/{account}/Messages.json")
    assert doors.status_code == 404
