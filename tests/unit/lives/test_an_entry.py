"""An entry holds on to the one before it, and to nobody's words."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from checkin.lives.record import CHECKIN, Entry, as_text, by_staff, chained, digest

NOON = datetime(2026, 10, 20, 12, tzinfo=UTC)
TAKEN = Entry(NOON, "staff:marcus", "alert_step", "alert:1", {}, "dev")


def test_staff_are_named_and_otherwise_it_was_checkin():
    assert by_staff("marcus") == "staff:marcus"
    assert by_staff(None) == CHECKIN


def test_what_an_entry_says_is_always_written_alike():
    assert as_text({"b": 1, "a": "ü"}) == as_text({"a": "ü", "b": 1}) == '{"a":"ü","b":1}'


def test_words_are_there_as_a_digest_only():
    assert digest("i am so lonely") != digest("i am fine")
    assert "lonely" not in digest("i am so lonely")
    assert digest(None) == digest("")


def test_the_same_moment_in_another_zone_is_the_same_entry():
    there = TAKEN._replace(at=NOON.astimezone(ZoneInfo("Europe/Berlin")))

    assert chained("", 1, there, "{}") == chained("", 1, TAKEN, "{}")


@pytest.mark.parametrize(
    ("before", "number", "what"), [("other", 1, "{}"), ("", 2, "{}"), ("", 1, '{"x":1}')]
)
def test_what_stands_around_an_entry_is_in_the_hash(before, number, what):
    assert chained(before, number, TAKEN, what) != chained("", 1, TAKEN, "{}")


OTHERWISE = Entry(NOON + timedelta(seconds=1), "staff:lena", "looked", "alert:2", {"x": 1}, "ana")


@pytest.mark.parametrize("part", Entry._fields)
def test_whatever_part_of_an_entry_is_changed_changes_the_hash(part):
    changed = TAKEN._replace(**{part: getattr(OTHERWISE, part)})

    assert chained("", 1, changed, as_text(changed.what)) != chained("", 1, TAKEN, "{}")
