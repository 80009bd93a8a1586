"""Staff write down a phone for Dev, or take his away: what another is to do, and what is said of it."""

from datetime import UTC, datetime

import pytest

from checkin.agreements.happened import OwnPhone, Person, WordsFromBefore
from checkin.agreements.own_phones import (
    Written,
    change_of,
    from_before,
    from_new,
    not_checked,
    waits,
)
from checkin.agreements.reached import Reached
from checkin.agreements.thresholds import reached

NOON = datetime(2026, 10, 20, 11, tzinfo=UTC)
DEV = Person("dev", "Dev")
NEW = Written("07700 900777", "07700 900001", "Marcus", "Tue 20 Oct", "10:17")
NONE = Written("", "07700 900001", "Marcus", "Tue 20 Oct", "10:17")


def test_words_from_a_number_that_was_taken_away_say_that_nobody_checked_it():
    assert not_checked(NEW) == (
        "From 07700 900777, which Marcus wrote down on Tue 20 Oct. Nobody checked it."
    )


def one(happened: OwnPhone | WordsFromBefore) -> Reached:
    (found,) = reached([], happened, NOON, person=DEV)
    return found


def test_a_new_phone_is_checked_with_dev_and_not_by_that_phone():
    task = one(OwnPhone("c", "07700 900777", "Marcus", "jo"))

    assert task.title == "Dev has a new phone: 07700 900777."
    assert task.what[:2] == (
        "Marcus wrote it down for Dev.", "Ask Dev, not by that phone: is that right?",
    )  # fmt: skip
    assert (task.level, task.task, task.for_staff, task.about) == ("today", True, "jo", "service")


def test_a_phone_that_was_taken_away_is_checked_too():
    task = one(OwnPhone("c", "", "Marcus", "jo"))

    assert (task.title, task.what[0]) == ("Dev has no phone now.", "Marcus took it away.")


@pytest.mark.parametrize(
    ("number", "title"),
    [
        ("07700 900777", "Ask Dev about a new phone: 07700 900777."),
        ("", "Ask Dev about having no phone."),
    ],
)
def test_until_it_is_checked_it_says_which_phone_is_devs(number: str, title: str):
    task = one(OwnPhone("c", number, "Marcus", "jo", instead_of="07700 900001"))

    assert task.title == title
    assert task.what[-1] == "Until then Dev's phone is 07700 900001."


def test_words_from_a_number_that_waits_are_read_by_another():
    task = one(WordsFromBefore("h", "c", "Marcus", "jo", waits=True))

    assert task.title == "Somebody texted from a number that Marcus wrote down for Dev."
    assert task.what[0] == "Nobody checked it. It may be Dev who texts."


def test_a_second_change_is_a_task_of_its_own_in_the_place_of_the_first():
    first, second = (one(OwnPhone(key, "07700 900777", "Marcus")) for key in ("a", "b"))

    assert first.key != second.key
    assert first.group == second.group


def test_words_from_the_number_of_before_are_read_by_another_and_share_a_place():
    first, second = (one(WordsFromBefore(key, "c", "Marcus", "jo")) for key in ("h", "i"))

    assert first.title == "Somebody texted from a number that was Dev's."
    assert first.for_staff == "jo"
    assert first.key != second.key
    assert first.group == second.group


@pytest.mark.parametrize(
    "happened", [OwnPhone("c", "07700 900777", "Marcus"), WordsFromBefore("h", "c", "Marcus")]
)
def test_each_says_which_change_it_is_about(happened: OwnPhone | WordsFromBefore):
    task = one(happened)

    assert change_of(task.kind, task.key, task.group) == "c"


def test_any_other_alert_is_about_no_change():
    assert change_of("help_or_not_ok", "help:h", "help:dev") is None


def test_where_words_came_from_is_said_with_who_changed_it():
    assert from_new(NEW) == "From 07700 900777, which Marcus wrote down on Tue 20 Oct."
    assert from_before(NEW, "Dev") == (
        "From the number Dev had until 10:17, when Marcus changed it. Ring there: 07700 900001."
    )


def test_what_it_waits_for_is_said():
    asks = "Somebody else who leads asks Dev: is that right?"

    wrote, took = "Marcus wrote down 07700 900777", "Marcus took the phone away"
    until = "Until then we text 07700 900001."
    assert waits(NEW, "Dev", still=False) == f"{wrote} on Tue 20 Oct. {asks}"
    assert waits(NEW, "Dev", still=True) == f"{wrote} on Tue 20 Oct. {asks} {until}"
    assert waits(NONE, "Dev", still=True) == f"{took} on Tue 20 Oct. {asks} {until}"
