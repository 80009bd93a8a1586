"""Whatever belongs to another house is not there, and no page is open by accident."""

from collections.abc import Mapping
from typing import NamedTuple

import pytest
from flask import Flask
from werkzeug.routing import Rule

from checkin import clock
from checkin.storage import agreements, answers, devices, loops
from tests.conftest import World
from tests.staff.conftest import TOKEN, Desk
from tests.staff.happenings import ana_speaks, dev_does_not_arrive, dev_texts


class May(NamedTuple):
    """What a page answers to whom. 302: to the sign-in page, or done; 404: there is no such page."""

    signed_out: int
    other_house: int
    support_worker: int
    team_lead: int
    manager: int


EVERYONE_HERE = May(302, 404, 200, 200, 200)
ALL_STAFF = May(302, 200, 200, 200, 200)  # each sees their own houses in it
DONE_HERE = May(302, 404, 302, 302, 302)
BAD_FORM = May(302, 404, 400, 400, 400)  # let in; the empty form is then refused
LEADERS = May(302, 200, 404, 200, 200)
MANAGERS = May(302, 200, 404, 404, 200)

DECLARED: Mapping[str, May] = {
    "GET alert_list": ALL_STAFF,
    "GET alerts_now": ALL_STAFF,
    "GET alert": EVERYONE_HERE,
    "GET each_thing": EVERYONE_HERE,
    "POST take": May(302, 404, 302, 200, 200),  # the second and third see who was first
    "POST give_it_back": May(302, 404, 302, 409, 409),  # whoever does not have it is told so
    "POST refuse_it": DONE_HERE,
    "POST whose": May(302, 404, 409, 409, 409),  # as give_it_back
    "POST step": BAD_FORM,
    "POST close": BAD_FORM,
    "GET people_list": ALL_STAFF,
    "GET person": EVERYONE_HERE,
    "GET photo": May(302, 404, 404, 404, 404),  # nobody has one yet
    "POST put_photo": BAD_FORM,
    "GET how_asked": EVERYONE_HERE,
    "POST keep_settings": BAD_FORM,
    "POST keep_own_words": BAD_FORM,
    "POST keep_phone": BAD_FORM,
    "GET texts_of_person": EVERYONE_HERE,
    "GET texts_from_nobody": LEADERS,
    "GET check_in": EVERYONE_HERE,
    "POST with_staff": May(302, 404, 409, 409, 409),  # answered already
    "POST say": May(302, 404, 400, 400, 400),  # nothing to say
    "POST answer": BAD_FORM,
    "POST open_it": BAD_FORM,
    "POST typed": BAD_FORM,
    "GET play": EVERYONE_HERE,
    "GET said": EVERYONE_HERE,
    "GET said_there": EVERYONE_HERE,
    "POST said_in_a_talk": BAD_FORM,
    "POST read": DONE_HERE,
    "POST decide": BAD_FORM,
    "POST done": BAD_FORM,
    "POST told": DONE_HERE,
    "GET agreement": EVERYONE_HERE,
    "GET change": EVERYONE_HERE,
    "POST changed": BAD_FORM,
    "POST talked": BAD_FORM,
    "GET tablets": ALL_STAFF,
    "POST new_code": May(302, 400, 400, 400, 400),
    "GET ask_turn_away": May(302, 404, 404, 200, 200),
    "POST turn_away": May(302, 404, 404, 400, 400),  # it gives no reason
    "POST is_theirs": May(302, 404, 404, 302, 302),
    "POST phone_is_checked": May(302, 404, 404, 302, 302),
    "GET handover": ALL_STAFF,
    "POST tick": May(302, 404, 409, 409, 409),  # a page that shows no card ticks none
    "GET outside_contacts": MANAGERS,
    "GET sign_in": May(200, 200, 200, 200, 200),
    "POST signed_in": May(401, 401, 401, 401, 401),
    "POST again": May(302, 302, 302, 302, 302),
    "POST sign_out": May(302, 302, 302, 302, 302),
}


@pytest.fixture
def named(world: World) -> dict[str, str]:
    """One of each thing that an address of a staff page may name, all of Willow Court."""
    cast = world.cast
    dev_texts(world, "2026-10-22 08:05", "hi can i go cafe sat after")
    alert_id = dev_does_not_arrive(world)
    check_in_id = ana_speaks(world)
    with world.app.app_context():
        spoken = next(one for one in answers.sent_answers_of(check_in_id) if one.media)
        return {
            "person_id": cast.dev,
            "alert_id": alert_id,
            "loop_id": loops.loops_of(cast.dev)[0].id,
            "agreement_id": agreements.agreements_of(cast.dev, clock.now())[0].id,
            "check_in_id": check_in_id,
            "answer_id": spoken.id,
            "media_id": spoken.media[0],
            "device_id": devices.devices_of_house(cast.house)[0].id,
        }


def staff_rules(app: Flask) -> list[tuple[str, Rule]]:
    """Return every method and address of the staff pages."""
    return [
        (method, rule)
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("staff.")
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]


def test_every_page_is_declared_here(app: Flask) -> None:
    found = {
        f"{method} {rule.endpoint.removeprefix('staff.')}" for method, rule in staff_rules(app)
    }

    assert found == set(DECLARED)


def test_every_page_says_what_it_needs(app: Flask) -> None:
    silent = [
        rule.endpoint
        for _, rule in staff_rules(app)
        if not hasattr(app.view_functions[rule.endpoint], "needs")
    ]

    assert silent == []


def test_a_page_that_does_not_say_what_it_needs_is_not_there(app: Flask, marcus: Desk) -> None:
    app.view_functions["staff.handover"] = lambda: "open to all"

    assert marcus.open("/staff/handover").status_code == 404


def test_each_sees_what_is_theirs_and_nothing_else(
    app: Flask, named: dict[str, str], priya: Desk, marcus: Desk, jo: Desk, stranger: Desk
) -> None:
    desks = [Desk(app.test_client()), stranger, priya, marcus, jo]

    found = {}
    for method, rule in sorted(staff_rules(app), key=lambda one: one[1].endpoint[6:] == "sign_out"):
        with app.test_request_context():
            address = app.url_map.bind("localhost").build(
                rule.endpoint, {name: named[name] for name in rule.arguments}, method=method
            )
        name = f"{method} {rule.endpoint.removeprefix('staff.')}"
        found[name] = May(
            *(
                (desk.open(address) if method == "GET" else desk.press(address)).status_code
                for desk in desks
            )
        )

    assert found == DECLARED


def test_nothing_of_another_house_is_in_a_list(stranger: Desk, named: dict[str, str]) -> None:
    pages = ["/staff/", "/staff/people", "/staff/handover", "/staff/tablets", "/staff/alerts-now"]
    for page in pages:
        words = TOKEN.sub("", stranger.see(page))  # letters by chance, which may spell a name

        assert "Dev" not in words
        assert "Ana" not in words
        assert "lounge" not in words


def test_signed_out_staff_come_back_to_the_page_they_asked_for(
    app: Flask, named: dict[str, str]
) -> None:
    desk = Desk(app.test_client())
    wanted = f"/staff/alerts/{named['alert_id']}"

    asked = desk.open(wanted)
    let_in = desk.press(
        asked.location, email="marcus@willow-court.example", password="willow court test"
    )

    assert let_in.location == wanted
