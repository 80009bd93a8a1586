"""Put names and times into words that were written beforehand, and touch nothing else."""

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}(\.?)")
ENDS = (".", "?", "!")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!]) +")


def fill(words: str, values: Mapping[str, str]) -> str:
    """Replace each `{name}` that has a value; leave any other as it is written.

    A sentence that names an empty value is left out, so "" where all do: nobody reads "The next
    one is  at .". One pass: a value with braces of its own (a person's words) comes through
    unchanged.
    """
    if "{" not in words:
        return words
    if any(values.get(name) == "" for name in _names_in(words)):
        words = " ".join(_that_can_be_said(words, values))
    return _PLACEHOLDER.sub(lambda found: _put_in(found, values), words)


def _put_in(found: re.Match[str], values: Mapping[str, str]) -> str:
    """Return the value; where it ends a sentence itself, without the full stop behind its place."""
    value = values.get(found[1])
    if value is None:
        return found[0]
    return value if value.endswith(ENDS) else value + found[2]


def _that_can_be_said(words: str, values: Mapping[str, str]) -> list[str]:
    return [
        sentence
        for sentence in _BETWEEN_SENTENCES.split(words)
        if all(values.get(name) != "" for name in _names_in(sentence))
    ]


def _names_in(words: str) -> list[str]:
    return [found[1] for found in _PLACEHOLDER.finditer(words)]
