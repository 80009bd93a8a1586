"""Whose a task is: for Priya, with Lena on cover and Jo as manager."""

from checkin.agreements.for_one import ForOne, takers

HERE = frozenset({"priya", "marcus", "lena", "jo"})
JO = frozenset({"jo"})


def test_what_is_for_priya_is_for_her_alone():
    assert takers(ForOne("priya", HERE, managers=JO)) == {"priya"}


def test_whoever_was_told_of_it_may_take_it_too():
    assert takers(ForOne("priya", HERE, frozenset({"marcus"}), JO)) == {"priya", "marcus"}


def test_a_manager_may_where_priya_left():
    assert takers(ForOne("priya", HERE - {"priya"}, managers=JO)) == {"jo"}


def test_what_is_about_the_service_is_every_managers_too():
    assert takers(ForOne("priya", HERE, managers=JO, of_service=True)) == {"priya", "jo"}


def test_jo_whom_it_is_about_never_may():
    task = ForOne("jo", HERE - {"jo"}, told=JO, managers=JO, of_service=True)

    assert takers(task) == HERE - {"jo"}
