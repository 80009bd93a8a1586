"""The words of a language are read from their files: what people say, and what it means.

A file that is broken or not there leaves no cry unheard: the one that ships takes its place, and
the fault is told. Source: flow-language.md "Loading".
"""

from pathlib import Path

from checkin.conversation.flows.faults import Fault
from checkin.conversation.flows.word_files import Lists, read_words
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.language_files import FILES, language_from
from checkin.paths import FLOWS

LANGUAGE = "en-GB"
NONE_LEFT = "F806"


class CannotHearError(RuntimeError):
    """A file of words is broken and none takes its place: cries would go unheard, so nothing starts."""


def read_language(folder: Path, language: str = LANGUAGE) -> tuple[Language, tuple[Fault, ...]]:
    """Read the words of a language from `words/` in a folder of flows, with all that is wrong.

    A folder without them, or without one of the files, uses those that ship.
    """
    found: dict[str, Lists] = {}
    faults: list[Fault] = []
    for name in FILES:
        file = f"words/{language}/{name}.yaml"
        own, wrong = _read(folder / file, name, file)
        lists = own or _read(FLOWS / file, name, file)[0]
        faults += wrong
        if lists is None:
            message = "People cannot be heard without this file. Put it back, or put it right."
            faults.append(Fault(file, 1, 1, NONE_LEFT, message))
        found[name] = lists or {}
    return language_from(found), (*faults, *_strangers(folder, language))


def can_hear(faults: tuple[Fault, ...]) -> None:
    """Raise CannotHearError where a file of words is missing and nothing takes its place."""
    missing = [fault.as_text() for fault in faults if fault.code == NONE_LEFT]
    if missing:
        raise CannotHearError("\n".join(missing))


def _read(path: Path, name: str, file: str) -> tuple[Lists | None, tuple[Fault, ...]]:
    return read_words(path.read_bytes(), name, file) if path.is_file() else (None, ())


def _strangers(folder: Path, language: str) -> tuple[Fault, ...]:
    """Return a fault for each file that nothing is looked for in: a mistyped name, most likely."""
    known = {f"{name}.yaml" for name in FILES}
    return tuple(
        Fault(f"words/{language}/{path.name}", 1, 1, "F805", _STRANGE)
        for path in sorted((folder / "words" / language).glob("*.yaml"))
        if path.name not in known
    )


_STRANGE = "Nothing is looked for in this file. Is its name right?"
