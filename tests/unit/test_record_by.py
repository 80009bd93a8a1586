"""The record says who did a thing: a person, by their id."""

from checkin.lives.record import by_person


def test_what_a_person_did_is_theirs_in_the_record():
    assert by_person("ana") == "person:ana"
