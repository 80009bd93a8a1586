"""What the person says of an agreement: nobody says "shown" of what was not on their page."""

from datetime import UTC, datetime, timedelta

from checkin.agreements.happened import Person
from checkin.agreements.own_view import (
    NotShown,
    Says,
    SetIt,
    Shown,
    needs_a_talk,
    of_their_own,
    standing,
)

NOON = datetime(2026, 10, 20, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
DEV = Person("dev", "Dev", "priya")


def test_what_nobody_showed_is_not_shown():
    assert standing([]) == NotShown()


def test_what_they_said_last_stands_though_they_look_at_it_again():
    assert standing([("shown", NOON, None, "")]) == Shown(NOON)
    assert standing([("talk_first", NOON, None, ""), ("agrees", LATER, "priya", "at home")]) == (
        Says("agrees", LATER, "priya", "at home")
    )
    assert standing([("agrees", NOON, None, ""), ("shown", LATER, None, "")]) == (
        Says("agrees", NOON)
    )


def test_his_own_no_ends_by_him_or_by_who_leads_and_not_by_what_a_worker_notes():
    no, noted = ("does_not_agree", NOON, None, ""), ("agrees", LATER, "priya", "at home")

    assert standing([no, noted]) == Says(
        "does_not_agree", NOON, beside=Says("agrees", LATER, "priya", "at home")
    )
    assert standing([no, noted], leads={"priya"}) == Says("agrees", LATER, "priya", "at home")
    assert standing([no, noted, ("agrees", LATER, None, "")]) == Says("agrees", LATER)
    jos_no = ("does_not_agree", LATER, "jo", "on the phone")
    assert standing([no, jos_no, noted], leads={"jo"}).view == "does_not_agree"


def test_who_agrees_needs_no_talk_and_who_does_not_has_one_with_their_keyworker():
    task = needs_a_talk("v1", "Group days", "does_not_agree", 2, DEV, NOON)

    assert needs_a_talk("v1", "Group days", "agrees", 2, DEV, NOON) is None
    assert (task.title, task.level) == ("Dev does not agree: Group days.", "plan")
    assert (task.for_staff, task.task) == ("priya", True)


def test_a_second_no_of_one_version_is_work_of_its_own():
    first, second = (needs_a_talk("v1", "Group days", "talk_first", no, DEV, NOON) for no in (2, 4))

    assert first.key != second.key
    assert first.group == second.group


def test_what_dev_set_himself_he_is_not_asked_about_until_he_says_otherwise():
    no = Says("does_not_agree", LATER)

    assert of_their_own(NotShown(), NOON, None) == SetIt(NOON)
    assert of_their_own(NotShown(), NOON, "priya") == NotShown()
    assert of_their_own(no, NOON, None) == no
