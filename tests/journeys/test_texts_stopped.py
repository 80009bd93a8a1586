"""Dev stops his texts and goes on texting: what he says counts, and nobody rings for what he said."""

import pytest

from checkin import clock
from checkin.actions.change_phone import change_phone_of_person
from checkin.storage import people
from checkin.storage.tables import AlertRow, CheckInRow
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.journeys.doors import DEV, MARCUS, Phone
from tests.journeys.records import alerts, at, check_in, steps

TUESDAY = "2026-10-20"
THANKS = "Thanks Dev."


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, on the morning of a group day."""
    world.go_to(f"{TUESDAY} 08:30")
    return Phone(world)


def point(world: World, key: str) -> CheckInRow:
    slot = {"leave": "09:15", "arrive": "10:00", "home": "16:00"}[key]
    return check_in(world, world.cast.dev, f"{TUESDAY}T{slot}", key)


def calls(world: World) -> list[AlertRow]:
    """Return the calls that staff were asked to make in place of a text."""
    return [one for one in alerts(world, task=True) if one.kind == "cannot_be_texted"]


def test_who_starts_texts_again_and_answers_is_not_rung(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 09:05", "STOP")
    world.go_to(f"{TUESDAY} 09:16")
    rung = len(world.texts(MARCUS))
    phone.text(f"{TUESDAY} 09:17:00", "START")
    phone.text(f"{TUESDAY} 09:17:20", "ok")
    world.go_to(f"{TUESDAY} 09:59")

    (call,) = calls(world)
    assert point(world, "leave").state == "answered"
    assert (call.state, steps(world, call)[-1]) == (
        "closed", ("Tue 09:17:00", "closed", "Dev texted START."),
    )  # fmt: skip
    assert alerts(world) == []
    assert world.texts(MARCUS)[rung:] == []


def test_ok_while_texts_are_stopped_answers_what_is_due_and_nobody_rings(
    world: World, phone: Phone
):
    phone.text(f"{TUESDAY} 09:16", "ok")
    phone.text(f"{TUESDAY} 09:30", "STOP")
    world.go_to(f"{TUESDAY} 10:16")
    rung = len(world.texts(MARCUS))
    phone.text(f"{TUESDAY} 10:17", "ok")
    world.go_to(f"{TUESDAY} 11:00")

    (call,) = calls(world)
    arrive = point(world, "arrive")
    assert (arrive.state, at(arrive.answered_at)) == ("answered", "Tue 10:17:00")
    assert world.texts(DEV)[-1] == THANKS
    assert steps(world, call)[-1] == ("Tue 10:17:00", "closed", 'Texted: "ok"')
    assert alerts(world) == []
    assert world.texts(MARCUS)[rung:] == []


def test_ok_before_its_time_while_texts_are_stopped_asks_nobody_to_ring(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 08:40", "STOP")
    phone.text(f"{TUESDAY} 09:00", "ok")
    world.go_to(f"{TUESDAY} 09:59")

    assert point(world, "leave").state == "answered"
    assert calls(world) == []


def test_late_while_texts_are_stopped_moves_the_call(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 08:40", "STOP")
    phone.text(f"{TUESDAY} 09:20", "LATE 20")
    world.go_to(f"{TUESDAY} 09:39")
    assert [one.state for one in calls(world)] == ["closed"]
    world.go_to(f"{TUESDAY} 09:41")

    first, second = calls(world)
    assert (first.state, steps(world, first)[-1][2]) == ("closed", 'Texted: "LATE 20"')
    assert (second.state, at(second.do_by)) == ("open", "Tue 10:00:00")
    assert alerts(world) == []


def test_ok_after_the_call_was_due_stands_on_the_task_and_closes_it(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 08:40", "STOP")
    phone.text(f"{TUESDAY} 09:38", "ok")

    (call,) = calls(world)
    assert at(point(world, "leave").answered_late_at) == "Tue 09:38:00"
    assert steps(world, call)[-1] == ("Tue 09:38:00", "closed", 'Texted: "ok"')
    assert world.texts(DEV)[-1] == THANKS


def test_a_call_that_nobody_made_is_told_where_nobody_spoke(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 08:40", "STOP")
    world.go_to(f"{TUESDAY} 09:36")

    assert [one.kind for one in alerts(world)] == ["call_not_done"]


def test_who_has_no_phone_is_asked_by_staff_and_never_missed(world: World):
    world.go_to(f"{TUESDAY} 08:30")
    with world.app.app_context():
        change_phone_of_person(world.cast.dev, None, clock.now())
    world.go_to(f"{TUESDAY} 09:34")

    (call,) = calls(world)
    leave = point(world, "leave")
    assert (call.title, at(call.do_by)) == (
        "Ask Dev yourselves (no phone is written down)", "Tue 09:35:00",
    )  # fmt: skip
    assert (leave.state, leave.asked_at) == ("stopped_texts", None)
    world.go_to(f"{TUESDAY} 09:40")
    assert [one.kind for one in alerts(world)] == ["call_not_done"]  # nobody says: no answer
    assert world.texts(DEV) == []


def test_whose_texts_are_paused_is_rung_in_place_of_a_text(world: World):
    world.go_to(f"{TUESDAY} 08:30")
    with world.app.app_context(), kept_together():
        people.change(world.cast.dev, texts_paused_at=clock.now())
    world.go_to(f"{TUESDAY} 09:40")

    (call,) = calls(world)
    assert call.title == "Ring Dev (texts are paused)"
    assert (point(world, "leave").state, point(world, "leave").asked_at) == ("stopped_texts", None)
    assert world.texts(DEV) == []


@pytest.mark.parametrize(
    ("stopped", "started", "asked"),
    [
        ("09:30", "10:17", "10:00"),  # its reminder would be due too
        ("09:05", "09:17", "09:15"),
    ],
)
def test_start_names_what_is_asked_now_and_asks_it(
    world: World, phone: Phone, stopped: str, started: str, asked: str
):
    if asked == "10:00":
        phone.text(f"{TUESDAY} 09:16", "ok")
    phone.text(f"{TUESDAY} {stopped}", "STOP")
    before = len(world.texts(DEV))
    phone.text(f"{TUESDAY} {started}:00", "START")
    world.go_to(f"{TUESDAY} {started}:30")

    said, question = world.texts(DEV)[before:]
    assert said == f"Texts are on again. The one of {asked} is still open."
    assert question.startswith(ASKS[asked])


ASKS = {"10:00": "Hi Dev. Are you there?", "09:15": "Hi Dev. It's"}
