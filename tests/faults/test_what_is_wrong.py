"""Nobody looks, or what is due stands still: the watchdog sees it, and says nothing of anybody."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from checkin import clock
from checkin.actions.call_for_help import call_for_help
from checkin.app import app_to_look_with
from checkin.installation import here
from checkin.staff.on_duty import troubles
from checkin.storage import beats, inbox, provider_away
from checkin.storage.inbox import Came
from checkin.storage.transaction import kept_together
from checkin.watchdog.what_is_wrong import what_is_wrong
from tests.conftest import World, settings_for
from tests.journeys.doors import DEV, Phone

TUESDAY = "2026-10-20"
MINUTE = timedelta(minutes=1)


def wrong(world: World, later: timedelta = timedelta(0)) -> list[str]:
    with world.app.app_context():
        return [one.words for one in what_is_wrong(here().settings.data, clock.now() + later)]


def test_while_somebody_looks_and_all_goes_on_nothing_is_wrong(world: World):
    world.go_to(f"{TUESDAY} 10:30")

    assert wrong(world) == []
    assert wrong(world, MINUTE) == []


def test_nobody_looks_for_more_than_a_minute(world: World):
    world.go_to(f"{TUESDAY} 08:00")

    assert wrong(world, 5 * MINUTE) == ["Nobody has looked for silence for 5 minutes."]
    world.go_to(f"{TUESDAY} 08:05")
    assert wrong(world) == []  # and somebody looks again


@pytest.mark.parametrize(("seconds", "says"), [(60, False), (61, True)])
def test_staff_and_who_runs_it_read_of_the_same_minute(world: World, seconds: int, *, says: bool):
    world.go_to(f"{TUESDAY} 08:00")
    with world.app.app_context(), kept_together():
        beats.beat("one", clock.now())
        provider_away.took_nothing("text", clock.now())
    later = timedelta(seconds=seconds)

    with world.app.app_context(), world.app.test_request_context():
        above = " ".join(one.words for one in troubles(clock.now() + later, None))
    said = " ".join(wrong(world, later))

    assert ("has not looked for silence" in above) is says
    assert ("No text has gone out" in above) is says
    assert ("Nobody has looked for silence" in said) is says
    assert ("takes no text" in said) is says


def test_a_call_that_does_not_go_on_and_a_check_in_that_nobody_asks_are_said_without_a_name(
    world: World,
):
    world.go_to(f"{TUESDAY} 08:59")
    Phone(world).arrives("HELP")

    said = wrong(world, 20 * MINUTE)

    assert said[0] == "Nobody has looked for silence for 20 minutes."
    assert any(one.startswith("Alerts wait to go on: 1, the oldest for ") for one in said)
    assert any(one.startswith("Check-ins were due, and nobody looked: 1, ") for one in said)
    assert "Dev" not in " ".join(said)


def test_what_waits_to_be_sent_is_said(world: World):
    world.go_to(f"{TUESDAY} 08:59")
    Phone(world).arrives("HELP")
    with world.app.app_context(), kept_together():
        provider_away.took_nothing("text", clock.now())

    said = wrong(world, 3 * MINUTE)

    assert "The phone company takes no text, for 3 minutes." in said


def test_a_message_that_nobody_sends_is_said(world: World):
    world.go_to(f"{TUESDAY} 08:59")
    with world.app.app_context():
        call_for_help(world.cast.dev, clock.now())

    (said,) = (one for one in wrong(world, 3 * MINUTE) if one.startswith("Messages"))
    assert said.startswith("Messages wait to be sent: ")
    assert said.endswith(", the oldest for 3 minutes.")


def test_what_was_due_less_than_a_minute_ago_does_not_stand_still(world: World):
    world.go_to(f"{TUESDAY} 08:30")
    Phone(world).arrives("HELP")  # its next step is in two minutes

    assert wrong(world, 2.5 * MINUTE) == ["Nobody has looked for silence for 2 minutes."]
    assert "Alerts wait to go on: 1, the oldest for 2 minutes." in wrong(world, 4 * MINUTE)


def test_a_cry_that_waits_beside_the_database_is_said_after_a_minute(world: World):
    world.go_to(f"{TUESDAY} 08:59")
    came = Came("SM1", DEV, "HELP", pictures=False, at=clock.now())
    with world.app.app_context():
        inbox.put(here().settings.data, came)

    assert wrong(world, MINUTE) == []
    assert wrong(world, 2 * MINUTE)[-1] == (
        "Calls or texts wait beside the database: 1, the oldest for 2 minutes."
    )
    with world.app.app_context():
        inbox.done(here().settings.data, came)


def test_of_many_that_wait_there_it_says_how_long_the_oldest_does(world: World):
    world.go_to(f"{TUESDAY} 08:59")
    with world.app.app_context():
        for number in range(3):
            at = clock.now() - number * MINUTE
            inbox.put(here().settings.data, Came(f"SM{number}", DEV, "HELP", pictures=False, at=at))

    assert wrong(world, 2 * MINUTE)[-1] == (
        "Calls or texts wait beside the database: 3, the oldest for 4 minutes."
    )


@pytest.mark.parametrize("beside", [True, False])
def test_a_cry_there_that_nobody_can_read_is_counted_and_said(world: World, *, beside: bool):
    world.go_to(f"{TUESDAY} 08:59")
    data = world.app.installation.settings.data
    for number in range(2 if beside else 1):
        at = clock.now() - (3 - number) * MINUTE
        inbox.put(data, Came(f"SM{number}", DEV, "HELP", pictures=False, at=at))
    oldest = min((data / "inbox").glob("*.json"))
    oldest.write_text(oldest.read_text()[:-3])

    assert wrong(world, 2 * MINUTE)[-2:] == [
        f"Calls or texts wait beside the database: {2 if beside else 1}, the oldest for 5 minutes.",
        "Of those nobody can read 1, the oldest for 5 minutes: read what stands in the folder inbox by hand.",
    ]


def test_what_lies_there_under_another_name_waits_since_it_was_written(world: World):
    world.go_to(f"{TUESDAY} 08:59")
    strange = world.app.installation.settings.data / "inbox" / "00000000.json"
    strange.parent.mkdir(exist_ok=True)
    strange.write_text("{")
    written = (clock.now() - 4 * MINUTE).timestamp()
    os.utime(strange, (written, written))

    assert wrong(world)[0] == (
        "Calls or texts wait beside the database: 1, the oldest for 4 minutes."
    )


def test_what_was_heard_while_it_looks_does_not_wait(world: World, monkeypatch: pytest.MonkeyPatch):
    world.go_to(f"{TUESDAY} 08:59")
    data = world.app.installation.settings.data
    inbox.put(data, Came("SM1", DEV, "HELP", pictures=False, at=clock.now() - 3 * MINUTE))
    monkeypatch.setattr(
        Path, "read_text", lambda *_, **__: (_ for _ in ()).throw(FileNotFoundError)
    )

    assert wrong(world) == []


@pytest.mark.parametrize("folder", ["", "nowhere"])
def test_a_database_that_cannot_be_read_is_said(tmp_path: Path, folder: str):
    settings = settings_for(tmp_path / folder)
    with app_to_look_with(settings).app_context():
        (one,) = what_is_wrong(settings.data, datetime(2026, 10, 20, 9, tzinfo=UTC))

    assert one.words == "The database cannot be read: OperationalError."
