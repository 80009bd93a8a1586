"""Dev's text was to be read by a time, and nobody read it: once, and by day, he is told who is asked now."""

import pytest

from checkin import clock
from checkin.actions.loops import read_loop
from checkin.actions.who_looks import who_has
from checkin.storage.what_was_sent import messages_of_alert
from tests.conftest import World, london
from tests.journeys.doors import DEV, Desk, Phone
from tests.journeys.records import alerts, loop

CAFE = "can i go to the cafe"
ASKED = "Thanks Dev. Priya or Marcus will read what you want by 21:30."
AT_NIGHT = "Thanks Dev. Priya or Lena will read what you want by 07:30 tomorrow."
NOW_ASKED = "Hi Dev. Nobody has read your text yet. We are asking {} to read it."


def said(world: World) -> list[str]:
    """Return what Dev was told of his text."""
    return [one for one in world.texts(DEV) if "read" in one]


@pytest.fixture
def in_the_evening(world: World) -> World:
    """He asks something on Monday night."""
    Phone(world).text("2026-10-19 22:00", CAFE)
    assert said(world) == [AT_NIGHT]
    return world


@pytest.fixture
def by_day(world: World) -> World:
    """He asks something on Monday at six, of which nobody hears until the shift ends."""
    Phone(world).text("2026-10-19 18:00", CAFE)
    assert said(world) == [ASKED]
    return world


def test_when_the_time_is_over_he_is_told_who_is_asked_now(in_the_evening: World):
    in_the_evening.go_to("2026-10-20 07:29")
    assert said(in_the_evening) == [AT_NIGHT]

    in_the_evening.go_to("2026-10-20 07:31")
    assert said(in_the_evening) == [AT_NIGHT, NOW_ASKED.format("Marcus")]


def test_he_is_told_once_however_long_it_stays_unread(in_the_evening: World):
    in_the_evening.go_to("2026-10-21 12:00")

    assert said(in_the_evening) == [AT_NIGHT, NOW_ASKED.format("Marcus")]


def test_nothing_is_said_of_it_at_night_and_in_the_morning_who_is_asked_then(by_day: World):
    by_day.go_to("2026-10-20 07:29")
    assert said(by_day) == [ASKED]

    by_day.go_to("2026-10-20 07:31")
    assert said(by_day) == [ASKED, NOW_ASKED.format("Marcus")]
    assert told_since(by_day, "2026-10-20 07:30") == ["marcus"]


def told_since(world: World, at: str) -> list[str]:
    """Return which staff were texted or rung about it since then."""
    (one,) = alerts(world, task=True)
    with world.app.app_context():
        sent = [each for each in messages_of_alert(one.id) if each.made_at >= london(at)]
        keys = {getattr(world.cast, name): name for name in ("priya", "marcus", "lena", "jo")}
        return sorted(keys[each.staff_id or ""] for each in sent if not each.to_person)


def test_whom_it_was_promised_by_is_reminded_an_hour_before_it_is_over(by_day: World):
    by_day.go_to("2026-10-19 20:29")
    assert told_since(by_day, "2026-10-19 18:00") == []

    by_day.go_to("2026-10-19 20:31")
    assert told_since(by_day, "2026-10-19 18:00") == ["marcus", "priya"]
    assert said(by_day) == [ASKED]


def test_nobody_is_texted_of_it_in_the_night_and_the_manager_after_whoever_is_on_cover(
    by_day: World,
):
    by_day.go_to("2026-10-20 07:29")
    assert told_since(by_day, "2026-10-19 21:00") == []

    by_day.go_to("2026-10-20 09:31")
    assert told_since(by_day, "2026-10-20 07:29") == ["jo", "marcus"]
    by_day.go_to("2026-10-21 07:31")
    assert told_since(by_day, "2026-10-20 09:31") == []
    assert alerts(by_day, task=True)[0].next_at == london("2026-10-22 07:30")


def test_once_it_was_taken_nobody_is_reminded(by_day: World):
    by_day.go_to("2026-10-19 20:00")
    Desk(by_day, "marcus").take("Dev sent a message.")
    by_day.go_to("2026-10-20 07:29")

    assert told_since(by_day, "2026-10-19 18:00") == []


def test_who_read_it_in_the_night_is_asked_no_more(by_day: World):
    by_day.go_to("2026-10-19 22:00")
    with by_day.app.app_context():
        read_loop(loop(by_day, "cafe").id, by_day.cast.lena, clock.now())
    by_day.go_to("2026-10-20 07:31")

    assert said(by_day) == [ASKED]


def test_who_took_it_in_the_night_reads_it_and_nobody_else_is_asked(by_day: World):
    by_day.go_to("2026-10-20 06:30")
    Desk(by_day, "marcus").take("Dev sent a message.")
    by_day.go_to("2026-10-20 07:31")

    assert said(by_day) == [ASKED]


def test_what_was_read_in_time_is_not_said_to_be_unread(in_the_evening: World):
    with in_the_evening.app.app_context():
        read_loop(loop(in_the_evening, "cafe").id, in_the_evening.cast.priya, clock.now())
    in_the_evening.go_to("2026-10-20 07:31")

    assert said(in_the_evening) == [AT_NIGHT]


def test_in_the_night_it_is_with_those_who_were_told_and_not_with_who_is_on_cover_then(
    by_day: World,
):
    by_day.go_to("2026-10-19 22:00")
    (one,) = alerts(by_day, task=True)
    with by_day.app.app_context():
        assert {each.called for each in who_has(one, clock.now())} == {"Marcus", "Priya"}
