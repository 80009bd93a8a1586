"""Dev's four days out."""

from checkin.agreements.journeys import Journey, OnTheWay, journey


def test_j1_late_and_home_is_a_success_with_twenty_minutes_late():
    day = [
        OnTheWay("leave", "answered", 20),
        OnTheWay("arrive", "answered"),
        OnTheWay("home", "answered"),
    ]

    assert journey(day) == Journey("success", 20, frozenset())


def test_j2_a_flat_phone_at_the_hall_is_a_success_that_sam_confirmed():
    day = [
        OnTheWay("leave", "answered"),
        OnTheWay("arrive", "missed", confirmed_by_other=True, answered_late=True),
        OnTheWay("home", "answered"),
    ]

    assert journey(day) == Journey("success", 0, frozenset({"confirmed_by_other", "answered_late"}))


def test_j3_home_with_lena_is_supported_and_no_failure():
    day = [
        OnTheWay("leave", "answered"),
        OnTheWay("arrive", "answered"),
        OnTheWay("home", "with_staff"),
    ]

    assert journey(day).outcome == "supported"


def test_not_going_is_not_started():
    day = [
        OnTheWay("leave", "declined"),
        OnTheWay("arrive", "cancelled"),
        OnTheWay("home", "cancelled"),
    ]

    assert journey(day) == Journey("not_started", 0, frozenset())
    assert journey([]).outcome == "not_started"


def test_turning_back_on_the_way_is_ended_early():
    day = [
        OnTheWay("leave", "answered"),
        OnTheWay("arrive", "cancelled"),
        OnTheWay("home", "cancelled"),
    ]

    assert journey(day) == Journey("ended_early", 0, frozenset())


def test_a_silence_nobody_could_explain_is_said_and_never_called_a_success():
    day = [
        OnTheWay("leave", "answered"),
        OnTheWay("arrive", "answered"),
        OnTheWay("home", "missed"),
    ]

    assert journey(day) == Journey("ended_early", 0, frozenset({"not_heard"}))


def test_a_silence_on_the_way_and_home_in_time_is_a_success_that_says_so():
    day = [
        OnTheWay("leave", "answered"),
        OnTheWay("arrive", "missed"),
        OnTheWay("home", "answered"),
    ]

    assert journey(day) == Journey("success", 0, frozenset({"not_heard"}))


def test_home_told_late_counts_as_home():
    day = [OnTheWay("leave", "answered"), OnTheWay("home", "missed", answered_late=True)]

    assert journey(day) == Journey("success", 0, frozenset({"answered_late"}))
