"""The watchdog says what is wrong at once, not each minute, and that it is right again."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from checkin.watchdog.barking import RIGHT_AGAIN, Said, to_say
from checkin.watchdog.what_is_wrong import Wrong

NOON = datetime(2026, 10, 20, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
LOOKS = Wrong("looks", "Nobody has looked for silence for 2 minutes.")
ALERT = Wrong("alert", "Alerts wait to go on: 1, the oldest for 2 minutes.")


def said_over(minutes: list[list[Wrong]]) -> list[str | None]:
    """Return what is said at each minute."""
    said, all_said = Said(), []
    for number, wrong in enumerate(minutes):
        words, said = to_say(said, wrong, NOON + number * MINUTE)
        all_said.append(words)
    return all_said


def test_it_says_so_at_once_and_again_only_after_a_quarter_of_an_hour():
    said = said_over([[LOOKS]] * 31)

    assert [number for number, one in enumerate(said) if one] == [0, 15, 30]
    assert said[0] == f"Checkin: {LOOKS.words} Ring people yourself."


def test_what_goes_wrong_besides_is_said_at_once_and_what_is_right_meanwhile_is_not():
    said = said_over([[LOOKS], [LOOKS], [LOOKS, ALERT], [LOOKS], [LOOKS, ALERT]])

    assert [bool(one) for one in said] == [True, False, True, False, False]


def test_what_goes_wrong_by_turns_is_not_said_at_each_turn():
    said = said_over([[LOOKS], [ALERT], [LOOKS], [ALERT]])

    assert [bool(one) for one in said] == [True, True, False, False]


def test_that_it_is_right_again_is_said_once():
    assert said_over([[LOOKS], [], [], [LOOKS], []]) == [
        f"Checkin: {LOOKS.words} Ring people yourself.",
        RIGHT_AGAIN,
        None,
        f"Checkin: {LOOKS.words} Ring people yourself.",
        RIGHT_AGAIN,
    ]


@given(st.lists(st.lists(st.sampled_from([LOOKS, ALERT]), unique=True), max_size=60))
def test_whatever_goes_wrong_is_said_within_that_minute_or_was_said_in_the_last_quarter(minutes):
    said = said_over(minutes)
    for number, wrong in enumerate(minutes):
        of_late = [one for one in said[max(0, number - 14) : number + 1] if one]
        assert not wrong or of_late
