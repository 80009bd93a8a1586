"""The lists of a language as they are written, made ready to be looked for.

Single words are written with spaces between them, phrases with commas, pairs as a mapping.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any, Literal

from checkin.conversation.replies.language import Language, Pairs
from checkin.conversation.replies.normal import comparable
from checkin.conversation.replies.phrases import Phrases, Set, Whole, Words, by_first_word
from checkin.conversation.replies.spelling import spelling_from

Written = str | Mapping[str, str]  # a list as it is written: words in a row, or pairs
Files = Mapping[str, Mapping[str, Written]]  # by file, by list
Kind = Literal["words", "phrases", "pairs"]

SPELLING = "spelling"
_FILES: Mapping[str, Any] = {one.name: one.type for one in fields(Language) if one.name != SPELLING}
FILES = (SPELLING, *_FILES)


def language_from(files: Files) -> Language:
    """Make the lists of a language ready; one that is not there is empty."""
    how = spelling_from(files.get(SPELLING, {}))

    def hear(line: str) -> Words:
        return comparable(line, how).words

    return Language(
        how, **{name: _ready(lists, files.get(name, {}), hear) for name, lists in _FILES.items()}
    )


def lists_of(file: str) -> Mapping[str, Kind]:
    """Return the lists that belong into a file, and what each is of; {} for no file of ours."""
    if file == SPELLING:
        return {
            "same": "pairs",
            "longer": "pairs",
            "spelt": "words",
            "two_ways": "words",
            "stays_behind": "words",
            "everyday": "words",
        }
    return {one.name: _kind(one.type) for one in fields(_FILES[file])} if file in _FILES else {}


def _kind(of: object) -> Kind:
    return "pairs" if of == Pairs else "phrases" if of in (Phrases, Whole) else "words"


def _ready(lists: Any, written: Mapping[str, Written], hear: Callable[[str], Words]) -> Any:
    return lists(
        **{one.name: _made(one.type, written.get(one.name, ""), hear) for one in fields(lists)}
    )


def _made(kind: object, written: Written, hear: Callable[[str], Words]) -> object:
    """Make one list ready: words by spaces, phrases by commas, pairs as they are."""
    if isinstance(written, Mapping) or kind == Pairs:
        return written or {}
    if kind == Phrases:
        return by_first_word(_phrases(written, hear))
    if kind == Whole:
        return frozenset(_phrases(written, hear))
    return frozenset(written.split()) if kind == Set else tuple(written.split())


def _phrases(written: str, hear: Callable[[str], Words]) -> Iterator[Words]:
    return filter(None, map(hear, written.split(",")))


NO_WORDS = language_from({})
