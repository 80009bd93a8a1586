"""The words of a language as people write them in `flows/words/en-GB/`, one file for each thought.

Source: flow-language.md "Loading" and "Understanding a reply".
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pydantic import Field, ValidationError

from checkin.conversation.flows.faults import Fault, nearest
from checkin.conversation.flows.part import Part
from checkin.conversation.flows.reading import read
from checkin.conversation.flows.shape import faults_of_shape
from checkin.conversation.flows.written import Written
from checkin.conversation.replies.language_files import Kind, lists_of
from checkin.conversation.replies.language_files import Written as WrittenList

Lists = Mapping[str, WrittenList]


class WordList(Part):
    """One list: what it is for, and its words."""

    what_for: str = Field(alias="for")
    words: str | Mapping[str, str]


class WordFile(Part):
    """One file of words: what they are about, and its lists."""

    about: str
    lists: Mapping[str, WordList]


def read_words(text: str | bytes, name: str, file: str) -> tuple[Lists | None, tuple[Fault, ...]]:
    """Read one file of words, or say what is wrong with it; a warning keeps no list away.

    name: which lists belong in it ("cries"). file: the name that faults carry.
    """
    written = read(text, file)
    lists: Lists | None = None
    if not written.faults:
        try:
            lists = _lists(WordFile.model_validate(written.data), name, written)
        except ValidationError as error:
            written.faults += faults_of_shape(error, written, WordFile)
    broken = any(fault.is_error for fault in written.faults)
    return None if broken else lists, tuple(sorted(written.faults))


def _lists(found: WordFile, name: str, written: Written) -> Lists:
    written.faults += [*_wrong_lists(found, name, written), *_said_twice(found, written)]
    return {list_name: one.words for list_name, one in found.lists.items()}


def _wrong_lists(found: WordFile, name: str, written: Written) -> Iterator[Fault]:
    """Yield a fault for each list that does not belong here, is not here, or is of the wrong kind."""
    known = lists_of(name)
    for one in known.keys() - found.lists.keys():
        message = f"There is no list '{one}', and what people say is looked for in it. Write it."
        yield _fault(written, ("lists",), "F802", message)
    for one, listed in found.lists.items():
        if one not in known:
            message = f"There is no list '{one}' here.{nearest(one, known)}"
            yield _fault(written, ("lists", one), "F801", message)
        elif not _is_of(listed.words, known[one]):
            message = f"List '{one}' is of {_KINDS[known[one]]}. Write those."
            yield _fault(written, ("lists", one), "F803", message)


_KINDS: Mapping[Kind, str] = {
    "pairs": "pairs, such as 'yes: yep yeah'",
    "words": "words in a row, with spaces between them",
    "phrases": "phrases in a row, with commas between them",
}


def _is_of(words: WrittenList, kind: Kind) -> bool:
    """Whether a list is of this kind; a comma among single words would stay with its word."""
    if isinstance(words, str):
        return kind == "phrases" or (kind == "words" and "," not in words)
    return kind == "pairs"


def _said_twice(found: WordFile, written: Written) -> Iterator[Fault]:
    """Yield a warning for each phrase that stands twice in a list."""
    for one, listed in found.lists.items():
        if not isinstance(listed.words, str) or "," not in listed.words:
            continue
        said = [phrase.strip() for phrase in listed.words.split(",")]
        for phrase in sorted({phrase for phrase in said if said.count(phrase) > 1}):
            fault = _fault(
                written, ("lists", one), "F804", f"'{phrase}' stands in it twice. Take one away."
            )
            yield replace(fault, severity="warning")


def _fault(written: Written, path: tuple[str, ...], code: str, message: str) -> Fault:
    place = written.key_place(path)
    return Fault(written.file, place.line, place.column, code, message)
