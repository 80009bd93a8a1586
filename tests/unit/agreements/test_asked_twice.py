"""Dev is asked one thing once, whatever is agreed beside it."""

from datetime import date, time

import pytest
from agreed_people import DISCO_HOME, HOME, LEAVE, dev_agreement

from checkin.agreements.asked_twice import asked_twice

TODAY = date(2026, 10, 5)
OTHER = {"key": "dev-again", "title": "Texts again"}
SUNDAY_NIGHT = HOME.model_copy(update={"at": time(1, 30), "days": ("sun",)})


def twice(*times, others=(LEAVE, DISCO_HOME), today=TODAY, **changes):
    others = dev_agreement(times=others)
    return list(asked_twice(dev_agreement(**OTHER, **changes, times=times), [others], today))


@pytest.mark.parametrize("time_again", [LEAVE, LEAVE.model_copy(update={"days": ("mon", "tue")})])
def test_the_same_text_at_the_same_time_of_a_day_names_the_other_agreement(time_again):
    (said,) = twice(HOME, time_again)

    assert said == (
        "ask_leave at 09:15 is agreed already, in Texts on group days. "
        "Change that one, or pick another time."
    )
    assert said.at == ("times", 1)


@pytest.mark.parametrize(
    "changes",
    [{"days": ("mon",)}, {"at": time(9, 20)}, {"asks": "ask_home"}, {"second_time": True}],
)
def test_another_day_another_time_or_another_text_is_no_second(changes):
    assert twice(LEAVE.model_copy(update=changes)) == []


def test_one_night_is_one_of_the_nights_of_a_week():
    assert len(twice(SUNDAY_NIGHT)) == len(twice(DISCO_HOME)) == 1
    assert len(twice(DISCO_HOME, others=(SUNDAY_NIGHT,))) == 1
    assert twice(DISCO_HOME.model_copy(update={"on": date(2026, 10, 26)})) == []
    assert twice(SUNDAY_NIGHT.model_copy(update={"days": ("sat",)})) == []


def test_a_night_that_is_over_is_asked_no_more():
    assert twice(SUNDAY_NIGHT, today=date(2026, 10, 26)) == []
    assert twice(SUNDAY_NIGHT, valid_from=date(2026, 10, 26)) == []


def test_the_clock_of_another_zone_shows_another_moment():
    assert twice(LEAVE, zone="Europe/Paris") == []
