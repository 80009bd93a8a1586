"""The watchdog texts whom it was told to, by its own account, and asks at its address while all is right."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from flask import Flask

from checkin import clock
from checkin.channels.phone_company.client import client_for
from checkin.channels.text.stand_in import Fails, KeepsThenHangs, StandIn
from checkin.settings import SettingsError
from checkin.watchdog import keep_watch as keeps_watch
from checkin.watchdog.keep_watch import keep_watch
from checkin.watchdog.settings import Watch, read_watch
from tests.conftest import World
from tests.texts.conftest import company, nobody_listens, served, settings

__all__ = ["company", "nobody_listens", "settings"]

ON_CALL, TOO = "+447700900777", "+447700900778"
OURS = {"CHECKIN_SECRET_KEY": "a secret of the tests alone"}
ACCOUNT = {"ACCOUNT": "AC1", "TOKEN": "t", "NUMBER": "07700 900000"}
TUESDAY = "2026-10-20"
NOBODY_LOOKS = "Nobody has looked for silence for "


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """An address that waits to be asked, and each time that it was."""
    app, times = Flask("outside"), list[str]()
    app.get("/ping")(lambda: times.append("asked") or "ok")
    with served(app) as address:
        yield f"{address}/ping", times


class Stops(threading.Event):
    """Stops the watch after so many looks, with no wait between."""

    def __init__(self, looks: int) -> None:
        super().__init__()
        self.left = looks

    def wait(self, timeout: float | None = None) -> bool:
        """Go on to the next look."""
        assert timeout == 60
        self.left -= 1
        if not self.left:
            self.set()
        return self.is_set()


def watched(world: World, company: StandIn, looks: int, later: timedelta, ping: str) -> list[str]:
    """Watch so many times, so long after the last look for silence; return what was said here."""
    said = list[str]()
    watch = Watch(
        replace(company.settings, data=world.app.installation.settings.data), (ON_CALL, TOO), ping
    )

    def now() -> datetime:
        return clock.now() + later

    keep_watch(watch, world.app.app_context, now, said.append, Stops(looks))
    return said


def test_while_all_is_right_it_asks_outside_each_minute_and_texts_nobody(
    world: World, company: StandIn, asked: tuple[str, list[str]]
):
    address, times = asked
    world.go_to(f"{TUESDAY} 10:30")

    assert watched(world, company, 3, timedelta(0), address) == []
    assert len(times) == 3
    assert company.of(ON_CALL) == []


def test_while_nobody_looks_it_texts_each_of_them_once_and_does_not_ask(
    world: World, company: StandIn, asked: tuple[str, list[str]]
):
    address, times = asked
    world.go_to(f"{TUESDAY} 08:00")

    (said,) = watched(world, company, 3, timedelta(minutes=5), address)

    assert said.startswith(f"Checkin: {NOBODY_LOOKS}5 minutes.")
    assert times == []
    for number in (ON_CALL, TOO):
        assert [one.body for one in company.of(number)] == [said]


def test_a_text_that_is_refused_keeps_it_from_nobody_else(world: World, company: StandIn):
    world.go_to(f"{TUESDAY} 08:00")
    company.faults.append(Fails(status=400, code=21211))

    watched(world, company, 1, timedelta(minutes=5), "")

    assert [bool(company.of(number)) for number in (ON_CALL, TOO)] == [False, True]


def test_a_text_that_does_not_go_for_now_is_tried_at_the_next_look_until_it_went(
    world: World, company: StandIn
):
    world.go_to(f"{TUESDAY} 08:00")
    company.faults.append(Fails(status=429, code=20429))

    watched(world, company, 3, timedelta(minutes=5), "")

    assert [len(company.of(number)) for number in (ON_CALL, TOO)] == [1, 1]


def test_a_text_that_went_though_no_answer_came_is_not_sent_again_each_minute(
    world: World, company: StandIn, monkeypatch: pytest.MonkeyPatch
):
    world.go_to(f"{TUESDAY} 08:00")
    soon = partial(client_for, answer_seconds=0.3)
    monkeypatch.setattr(keeps_watch, "client_for", soon)
    company.faults.append(KeepsThenHangs(seconds=1))

    watched(world, company, 3, timedelta(minutes=5), "")

    assert [len(company.of(number)) for number in (ON_CALL, TOO)] == [1, 1]


def test_an_address_outside_that_does_not_answer_stops_nothing(
    world: World, company: StandIn, nobody_listens
):
    world.go_to(f"{TUESDAY} 10:30")

    assert watched(world, company, 2, timedelta(0), nobody_listens()) == []


def test_what_is_not_set_is_as_checkin_itself_has_it(tmp_path: Path):
    known = {**OURS, "CHECKIN_DATA": str(tmp_path)}
    own = {f"CHECKIN_WATCHDOG_TWILIO_{name}": said for name, said in ACCOUNT.items()}
    watch = read_watch({**known, **own, "CHECKIN_WATCHDOG_TEXTS": "07700 900777, +447700900778"})

    assert watch.texts == (ON_CALL, TOO)
    assert watch.settings.twilio_account == "AC1"
    assert read_watch(known).settings.database == f"sqlite:///{tmp_path / 'checkin.db'}"
    reads = read_watch({**known, "CHECKIN_WATCHDOG_DATABASE": "postgresql://reader@here/checkin"})
    assert reads.settings.database == "postgresql+psycopg://reader@here/checkin"


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"CHECKIN_WATCHDOG_TEXTS": "07700 900777"}, "there is no account to text by"),
        ({"CHECKIN_WATCHDOG_TEXTS": "12"}, "CHECKIN_WATCHDOG_TEXTS is '12'."),
    ],
)
def test_whom_it_cannot_tell_is_said_as_it_starts(tmp_path: Path, more: dict[str, str], says: str):
    with pytest.raises(SettingsError, match=says):
        read_watch({**OURS, "CHECKIN_DATA": str(tmp_path), **more})


def test_the_command_looks_once_and_exits_with_one_where_something_is_wrong(tmp_path: Path):
    known = {**OURS, "CHECKIN_DATA": str(tmp_path), "PATH": ""}
    ran = subprocess.run(
        [sys.executable, "-m", "checkin", "watchdog", "--once"],
        env=known, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip

    assert (ran.returncode, ran.stdout) == (1, "The database cannot be read: OperationalError.\n")
