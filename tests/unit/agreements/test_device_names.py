"""Two devices of one house are never read as one, and no name hides a letter."""

import pytest

from checkin.agreements.device_names import has_unseen, is_mixed, taken

LOUNGE = "Tablet in the lounge"


@pytest.mark.parametrize(
    "label",
    [
        LOUNGE,
        "tablet in  the LOUNGE.",
        "Tablet-in-the-lounge",
        "Tab1et in the Iounge",
        "The tablet in the l0unge",
        "Tab|et in the |ounge",
    ],
)
def test_a_name_that_reads_as_another_is_taken_and_a_free_one_is_said(label: str):
    says = taken(label, [LOUNGE, f"{LOUNGE} 2"])

    bears = "A device here is or was called Tablet in the lounge."
    assert says == f"{bears} Write another name, such as {label} 3."


def test_another_name_is_free():
    assert taken("Tablet in the hall", [LOUNGE]) == ""


def test_letters_that_turn_or_hide_others_are_unseen():
    assert has_unseen("Tab\u202elet")
    assert not has_unseen("Anas Handy, Küche")


def test_letters_of_two_alphabets_are_mixed_and_of_one_are_not():
    assert is_mixed("Tablet in the l\u043eunge")
    assert is_mixed("Tablet in the l\u0585unge")  # Armenian
    assert not is_mixed("\u041f\u043b\u0430\u043d\u0448\u0435\u0442 2")
    assert not is_mixed("Anas Handy, K\u00fcche 2")
