"""A clock that jumps is not believed at once."""

from datetime import UTC, datetime, timedelta

import pytest

from checkin.steady import BELIEVED_AFTER, Looked, Steady

NOON = datetime(2026, 10, 20, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Machine:
    """Two clocks of one machine: one that runs, and one on the wall that anybody can set."""

    def __init__(self) -> None:
        self.running, self.ahead = 50.0, timedelta(0)
        self.steady = Steady(self.looked())

    def looked(self) -> Looked:
        wall = NOON + timedelta(seconds=self.running - 50.0) + self.ahead
        return Looked(wall, self.running)

    def after(self, seconds: float) -> timedelta:
        """Look after some seconds; return how much time has passed since noon, as it is believed."""
        self.running += seconds
        looked = self.looked()
        self.steady = self.steady.after(looked)
        return self.steady.time_at(looked) - NOON


@pytest.mark.parametrize("jump", [HOUR, -HOUR, timedelta(days=400)])
def test_six_seconds_of_another_time_change_nothing(jump: timedelta) -> None:
    machine = Machine()
    machine.ahead = jump
    assert machine.after(1) == timedelta(seconds=1)
    assert machine.steady.jumped_by(machine.looked()) == jump
    assert machine.after(5) == timedelta(seconds=6)

    machine.ahead = timedelta(0)

    assert machine.after(1) == timedelta(seconds=7)
    assert machine.steady.doubted_since is None


@pytest.mark.parametrize("jump", [HOUR, -HOUR])
def test_a_clock_that_stays_where_it_jumped_to_is_believed_after_ten_minutes(
    jump: timedelta,
) -> None:
    machine = Machine()
    machine.ahead = jump
    machine.after(1)

    assert machine.after(BELIEVED_AFTER - 1) == timedelta(seconds=BELIEVED_AFTER)
    assert machine.after(1) == timedelta(seconds=BELIEVED_AFTER + 1) + jump


def test_two_glitches_are_doubted_each_by_itself() -> None:
    machine = Machine()
    for _ in range(3):
        machine.ahead = HOUR
        machine.after(BELIEVED_AFTER - 1)
        machine.ahead = timedelta(0)
        machine.after(1)
    machine.ahead = HOUR

    assert machine.after(1) < HOUR


def test_a_clock_that_is_put_right_little_by_little_is_followed() -> None:
    machine = Machine()
    for _ in range(10):
        machine.ahead += timedelta(seconds=2)
        machine.after(60)

    assert machine.after(60) == timedelta(seconds=660 + 20)


def test_a_step_of_a_few_seconds_is_nobodys_to_read() -> None:
    machine = Machine()
    machine.ahead = timedelta(seconds=4)
    machine.after(1)

    assert machine.steady.doubted_since is None
