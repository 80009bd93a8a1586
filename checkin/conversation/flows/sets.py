"""What a choice or a step can set for the person: closed lists, so that code knows no other name.

A setting of the person's pages counts as soon as it is picked: the next page already looks like
it (screens.md C11). A line stands in the person's own words, and counts once it is sent.
"""

from collections.abc import Mapping
from typing import Literal

Setting = Literal["size", "pictures", "sound", "time"]
Line = Literal[
    "helps", "well", "worse",
    "start", "order", "most", "can_wait", "quiet", "prompt", "voice", "avoid",
]  # fmt: skip

SETTINGS: Mapping[Setting, tuple[str, ...]] = {
    "size": ("medium", "large", "xlarge"),
    "pictures": ("drawings", "photos", "no_pictures"),
    "sound": ("always", "press", "never"),
    "time": ("morning", "afternoon", "evening"),  # when flows are asked; counts once it is sent
}
OF_PAGES: tuple[Setting, ...] = ("size", "pictures", "sound")
LINES: Mapping[Line, str] = {
    "helps": "What helps me to say what I think.",
    "well": "How staff can support me well.",
    "worse": "What makes things worse.",
    "start": "When my morning starts.",
    "order": "My morning in order.",
    "most": "What matters most in my morning.",
    "can_wait": "What can wait.",
    "quiet": "How much quiet time I want first.",
    "prompt": "How to remind me.",
    "voice": "Who talks to me in the morning.",
    "avoid": "What makes my morning bad.",
}
