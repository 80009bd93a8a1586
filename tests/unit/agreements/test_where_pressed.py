"""Where somebody called from, as staff read it: which device, whose, and whether one can go there."""

from dataclasses import replace

import pytest

from checkin.agreements.own_devices import NotKnown, whose_is
from checkin.agreements.where_pressed import CameOn, go_where, pressed_help

PHONE = NotKnown("Ana's phone", "Marcus", "Thu 26 Nov")
LOUNGE = CameOn("Tablet in the lounge", "at 09:55")
HERS = CameOn("Ana's phone", "at 10:05", own=True)


def test_each_device_is_named_with_its_time_the_newest_first():
    assert pressed_help([LOUNGE], "Ana") == "Pressed Help on Tablet in the lounge at 09:55."
    assert pressed_help([replace(HERS, not_known=PHONE), LOUNGE], "Ana") == (
        "Pressed Help on Ana's phone at 10:05, and on Tablet in the lounge at 09:55. "
        "Ana's phone is not known to be Ana's."
    )


def test_own_words_are_no_press_and_whose_it_is_is_said_once():
    wrote = replace(HERS, not_known=PHONE, wrote=True)

    assert pressed_help([wrote], "Ana") == (
        "Wrote it on Ana's phone at 10:05. Ana's phone is not known to be Ana's."
    )
    assert pressed_help([replace(wrote, wrote=False), wrote, LOUNGE], "Ana") == (
        "Pressed Help on Ana's phone at 10:05, and on Tablet in the lounge at 09:55. "
        "Wrote it on Ana's phone at 10:05. Ana's phone is not known to be Ana's."
    )


def test_staff_go_to_the_newest_place_and_a_phone_is_none():
    came = "Ana has no phone. This came on Ana's phone at 10:05: that is no place to go to."

    assert go_where([LOUNGE, HERS], "Ana") == (
        "Ana has no phone. This came on Tablet in the lounge at 09:55. Go there."
    )
    assert go_where([HERS, LOUNGE], "Ana") == (
        f"{came} Before, it came on Tablet in the lounge at 09:55. Go there first."
    )
    assert go_where([HERS], "Ana") == f"{came} Find Ana."


@pytest.mark.parametrize(
    ("device", "says"),
    [
        (PHONE, "Ana's phone is not known to be Ana's."),
        (
            replace(PHONE, denied="no", turned_away=True),
            "Ana says that Ana's phone is not theirs. Nobody knows who pressed.",
        ),
        (
            replace(PHONE, denied="dont_know", turned_away=True),
            "Ana does not know whether Ana's phone is theirs.",
        ),
        (
            replace(PHONE, turned_away=True),
            "Ana's phone was turned away, and was never known to be Ana's.",
        ),
    ],
)
def test_whose_it_is_is_said_as_it_is_known_now(device: NotKnown, says: str):
    assert whose_is(device, "Ana") == says
