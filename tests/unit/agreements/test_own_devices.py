"""A device is let in as Ana's own, or she says that it is not: what a manager is asked to do."""

from dataclasses import replace
from datetime import UTC, datetime

from checkin.agreements.happened import OwnDevice, Person
from checkin.agreements.own_devices import (
    Known,
    NotKnown,
    device_of,
    from_whom,
    not_from_you,
    said_so,
    waits_for,
    waits_for_you,
    you_said_not_yours,
)
from checkin.agreements.thresholds import reached

NOON = datetime(2026, 10, 20, 11, tzinfo=UTC)
ANA = Person("ana", "Ana")


def test_a_manager_asks_her_whether_it_is_hers():
    (task,) = reached([], OwnDevice("d", "Ana's phone", "Marcus", "jo"), NOON, person=ANA)

    assert (task.kind, task.task, task.for_staff) == ("own_device", True, "jo")
    assert task.what[:2] == ("Marcus let it in.", "Ask Ana: is this yours?")


def test_what_she_says_is_not_hers_is_soon_and_stands_beside_the_task():
    denied = OwnDevice("d", "Ana's phone", "Marcus", "jo", denied="no")
    (task,) = reached([], OwnDevice("d", "Ana's phone", "Marcus", "jo"), NOON, person=ANA)
    (alert,) = reached([], denied, NOON, person=ANA)

    assert (alert.level, alert.task, alert.for_staff) == ("soon", False, "jo")
    assert alert.title == "Ana says that a device is not theirs: Ana's phone."
    assert alert.group != task.group


def test_that_she_does_not_know_is_said_so():
    asked = OwnDevice("d", "Ana's phone", "Marcus", "jo", denied="dont_know")
    (alert,) = reached([], asked, NOON, person=ANA)

    assert alert.title == "Ana does not know whether a device is theirs: Ana's phone."


def test_a_device_is_hers_once_she_and_a_second_one_say_so():
    said = {
        (theirs, cleared): Known("marcus", theirs, cleared, elsewhere=True).is_theirs
        for theirs in (False, True)
        for cleared in (False, True)
    }

    assert [both for both, known in said.items() if known] == [(True, True)]


def test_who_let_it_in_is_no_second_one():
    known = Known("marcus", theirs=True, cleared=False, elsewhere=True)

    assert known.may_be_cleared_by("jo")
    assert not known.may_be_cleared_by("marcus")
    assert not replace(known, cleared=True).may_be_cleared_by("jo")


def test_who_leads_says_so_once_she_did_where_she_can():
    known = Known("marcus", theirs=False, cleared=False, elsewhere=True)

    assert not known.may_be_cleared_by("jo")
    assert replace(known, elsewhere=False).may_be_cleared_by("jo")


def test_on_which_device_she_said_so_is_read_with_who_let_that_in():
    assert said_so("Ana", "Kitchen", "Marcus", "at 10:05") == (
        "Ana said that it is theirs on Kitchen, which Marcus let in, at 10:05."
    )
    assert "on Kitchen, at 10:05." in said_so("Ana", "Kitchen", None, "at 10:05")


def test_what_it_waits_for_is_what_nobody_said_yet():
    known = Known("marcus", theirs=False, cleared=False, elsewhere=True)

    assert waits_for(known, "Ana", "Marcus")[0] == (
        "Waits for Ana to say that it is theirs, on a tablet they used before, "
        "and for somebody who leads, not Marcus, to say so."
    )
    assert "no other tablet" in waits_for(replace(known, elsewhere=False), "Ana", "Marcus")[0]
    assert len(waits_for_you(known, "Marcus")) == 2
    assert waits_for_you(replace(known, cleared=True), "Marcus") == (
        "Say on a tablet you used before: it is mine.",
    )
    assert waits_for_you(replace(known, cleared=True, elsewhere=False), "Marcus") == (
        "Show it to somebody who leads here.",
    )


def test_it_is_known_which_device_a_task_is_about():
    (task,) = reached([], OwnDevice("d", "Ana's phone", "Marcus", "jo"), NOON, person=ANA)

    assert device_of(task.kind, task.key) == "d"
    assert device_of("free_message", "free_message:d") is None


def test_staff_read_from_which_device_it_came_and_what_is_known_of_that():
    phone = NotKnown("Ana's phone", "Marcus", "Thu 26 Nov")
    let_in = "From Ana's phone, which Marcus let in on Thu 26 Nov."

    assert from_whom(phone, "Ana") == f"{let_in} It is not known to be Ana's."
    assert from_whom(replace(phone, denied="no", turned_away=True), "Ana") == (
        f"{let_in} Ana says that this device is not theirs. Nobody knows who wrote this."
    )
    assert from_whom(replace(phone, denied="dont_know", turned_away=True), "Ana") == (
        f"{let_in} Ana does not know whether this device is theirs. Nobody knows who wrote this."
    )
    assert from_whom(replace(phone, turned_away=True), "Ana") == (
        f"{let_in} It was turned away, and was never known to be Ana's."
    )


def test_she_reads_that_it_is_not_known_for_hers():
    phone = NotKnown("Ana's phone", "Marcus", "Thu 26 Nov")

    assert not_from_you(phone) == "This came from a device. Nobody knows yet if it is yours."
    assert not_from_you(replace(phone, denied="no")) == (
        "This came from a device that is not yours."
    )
    assert "You do not know" in not_from_you(replace(phone, denied="dont_know"))


def test_what_she_said_of_it_is_said_back_to_her():
    away = "It was turned away."

    assert you_said_not_yours("Tab", "no") == ("You said: Tab is not yours.", away)
    assert you_said_not_yours("Tab", "dont_know") == (
        "You said: I do not know if Tab is mine.",
        away,
    )
