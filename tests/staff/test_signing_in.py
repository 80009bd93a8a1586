"""Marcus signs in under his own name; nobody else can, and nobody keeps him out."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy import update

from checkin import clock
from checkin.actions import passwords
from checkin.actions.passwords import PasswordError, hashed_password
from checkin.installation import Demo
from checkin.storage import sign_ins
from checkin.storage import staff as staff_kept
from checkin.storage.tables import Staff, db
from checkin.storage.transaction import kept_together
from tests.conftest import PASSWORD, World
from tests.hurry import AS_KEPT
from tests.staff.conftest import Desk
from tests.staff.happenings import alert_now, dev_does_not_arrive

MARCUS = "marcus@willow-court.example"


@pytest.fixture(autouse=True)
def _as_kept_for_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "HASHER", AS_KEPT)


@pytest.fixture
def desk(app: Flask, world: World) -> Desk:
    """A browser where nobody signed in before."""
    return Desk(app.test_client())


def test_marcus_signs_in_and_sees_the_alerts(desk: Desk) -> None:
    answer = desk.sign_in(" Marcus@Willow-Court.example ")

    assert answer.location == "/staff/"
    assert "No alert is on your list" in desk.see("/staff/")


def test_a_wrong_password_says_what_to_do_and_keeps_the_address(desk: Desk) -> None:
    answer = desk.sign_in(MARCUS, "not the password")

    assert answer.status_code == 401
    assert "Check both, and try again." in answer.text
    assert f'value="{MARCUS}"' in answer.text


def test_an_unknown_address_gets_the_very_same_answer(desk: Desk) -> None:
    wrong = desk.sign_in(MARCUS, "not the password").text
    unknown = desk.sign_in("nobody@willow-court.example", "not the password").text

    assert _without_tokens(unknown) == _without_tokens(wrong).replace("marcus@", "nobody@")


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(desk: Desk) -> None:
    cookies = desk.sign_in(MARCUS).headers.getlist("Set-Cookie")

    assert len(cookies) == 2
    assert all("HttpOnly" in one and "SameSite=Lax" in one for one in cookies)


def test_no_form_goes_through_without_its_token(marcus: Desk, world: World) -> None:
    answer = marcus.client.post(f"/staff/handover/{world.cast.ana}/read")

    assert answer.status_code == 400
    assert "Please send it again" in answer.text


def test_signing_out_ends_the_session_on_the_server(app: Flask, marcus: Desk) -> None:
    stolen = app.test_client()
    kept = marcus.client.get_cookie("session")
    assert kept
    stolen.set_cookie("session", kept.value)
    assert stolen.get("/staff/people").status_code == 200

    marcus.press("/staff/sign-out")

    assert stolen.get("/staff/people").status_code == 302


def test_someone_who_left_is_out_at_once(world: World, marcus: Desk) -> None:
    with world.app.app_context():
        db.session.execute(update(Staff).where(Staff.email == MARCUS).values(active=False))
        db.session.commit()

    assert marcus.client.get("/staff/people").status_code == 302
    assert marcus.sign_in(MARCUS).status_code == 401


def test_guessing_is_slowed_down_but_marcus_is_never_locked_out(
    app: Flask, world: World, marcus: Desk
) -> None:
    guessing = Desk(app.test_client())
    answers = [guessing.sign_in(MARCUS, f"guess {number}").status_code for number in range(12)]
    assert answers[9:] == [401, 429, 429]

    known_browser = marcus.sign_in(MARCUS)
    new_phone = Desk(app.test_client())
    new_phone.client.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    another_place = new_phone.sign_in(MARCUS)

    assert known_browser.status_code == 302
    assert another_place.status_code == 302


def test_ten_minutes_later_one_may_try_again(desk: Desk) -> None:
    for number in range(11):
        desk.sign_in(MARCUS, f"guess {number}")
    assert desk.sign_in(MARCUS).status_code == 429

    clock.push_forward(timedelta(minutes=11))

    assert desk.sign_in(MARCUS).status_code == 302


@pytest.mark.parametrize(
    "elsewhere",
    ["https://bad.example/", "//bad.example/staff/", "/staff/\\bad.example", "/tablet/"],
)
def test_signing_in_never_leads_away_from_here(desk: Desk, elsewhere: str) -> None:
    answer = desk.press("/staff/sign-in", email=MARCUS, password=PASSWORD, next=elsewhere)

    assert answer.location == "/staff/"


def test_after_a_quiet_quarter_of_an_hour_the_password_is_asked_again(
    marcus: Desk, world: World
) -> None:
    page = f"/staff/people/{world.cast.dev}"
    clock.push_forward(timedelta(minutes=16))

    asked = marcus.client.get(page)
    back = marcus.client.post(
        "/staff/again",
        data={"csrf_token": marcus.token(), "password_again": PASSWORD, "next": page},
    )

    assert asked.status_code == 401
    assert "Is it still you, Marcus?" in asked.text
    assert "Rahman" not in asked.text
    assert back.location == page
    assert marcus.client.get(page).status_code == 200


def test_what_was_being_sent_waits_and_goes_through(lena: Desk, world: World) -> None:
    alert_id = dev_does_not_arrive(world)
    lena.press(f"/staff/alerts/{alert_id}/take")
    step = f"/staff/alerts/{alert_id}/step"
    clock.push_forward(timedelta(minutes=16))

    asked = lena.client.post(
        step, data={"csrf_token": lena.token(), "kind": "voicemail", "words": "Left a message"}
    )
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', asked.text))
    wrong = lena.client.post(step, data={**fields, "password_again": "not it"})
    right = lena.client.post(step, data={**fields, "password_again": PASSWORD})

    assert asked.status_code == 401
    assert fields["words"] == "Left a message"
    assert wrong.status_code == 401
    assert "Left a message" in wrong.text
    assert right.status_code == 302
    assert "Left a message" in lena.see(f"/staff/alerts/{alert_id}")
    assert alert_now(world, alert_id).state == "claimed"


def test_a_long_shift_asks_again_however_busy_it_was(marcus: Desk) -> None:
    for _ in range(12 * 6):
        clock.push_forward(timedelta(minutes=10))
        assert marcus.client.get("/staff/people").status_code == 200
    clock.push_forward(timedelta(minutes=10))
    clock.push_forward(timedelta(minutes=4))
    marcus.client.get("/staff/people")
    clock.push_forward(timedelta(minutes=14))
    marcus.client.get("/staff/people")
    clock.push_forward(timedelta(minutes=14))

    assert marcus.client.get("/staff/people").status_code == 401


def test_outside_the_demo_no_name_and_no_password_is_shown(desk: Desk) -> None:
    page = desk.client.get("/staff/sign-in").text

    assert "demo" not in page
    assert "Marcus" not in page


def test_in_the_demo_one_press_signs_in_and_the_pushed_clock_asks_nothing(
    world: World, desk: Desk
) -> None:
    here = world.app.installation
    world.app.installation = replace(here, settings=replace(here.settings, demo=True))
    world.app.show_demo(Demo(PASSWORD, world.cast.house, {}))

    page = desk.client.get("/staff/sign-in").text
    desk.sign_in(MARCUS)
    clock.push_forward(timedelta(minutes=30))

    assert "<b>Marcus</b><span>team lead</span>" in page
    assert desk.client.get("/staff/people").status_code == 200


def test_a_short_password_is_refused_with_advice() -> None:
    with pytest.raises(PasswordError, match="15 to 128 letters"):
        hashed_password("short")


def test_a_password_is_kept_as_argon2_with_19_mebibytes() -> None:
    assert hashed_password(PASSWORD).startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def _without_tokens(page: str) -> str:
    return re.sub(r'name="csrf_token" value="[^"]+"', "", page)


def test_a_password_kept_in_a_weaker_way_still_opens_and_is_kept_afresh(
    world: World, desk: Desk
) -> None:
    weaker = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(PASSWORD)
    with world.app.app_context(), kept_together():
        sign_ins.change_password(world.cast.marcus, weaker)

    first = desk.sign_in(MARCUS)

    with world.app.app_context():
        kept = staff_kept.staff(world.cast.marcus)
        assert first.status_code == 302
        assert kept
        assert kept.password != weaker
    assert desk.sign_in(MARCUS).status_code == 302


def test_what_is_no_hash_opens_to_nobody(world: World, desk: Desk) -> None:
    with world.app.app_context(), kept_together():
        sign_ins.change_password(world.cast.marcus, "not a hash")

    assert desk.sign_in(MARCUS, "not a hash").status_code == 401
