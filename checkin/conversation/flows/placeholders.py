"""Put names and times into words that were written beforehand, and touch nothing else."""

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!]) +")


def fill(words: str, values: Mapping[str, str]) -> str:
    """Replace each `{name}` that has a value; leave any other as it is written.

    A sentence that names an empty value is left out, so "" where all do: nobody reads "The next
    one is  at .". One pass: a value with braces of its own (a person's words) comes through
    unchanged.
    """
    if "{" not in words:
        return words
    if any(values.get(name) == "" for name in _PLACEHOLDER.findall(words)):
        words = " ".join(_that_can_be_said(words, values))
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), words)


def _that_can_be_said(words: str, values: Mapping[str, str]) -> list[str]:
    return [
        sentence
        for sentence in _BETWEEN_SENTENCES.split(words)
        if all(values.get(name) != "" for name in _PLACEHOLDER.findall(sentence))
    ]
