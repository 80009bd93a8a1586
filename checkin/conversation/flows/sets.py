"""What a choice or a step can set for the person: closed lists, so that code knows no other name.

A setting of the person's pages counts as soon as it is picked: the next page already looks like
it (screens.md C11). Any other setting, and a line in the person's own words, counts once it is sent.
"""

import re
from collections.abc import Mapping
from typing import Literal

Setting = Literal[
    "answers_by", "size", "pictures", "sound", "show_as", "time", "quiet_from", "quiet_for",
]  # fmt: skip
Line = Literal[
    "goal", "helper", "helps", "well", "worse", "places", "words",
    "start", "order", "most", "can_wait", "prompt", "voice", "avoid",
]  # fmt: skip

SETTINGS: Mapping[Setting, tuple[str, ...]] = {
    "answers_by": ("tap", "talk", "write", "with_help"),
    "size": ("medium", "large", "xlarge"),
    "pictures": ("drawings", "photos", "no_pictures"),
    "sound": ("always", "press", "never"),
    "show_as": ("one_thing", "talk"),
    "time": ("morning", "afternoon", "evening"),  # when flows are asked
    "quiet_from": ("a time like 08:30",),  # when a person's day, and its quiet time, begins
    "quiet_for": ("0 to 120",),  # minutes; 0: no quiet time
}
OF_PAGES: tuple[Setting, ...] = ("answers_by", "size", "pictures", "sound", "show_as")
LINES: Mapping[Line, str] = {
    "goal": "What I want.",
    "helper": "Who I want to help me.",
    "helps": "What helps me to say what I think.",
    "well": "How staff can support me well.",
    "worse": "What makes things worse.",
    "places": "Where I go when things are hard.",
    "words": "Words I use.",
    "start": "When my morning starts.",
    "order": "My morning in order.",
    "most": "What matters most in my morning.",
    "can_wait": "What can wait.",
    "prompt": "How to remind me.",
    "voice": "Who talks to me in the morning.",
    "avoid": "What makes my morning bad.",
}

NOT_ON_HANDOVER = ("goal",)  # no matter of a shift

PICKED_TIME = "picked"  # the time of one's own that was picked: for a choice that `picks_time`
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_LONGEST_QUIET = 120  # minutes


def can_be(name: str, value: str, *, picks_time: bool = False) -> bool:
    """Say whether this can be set to that value."""
    match name:
        case "quiet_from":
            return bool(_TIME.fullmatch(value)) or (picks_time and value == PICKED_TIME)
        case "quiet_for":
            return value.isdecimal() and int(value) <= _LONGEST_QUIET
        case _:
            return any(value in values for one, values in SETTINGS.items() if one == name)
