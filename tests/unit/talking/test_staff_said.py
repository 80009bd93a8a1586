"""What Marcus said stands where Ana read it."""

from datetime import UTC, datetime

from checkin.conversation.talking.staff_said import StaffSaid, said_before

NOON = datetime(2026, 10, 22, 11, tzinfo=UTC)


def test_words_stand_before_the_question_that_waited_when_they_were_read():
    read = StaffSaid("1", "Marcus", None, "Hello Ana.", NOON, read_at=NOON, before="daily_how")
    waiting = StaffSaid("2", "Jo", None, "See you at 4.", NOON)

    assert said_before((read, waiting), "daily_how") == (read,)
    assert said_before((read, waiting), None) == ()
