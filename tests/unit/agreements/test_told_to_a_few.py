"""What Ana told a few: somebody reads it in time, and she hears what was decided."""

from checkin.agreements.happened import Person
from checkin.agreements.tell_in_person import tell_in_person
from checkin.agreements.unread_words import unread_words

ANA = Person("ana", "Ana")


def test_whoever_decided_tells_her_in_person_and_quotes_nothing():
    task = tell_in_person("loop", "1", "priya", ANA)

    assert (task.level, task.task, task.for_staff) == ("today", True, "priya")
    assert task.title == "Tell Ana yourself what we decided."
    assert task.key != tell_in_person("loop", "2", "priya", ANA).key
    assert task.group == tell_in_person("loop", "2", "priya", ANA).group


def test_what_nobody_read_is_asked_for_once():
    assert unread_words("loop", ANA).key == unread_words("loop", ANA).group
    assert unread_words("loop", ANA).level == "today"
