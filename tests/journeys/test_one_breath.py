"""Dev sends several texts in one breath: the last puts the first right, and nothing is added up."""

import pytest

from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import DEV, Phone
from tests.journeys.records import alerts, at, check_in

TUESDAY = "2026-10-20"


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, on the morning of a group day."""
    world.go_to(f"{TUESDAY} 08:30")
    return Phone(world)


@pytest.fixture
def out(phone: Phone) -> Phone:
    """Dev's phone, later on a day on which he left and arrived as agreed."""
    phone.text(f"{TUESDAY} 09:16", "ok")
    phone.text(f"{TUESDAY} 10:01", "ok")
    return phone


def point(world: World, key: str) -> CheckInRow:
    slot = {"leave": "09:15", "arrive": "10:00", "home": "16:00"}[key]
    return check_in(world, world.cast.dev, f"{TUESDAY}T{slot}", key)


@pytest.mark.parametrize(
    "said",
    [
        ("LATE", "late 20", "ok but bus is late"),
        ("late", "20"),
        ("late 20", "late"),
        ("late 90", "late 20"),
    ],
)
def test_late_in_one_breath_is_one_wait(world: World, phone: Phone, said: tuple[str, ...]):
    for number, words in enumerate(said):
        phone.text(f"{TUESDAY} 09:17:{3 * number:02}", words)

    leave, arrive = point(world, "leave"), point(world, "arrive")
    assert (at(leave.due_at), leave.late_minutes) == ("Tue 09:37:00", 20)
    assert (at(arrive.due_at), arrive.late_minutes) == ("Tue 10:20:00", 0)
    assert world.texts(DEV)[-1] == "Thanks Dev. We will wait until 09:37."
    assert alerts(world, task=True) == []


def test_late_a_minute_after_late_is_more_time(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 09:17:00", "late")
    phone.text(f"{TUESDAY} 09:18:00", "late 20")

    assert point(world, "leave").late_minutes == 35


def test_here_too_early_for_the_next_is_answered_with_when_we_ask_again(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 09:16", "ok")
    phone.text(f"{TUESDAY} 09:37", "here")

    assert world.texts(DEV)[-2:] == ["Thanks Dev.", "Thanks Dev. We ask you again at 10:00."]


def test_ok_after_the_last_of_the_day_is_thanked_for(world: World, out: Phone):
    out.text(f"{TUESDAY} 16:02", "ok")
    out.text(f"{TUESDAY} 16:30", "home")

    assert world.texts(DEV)[-2:] == ["Thanks Dev.", "Thanks Dev."]


def test_who_takes_an_ok_back_is_waited_for_and_missed_if_no_other_comes(world: World, out: Phone):
    out.text(f"{TUESDAY} 16:00:10", "home")
    out.text(f"{TUESDAY} 16:00:13", "not home yet")
    assert point(world, "home").state == "asked"
    assert world.texts(DEV)[-1] == "Thanks Dev. We wait until 16:20. Text OK, or LATE 20."
    world.go_to(f"{TUESDAY} 16:21")

    assert point(world, "home").state == "missed"
    assert 'Texted 16:00: "not home yet"' in alerts(world)[-1].what


def test_who_takes_an_ok_back_and_texts_ok_again_has_answered(world: World, out: Phone):
    out.text(f"{TUESDAY} 16:01", "home")
    out.text(f"{TUESDAY} 16:05", "sorry not home yet")
    out.text(f"{TUESDAY} 16:12", "home now")

    home = point(world, "home")
    assert (home.state, at(home.answered_at)) == ("answered", "Tue 16:12:00")


def test_an_ok_taken_back_too_late_asks_somebody_to_ring(world: World, out: Phone):
    out.text(f"{TUESDAY} 16:19:58", "home")
    out.text(f"{TUESDAY} 16:20:03", "no wait not there")

    alert = alerts(world)[-1]
    assert (alert.level, alert.what[0]) == ("soon", 'Dev: "no wait not there"')
    assert point(world, "home").state == "answered"
    assert "asking Marcus to ring you" in world.texts(DEV)[-1]


def test_the_ok_that_comes_after_one_taken_back_is_thanked_for_and_holds(world: World, out: Phone):
    for second, words in ((10, "home"), (13, "not home yet"), (16, "home")):
        out.text(f"{TUESDAY} 16:00:{second}", words)
    assert world.texts(DEV)[-1] == "Thanks Dev."
    world.go_to(f"{TUESDAY} 16:21")

    assert point(world, "home").state == "answered"


def test_an_ok_taken_back_twice_is_waited_for_again(world: World, out: Phone):
    for second, words in ((10, "home"), (13, "not yet"), (30, "home"), (35, "no im not home")):
        out.text(f"{TUESDAY} 16:00:{second}", words)
    world.go_to(f"{TUESDAY} 16:21")

    assert point(world, "home").state == "missed"


def test_that_somebody_else_is_not_home_takes_no_ok_back(world: World, out: Phone):
    out.text(f"{TUESDAY} 16:01", "home")
    out.text(f"{TUESDAY} 16:05", "mum is not home")

    assert point(world, "home").state == "answered"


def test_an_ok_taken_back_while_texts_are_off_asks_somebody_to_ring(world: World, out: Phone):
    out.text(f"{TUESDAY} 15:00", "stop")
    out.text(f"{TUESDAY} 16:02:10", "home")
    out.text(f"{TUESDAY} 16:02:13", "not home yet")

    assert 'Dev: "not home yet"' in alerts(world)[-1].what


def test_a_no_to_what_was_said_between_takes_no_ok_back(world: World, out: Phone):
    for at_second, words in ((0, "home"), (3, "im not ok"), (7, "no i am fine")):
        out.text(f"{TUESDAY} 16:02:{at_second:02}", words)

    assert point(world, "home").state == "answered"
    assert "help_or_not_ok" in [one.kind for one in alerts(world)]
    world.go_to(f"{TUESDAY} 17:00")
    assert point(world, "home").state == "answered"


def test_a_minute_later_an_ok_stands_while_the_next_is_still_to_come(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 09:16:00", "ok")
    phone.text(f"{TUESDAY} 09:17:00", "not left yet")

    assert point(world, "leave").state == "answered"
