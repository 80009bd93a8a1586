"""The walks in CONTRIBUTING are the ways that the code goes, and every place it names is there."""

import re
import sys
from collections.abc import Callable
from datetime import time
from pathlib import Path

import pytest

from checkin import clock
from checkin.actions.take_in import take_in
from checkin.paths import FLOWS
from checkin.storage.inbox import Came
from checkin.worker.look import look
from tests.conftest import World
from tests.journeys.agreed_otherwise import checklist_by_text
from tests.journeys.doors import DEV

ROOT = FLOWS.parent
PAPER = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BY_PHONE = ("channels/", "actions/send_messages")
NAMED = re.compile(r"`([a-z_]+(?:/[a-z_]+)*/(?:[a-z_]+\.(?:py|yaml|md))?)`")


def _steps(title: str) -> list[str]:
    """Return the files that a walk names, in order, but for those that want a phone company."""
    walk = next(line for line in PAPER.splitlines() if line.startswith(f"**{title}.**"))
    names = re.findall(r"`([a-z_/]+)(?:\.[a-z_]+)?`", walk)
    return [name for name in names if not name.startswith(BY_PHONE)]


def _files_entered(do: Callable[[], object]) -> list[str]:
    """Return the files of Checkin that were entered, in order."""
    seen: list[str] = []

    def note(frame: object, happening: str, _: object) -> None:
        file = Path(frame.f_code.co_filename)  # type: ignore[attr-defined]
        if happening == "call" and file.is_relative_to(ROOT / "checkin"):
            seen.append(str(file.relative_to(ROOT / "checkin").with_suffix("")))

    sys.setprofile(note)
    try:
        do()
    finally:
        sys.setprofile(None)
    return seen


def _stands_in_order(steps: list[str], entered: list[str]) -> bool:
    left = iter(entered)
    return all(step in left for step in steps)  # each is looked for behind the one before


@pytest.mark.parametrize("name", sorted(set(NAMED.findall(PAPER))))
def test_every_place_that_it_names_is_there(name: str) -> None:
    assert (ROOT / "checkin" / name).exists() or (ROOT / name).exists() or _is_a_room(name)


def _is_a_room(name: str) -> bool:
    return any((ROOT / "checkin").glob(f"*/{name}"))


def test_an_ok_by_text_goes_the_way_it_says(world: World) -> None:
    world.go_to("2026-10-20 09:16")
    with world.app.app_context():
        came = Came("SM1", DEV, "OK", pictures=False, at=clock.now())
        entered = _files_entered(lambda: take_in(came, clock.now()))

    steps = _steps("An OK by text")
    assert len(steps) >= 5
    assert _stands_in_order(steps, entered), dict.fromkeys(entered)


def test_a_silence_goes_the_way_it_says(world: World) -> None:
    world.go_to("2026-10-20 09:34")
    late = clock.now().replace(minute=36)
    with world.app.app_context():
        entered = _files_entered(lambda: look(late))

    steps = _steps("A silence")
    assert len(steps) >= 4
    assert _stands_in_order(steps, entered), dict.fromkeys(entered)


def test_an_answer_by_text_goes_the_way_it_says(world: World) -> None:
    checklist_by_text(world, until=time(9, 10))
    world.go_to("2026-10-20 08:31")
    with world.app.app_context():
        came = Came("SM1", DEV, "im going", pictures=False, at=clock.now())
        entered = _files_entered(lambda: take_in(came, clock.now()))

    steps = _steps("An answer by text")
    assert len(steps) >= 7
    assert _stands_in_order(steps, entered), dict.fromkeys(entered)


def test_an_alert_that_nobody_takes_goes_the_way_it_says(world: World) -> None:
    world.go_to("2026-10-20 09:34")
    with world.app.app_context():
        look(clock.now().replace(minute=36))
        entered = _files_entered(lambda: look(clock.now().replace(minute=59)))

    steps = _steps("Nobody takes an alert")
    assert len(steps) >= 5
    assert _stands_in_order(steps, entered), dict.fromkeys(entered)
