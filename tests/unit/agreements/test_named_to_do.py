"""Jo is named by Marcus for what was promised Dev; later she works here no more."""

from datetime import date

from checkin.agreements.happened import Person
from checkin.agreements.named_to_do import left_group, named_group, named_to_do, owner_left

DEV_HERE = Person("dev", "Dev", "priya", "Europe/London")


def named(due_on=None):
    return named_to_do("l1", 2, DEV_HERE, by="Marcus", who="Jo", staff_id="jo", due_on=due_on)


def test_jo_reads_who_named_her_and_by_when():
    task = named(date(2026, 10, 23))

    assert (task.title, task.for_staff) == ("Jo does what we promised Dev.", "jo")
    assert task.what[0] == "Marcus named Jo, by Friday 23 October."
    assert named().what[0] == "Marcus named Jo."
    assert task.group == named_group("l1")


def test_a_manager_names_somebody_else_where_jo_left():
    task = owner_left("l1", 2, DEV_HERE, "Jo", "lena")

    assert task.title == "Jo was to do what we promised Dev, and works here no more."
    assert (task.for_staff, task.about, task.group) == ("lena", "service", left_group("l1"))
