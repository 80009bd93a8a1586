"""What Marcus said stands where Ana read it."""

from datetime import UTC, datetime

from checkin.conversation.saying.both_sides import Ours, Theirs, with_staff
from checkin.conversation.talking.staff_said import StaffSaid

NOON = datetime(2026, 10, 22, 11, tzinfo=UTC)
READ = StaffSaid("1", "Marcus", None, "Hello Ana.", NOON, read_at=NOON, before="kept")
WAITS = StaffSaid("2", "Jo", None, "See you at 4.", NOON)
HOW, GOOD = Ours("how", ("How was your morning?",)), Theirs("how", ("Good",))
KEPT, ALL = Ours("kept", ("Did staff keep to your plan?",)), Theirs("kept", ("All of it",))


def test_words_stand_before_the_question_that_waited_when_they_were_read():
    assert with_staff((HOW, GOOD, KEPT, ALL), (READ, WAITS)) == (HOW, GOOD, READ, KEPT, ALL)


def test_while_it_waits_still_they_stand_at_the_end():
    assert with_staff((HOW, GOOD), (READ, WAITS)) == (HOW, GOOD, READ)
