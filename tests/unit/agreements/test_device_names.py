"""Two devices of one house are never read as one, and no name hides a letter."""

import pytest

from checkin.agreements.device_names import has_unseen, taken

LOUNGE = "Tablet in the lounge"


@pytest.mark.parametrize("label", [LOUNGE, "tablet in  the LOUNGE.", "Tablet-in-the-lounge"])
def test_a_name_that_reads_as_another_is_taken_and_a_free_one_is_said(label: str):
    says = taken(label, [LOUNGE, f"{LOUNGE} 2"])

    assert says == f"A device here is or was called {label}. Write another name, such as {label} 3."


def test_another_name_is_free():
    assert taken("Tablet in the hall", [LOUNGE]) == ""


def test_letters_that_turn_or_hide_others_are_unseen():
    assert has_unseen("Tab\u202elet")
    assert not has_unseen("Anas Handy, Küche")
