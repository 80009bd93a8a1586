"""A promise that did not help: who looks at it again, and what they read."""

import pytest
from agreed_people import DEV

from checkin.agreements.open_again import group_of, open_again


@pytest.mark.parametrize(
    ("why", "title"),
    [
        ("same", "Dev says: it is the same after what we did."),
        ("worse", "Dev says: it is worse after what we did."),
        ("not_done", "Dev says: it did not happen."),
    ],
)
def test_whoever_promised_it_and_the_manager_look_again_and_nothing_is_quoted(why, title):
    work = open_again("l1", 1, why, "marcus", DEV)

    assert (work.title, work.level, work.about) == (title, "today", "service")
    assert (work.for_staff, work.managers_too) == ("marcus", True)


def test_each_time_it_opens_again_is_work_of_its_own_about_one_promise():
    first, second = (open_again("l1", number, "same", None, DEV) for number in (1, 2))

    assert first.key != second.key
    assert first.group == second.group == group_of("l1") != group_of("l2")
