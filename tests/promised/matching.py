"""Which kind of promise a sentence is, and what it names."""

import re
from functools import cache
from typing import NamedTuple

from checkin.promised import PROMISES, Promise
from tests.promised.small import PHONES

BLANKS = re.compile(r"\\{(\w+)\\}")
FILLED = {
    "time": r"\d\d:\d\d",
    "times": r"\d\d:\d\d(?:(?:, | and )\d\d:\d\d)*",
    "quoted": '".+"',
    "name": "|".join(PHONES),
    "n": r"\d+",
    "phone": r"\d{5} \d{6}",
    "date": r"\w+day \d+ \w+",
    "by": r"by \d\d:\d\d.*",
    "day": r"today|(?:by )?\w+day(?: \d+ \w+)?",
}


class Made(NamedTuple):
    """A promise as it was made: its kind, and the words in its blanks."""

    kind: str
    blanks: dict[str, str]
    words: str  # the sentence, as it is listed

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody who is named: "Priya, Marcus and other staff"."""
        return names_in(self.blanks.get("who", ""))


def names_in(words: str) -> tuple[str, ...]:
    """Return each name of a row of names, as it stands inside a sentence."""
    return tuple(
        one[0].lower() + one[1:] if one.startswith("The ") else one
        for one in re.split(r", | and | or ", words)
        if one
    )


def made_by(sentence: str) -> Made | None:
    """Return what a sentence promises, if it is of a kind that is listed."""
    for promise, words, pattern in _patterns():
        found = pattern.fullmatch(sentence)
        if found:
            return Made(promise.kind, found.groupdict(), words)
    return None


@cache
def _patterns() -> tuple[tuple[Promise, str, re.Pattern[str]], ...]:
    """Return how each sentence reads, the longest first: it says more than one that it begins with."""
    says = [(promise, words) for promise in PROMISES for words in promise.says]
    return tuple(
        (promise, words, re.compile(BLANKS.sub(_blank, re.escape(words))))
        for promise, words in sorted(says, key=lambda one: -len(one[1]))
    )


def _blank(found: re.Match[str]) -> str:
    return f"(?P<{found[1]}>{FILLED.get(found[1], '.+?')})"
