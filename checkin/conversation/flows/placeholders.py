"""Put names and times into words that were written beforehand, and touch nothing else."""

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def fill(words: str, values: Mapping[str, str]) -> str:
    """Replace each `{name}` that has a value; leave any other as it is written.

    One pass: a value with braces of its own (a person's words) comes through unchanged.
    """
    if "{" not in words:
        return words
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), words)
