"""A device is let in as Ana's own, or she says that it is not: what a manager is asked to do."""

from datetime import UTC, datetime

from checkin.agreements.happened import OwnDevice, Person
from checkin.agreements.own_devices import device_of
from checkin.agreements.thresholds import reached

NOON = datetime(2026, 10, 20, 11, tzinfo=UTC)
ANA = Person("ana", "Ana")


def test_a_manager_asks_her_whether_it_is_hers():
    (task,) = reached([], OwnDevice("d", "Ana's phone", "Marcus", "jo"), NOON, person=ANA)

    assert (task.kind, task.task, task.for_staff) == ("own_device", True, "jo")
    assert task.what == ("Marcus let it in.", "Ask Ana: is this yours?")


def test_what_she_says_is_not_hers_is_soon_and_stands_beside_the_task():
    denied = OwnDevice("d", "Ana's phone", "Marcus", "jo", not_theirs=True)
    (task,) = reached([], OwnDevice("d", "Ana's phone", "Marcus", "jo"), NOON, person=ANA)
    (alert,) = reached([], denied, NOON, person=ANA)

    assert (alert.level, alert.task, alert.for_staff) == ("soon", False, "jo")
    assert alert.title == "Ana says that a device is not theirs: Ana's phone."
    assert alert.group != task.group


def test_it_is_known_which_device_a_task_is_about():
    (task,) = reached([], OwnDevice("d", "Ana's phone", "Marcus", "jo"), NOON, person=ANA)

    assert device_of(task.kind, task.key) == "d"
    assert device_of("free_message", "free_message:d") is None
