"""What Marcus writes down of himself, as said by Ana, is for another to ask her about, and never for him."""

from datetime import UTC, datetime

from checkin.agreements.done_alone import writer_of
from checkin.agreements.happened import Person, WroteOfThemself
from checkin.agreements.thresholds import reached

NOON = datetime(2026, 10, 19, 11, tzinfo=UTC)
ANA = Person("ana", "Ana")


def test_another_asks_her_whether_she_said_it():
    wrote = WroteOfThemself("talk:marcus:1", "marcus", "Marcus", "I lied about Marcus", "jo")

    (task,) = reached([], wrote, NOON, person=ANA)

    assert task.title == "Marcus wrote down what Ana said of Marcus."
    assert task.what == ('"I lied about Marcus"', "Ask Ana: did you say that?")
    assert (task.level, task.task, task.for_staff) == ("today", True, "jo")
    assert writer_of(task.kind, task.key) == "marcus"
