"""What is agreed changes on a day on which Dev said something already: what he said holds."""

from datetime import time

import pytest

from checkin import clock
from checkin.actions.change_agreement import change_agreement
from checkin.agreements.agreement import CheckTime
from checkin.storage import agreements
from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import DEV, Desk, Phone
from tests.journeys.records import alerts, at, check_in, kept

ARRIVE, HOME = (
    "Hi Dev. Are you there? Text OK. Late? Text LATE 20.",
    "Hi Dev. Are you home? Text OK.",
)
TUESDAY = "2026-10-20"


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, on a Tuesday on which it is asked when he leaves."""
    world.go_to(f"{TUESDAY} 09:15")
    return Phone(world)


def keep(world: World, **changes: object) -> None:
    """Marcus keeps a new version of what was agreed about Dev's texts."""
    with world.app.app_context():
        now = clock.now()
        found = agreements.agreements_of(world.cast.dev, now)
        before = next(one.agreement for one in found if one.agreement.key == "dev-group-days")
        draft = before.model_copy(
            update={
                "agreed_on": now.date(),
                "valid_from": now.date(),
                "effect_shown": "We would have rung you 2 times.",
                **changes,
            }
        )
        assert change_agreement(draft, world.cast.marcus, now) == ()


def times(world: World, **moved: time | None) -> tuple[CheckTime, ...]:
    """Return Dev's times with some moved, or (None) taken away."""
    with world.app.app_context():
        found = agreements.agreements_of(world.cast.dev, clock.now())
        before = next(one.agreement for one in found if one.agreement.key == "dev-group-days")
    agreed = [(one, moved.get(one.key, one.at)) for one in before.times]
    return tuple(one.model_copy(update={"at": new}) for one, new in agreed if new)


def asked(world: World, words: str) -> list[str]:
    """Return when Dev was asked so, also where it says first who rings him."""
    question = words.removeprefix("Hi Dev. ")
    return [
        at(world.at[one.key])[4:9]
        for one in world.sent
        if one.number == DEV and one.body.endswith(question)
    ]


def test_a_day_that_is_called_off_stays_called_off(world: World, phone: Phone) -> None:
    phone.arrives("not going today")
    keep(world, title="Texts on art days")
    world.go_to(f"{TUESDAY} 20:00")

    assert asked(world, ARRIVE) == asked(world, HOME) == []
    assert alerts(world) == []


def test_it_stays_so_when_the_time_of_day_changes_and_changes_again(
    world: World, phone: Phone
) -> None:
    phone.arrives("not going today")
    keep(world, times=times(world, arrive=time(10, 5)))
    keep(world, times=times(world, arrive=time(10)))
    world.go_to(f"{TUESDAY} 20:00")

    assert asked(world, ARRIVE) == []
    assert alerts(world) == []


def test_what_is_answered_before_it_is_asked_stays_answered(world: World, phone: Phone) -> None:
    phone.arrives("OK")
    phone.text(f"{TUESDAY} 09:50", "here")
    phone.text(f"{TUESDAY} 15:16", "home")
    keep(world, title="Texts on art days")
    world.go_to(f"{TUESDAY} 20:00")

    assert asked(world, HOME) == []
    assert alerts(world) == []


def test_what_staff_are_there_for_is_not_asked_after_all(world: World, phone: Phone) -> None:
    phone.arrives("OK")
    phone.text(f"{TUESDAY} 09:50", "here")
    home = check_in(world, world.cast.dev, f"{TUESDAY}T16:00", "home")
    world.go_to(f"{TUESDAY} 15:10")
    desk = Desk(world, "priya")
    desk.open(f"/staff/people/{world.cast.dev}")
    desk.press(f"{home.id}/with-staff")
    keep(world, title="Texts on art days")
    world.go_to(f"{TUESDAY} 20:00")

    assert asked(world, HOME) == []
    assert check_in(world, world.cast.dev, f"{TUESDAY}T16:00", "home").state == "with_staff"


def test_what_late_moved_past_its_agreed_time_is_asked_then(world: World, phone: Phone) -> None:
    phone.arrives("LATE 30")
    world.go_to(f"{TUESDAY} 10:22")
    keep(world, missed_after_minutes=25)
    world.go_to(f"{TUESDAY} 10:45")

    assert asked(world, ARRIVE) == ["10:30"]


def test_what_late_moved_stays_moved_and_has_the_new_waits(world: World, phone: Phone) -> None:
    phone.arrives("LATE 20")
    world.go_to(f"{TUESDAY} 09:20")
    keep(world, missed_after_minutes=30)
    world.go_to(f"{TUESDAY} 10:25")

    arrive = check_in(world, world.cast.dev, f"{TUESDAY}T10:00", "arrive")
    assert asked(world, ARRIVE) == ["10:20"]
    assert at(arrive.deadline_at) == "Tue 10:50:00"


def test_late_goes_with_a_time_of_day_that_is_changed(world: World, phone: Phone) -> None:
    phone.arrives("LATE 20")
    keep(world, times=times(world, arrive=time(10, 30)))
    world.go_to(f"{TUESDAY} 11:00")

    assert asked(world, ARRIVE) == ["10:50"]


def test_a_time_that_is_taken_away_and_comes_back_is_asked(world: World, phone: Phone) -> None:
    phone.arrives("OK")
    before = times(world)
    keep(world, times=times(world, arrive=None))
    keep(world, times=before)
    world.go_to(f"{TUESDAY} 10:05")

    assert asked(world, ARRIVE) == ["10:00"]
    assert len(kept(world, CheckInRow, key="arrive", local_slot=f"{TUESDAY}T10:00")) == 1


def test_a_time_that_is_taken_away_is_not_asked(world: World, phone: Phone) -> None:
    phone.arrives("OK")
    keep(world, times=times(world, arrive=None))
    world.go_to(f"{TUESDAY} 10:05")

    assert asked(world, ARRIVE) == []


def test_a_time_that_was_answered_and_is_agreed_anew_is_asked(world: World, phone: Phone) -> None:
    """Nothing was said about half past six: it is another time of that day."""
    phone.arrives("OK")
    phone.text(f"{TUESDAY} 09:50", "here")
    phone.text(f"{TUESDAY} 15:16", "home")
    keep(world, times=times(world, home=time(18, 30)))
    keep(world, times=times(world, home=time(18, 40)))
    world.go_to(f"{TUESDAY} 18:45")

    assert asked(world, HOME) == ["18:40"]


def test_after_a_stop_the_new_version_is_stopped_too_and_begins_with_a_start(
    world: World, phone: Phone
) -> None:
    phone.arrives("STOP")
    keep(world, missed_after_minutes=30)
    stopped = check_in(world, world.cast.dev, f"{TUESDAY}T10:00", "arrive")
    phone.text(f"{TUESDAY} 09:40", "START")
    world.go_to(f"{TUESDAY} 10:05")

    assert (stopped.state, stopped.next_at) == ("stopped_texts", stopped.due_at)
    assert asked(world, ARRIVE) == ["10:00"]
