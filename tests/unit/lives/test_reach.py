"""One place says by which ways somebody is reached, and at which address."""

from dataclasses import dataclass
from pathlib import Path

import pytest

import checkin
from checkin.lives.new_message import ContactPoint
from checkin.lives.reach import is_refused_apart, reach

HOUSE = Path(checkin.__file__).parent
MAKE_ONE = {
    "lives/reach.py",
    "storage/leases.py",  # of a message that is kept
    "actions/where_told.py",  # at a number of before, where they texted of it
    "actions/answer_staff.py",  # where the text came from
    "actions/text_person.py",  # of nobody
    "actions/hear_from_nobody.py",  # where a text came from that is nobody's
}


@dataclass(frozen=True)
class Somebody:
    """Somebody with a phone, or without."""

    phone: str | None
    phone_refused: str | None = None
    refused_apart: str | None = None


@pytest.mark.parametrize("by", ["text", "call"])
def test_who_has_a_phone_is_reached_on_it_and_who_has_none_is_not(by):
    assert reach(Somebody("+447700900001"), by) == ContactPoint(by, "+447700900001")
    assert reach(Somebody(None), by) is None
    assert reach(Somebody(""), by) is None


def test_who_has_a_landline_is_rung_and_not_texted_and_on_no_number_neither():
    landline = Somebody("+441632960001", "text")
    nothing = Somebody("+447700900000", "call,text")

    assert [reach(landline, by) is None for by in ("text", "call")] == [True, False]
    assert [reach(nothing, by) is None for by in ("text", "call")] == [True, True]


def test_what_only_something_kept_apart_found_counts_for_that_alone():
    found = Somebody("+447700900000", refused_apart="call")

    assert [is_refused_apart(found, by) for by in ("text", "call")] == [False, True]
    assert reach(found, "call") is not None


def test_no_other_file_says_where_somebody_is_reached():
    files = {file.relative_to(HOUSE).as_posix(): file.read_text() for file in HOUSE.rglob("*.py")}

    assert {name for name, code in files.items() if "ContactPoint(" in code} == MAKE_ONE
    asks = {
        name for name, code in files.items() if "not one.phone" in code or "if one.phone" in code
    }
    assert asks == {"lives/reach.py"}
