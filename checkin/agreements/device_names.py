"""What a device is called: as no other of its house is or was, and with nothing in it that is not seen."""

import unicodedata
from collections.abc import Collection
from itertools import count

ALPHABETS = ("LATIN ", "CYRILLIC ", "GREEK ", "ARMENIAN ", "CHEROKEE ", "COPTIC ")
ALIKE = str.maketrans({"i": "l", "1": "l", "|": "l", "0": "o"})  # in the letters of a page
MIXED = "This name mixes two alphabets. Type it again, in one."
UNSEEN = "Some letters of this name cannot be seen. Type it again."


def taken(label: str, names: Collection[str]) -> str:
    """Say what to write where another device of the house bears this name, or bore it; else nothing."""
    others = {_as_read(one): one for one in names}
    alike = others.get(_as_read(label))
    if alike is None:
        return ""
    free = next(one for number in count(2) if _as_read(one := f"{label} {number}") not in others)
    return (
        f"A device here is or was called {alike.rstrip('.')}. Write another name, such as {free}."
    )


def has_unseen(label: str) -> bool:
    """Say whether it holds what turns or hides letters, or cannot be seen."""
    return any(unicodedata.category(one) in ("Cc", "Cf", "Co", "Cs") for one in label)


def is_mixed(label: str) -> bool:
    """Say whether its letters are of two alphabets: one of another reads as one of ours."""
    names = [unicodedata.name(one, "") for one in label if one.isalpha()]
    return sum(any(name.startswith(one) for name in names) for one in ALPHABETS) > 1


def _as_read(label: str) -> str:
    """Return what is read of a name.

    Case, spaces, signs, "the" before it, and letters that look the same do not tell two devices apart.
    """
    words = unicodedata.normalize("NFKC", label).casefold().split()
    named = words[1:] if words[:1] == ["the"] else words
    return "".join(filter(str.isalnum, "".join(named).translate(ALIKE)))
