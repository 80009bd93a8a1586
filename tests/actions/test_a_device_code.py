"""A tablet is let in with a code: once, soon, and not by guessing."""

from datetime import timedelta

import pytest

from checkin import clock
from checkin.actions.enrol_device import MOST_TRIES, TooManyTriesError, enrol, make_code
from tests.conftest import World


def _code(world: World) -> str:
    return make_code(world.cast.house, "Lounge", world.cast.marcus, clock.now())


def _wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def test_a_code_lets_in_one_device_and_no_second(world: World) -> None:
    with world.app.app_context():
        code = _code(world)

        first = enrol(code, clock.now(), door="lounge")
        second = enrol(code, clock.now(), door="lounge")

    assert first
    assert second is None


def test_every_wrong_code_is_counted_until_even_the_right_one_must_wait(world: World) -> None:
    with world.app.app_context():
        code = _code(world)
        for _ in range(MOST_TRIES):
            assert enrol(_wrong(code), clock.now(), door="lounge") is None

        with pytest.raises(TooManyTriesError):
            enrol(code, clock.now(), door="lounge")


def test_wrong_codes_at_one_door_do_not_shut_another(world: World) -> None:
    with world.app.app_context():
        code = _code(world)
        for _ in range(MOST_TRIES):
            enrol(_wrong(code), clock.now(), door="lounge")

        assert enrol(code, clock.now(), door="kitchen")


def test_ten_minutes_later_a_door_that_was_tried_too_often_is_open_again(world: World) -> None:
    with world.app.app_context():
        for _ in range(MOST_TRIES):
            enrol(_wrong("123456"), clock.now(), door="lounge")
        later = clock.now() + timedelta(minutes=10, seconds=1)
        code = make_code(world.cast.house, "Lounge", world.cast.marcus, later)

        assert enrol(code, later, door="lounge")


def test_a_code_is_good_for_ten_minutes_and_no_longer(world: World) -> None:
    with world.app.app_context():
        code = _code(world)

        assert enrol(code, clock.now() + timedelta(minutes=10), door="lounge") is None


def test_whoever_must_wait_is_told_how_long_and_it_is_so(world: World) -> None:
    with world.app.app_context():
        now = clock.now()
        for minute in range(MOST_TRIES):
            enrol("000000", now + timedelta(seconds=30 * minute), door="lounge")
        with pytest.raises(TooManyTriesError) as fault:
            enrol("000000", now + timedelta(minutes=6), door="lounge")

        after = now + timedelta(minutes=6) + fault.value.wait
        with pytest.raises(TooManyTriesError):
            enrol("000000", after - timedelta(seconds=1), door="lounge")
        assert enrol("000000", after + timedelta(seconds=1), door="lounge") is None
