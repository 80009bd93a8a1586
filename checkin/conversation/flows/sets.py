"""What a choice can set for the person who picks it: a closed list, with the values of each.

It counts as soon as it is picked: the next page already looks like it (screens.md C11).
"""

from collections.abc import Mapping
from typing import Literal

Setting = Literal["size", "pictures", "sound"]

SETTINGS: Mapping[Setting, tuple[str, ...]] = {
    "size": ("medium", "large", "xlarge"),
    "pictures": ("drawings", "photos", "no_pictures"),
    "sound": ("always", "press", "never"),
}
