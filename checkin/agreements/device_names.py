"""What a device is called: as no other of its house is or was, and with nothing in it that is not seen."""

import unicodedata
from collections.abc import Collection
from itertools import count

UNSEEN = "Some letters of this name cannot be seen. Type it again."


def taken(label: str, names: Collection[str]) -> str:
    """Say what to write where another device of the house bears this name, or bore it; else nothing."""
    others = {_as_read(one) for one in names}
    if _as_read(label) not in others:
        return ""
    free = next(one for number in count(2) if _as_read(one := f"{label} {number}") not in others)
    return f"A device here is or was called {label}. Write another name, such as {free}."


def has_unseen(label: str) -> bool:
    """Say whether it holds what turns or hides letters, or cannot be seen."""
    return any(unicodedata.category(one) in ("Cc", "Cf", "Co", "Cs") for one in label)


def _as_read(label: str) -> str:
    """Return what is read of a name: case, spaces and signs do not tell two devices apart."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", label).casefold()))
