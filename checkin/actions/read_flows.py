"""The flows folder is read: every flow that can be used, and everything that is wrong.

A broken file never takes a running site down: its last good version stays.
Source: flow-language.md "Loading".
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from checkin.actions.read_words import read_language
from checkin.conversation.flows.faults import Fault
from checkin.conversation.flows.flow import Flow, Message
from checkin.conversation.flows.leaned_on import TEXTS, what_is_missing
from checkin.conversation.flows.library import Library, Translation
from checkin.conversation.flows.library_files import FILES, read_translation
from checkin.conversation.flows.loading import load, load_library
from checkin.conversation.flows.reading import read
from checkin.conversation.replies.language_files import FILES as WORD_FILES
from checkin.paths import FLOWS, SYMBOLS

CONCEPTS = "concepts.yaml"


def flow_files(folder: Path) -> list[Path]:
    """Return the flow files of a folder, in order of their names."""
    return sorted(path for path in folder.glob("*.yaml") if not is_shared(path))


def is_shared(path: Path) -> bool:
    """Tell whether a file is no flow, but words that flows share."""
    words = path.parent.parent.name == "words" and path.stem in WORD_FILES
    return path.name in FILES or path.parent.name == "translations" or words


def read_shared(
    folder: Path, symbols: Path | None = None, languages: tuple[str, ...] = ()
) -> tuple[Library, tuple[Fault, ...]]:
    """Read what all flows share: scales, placeholders, words, frame and translations.

    `symbols` is the folder with `concepts.yaml`; without it, names of pictures are not checked.
    `languages` are in use here: every flow must have words in each of them.
    """
    texts = {name: _bytes(folder / name) for name in FILES if (folder / name).is_file()}
    language, wrong = read_language(folder)
    library, faults = load_library(texts, concepts=_concepts(symbols), language=language)
    missing = [
        Fault(name, 1, 1, "F113", "There is no such file, and all flows need it. Put it back.")
        for name in FILES
        if name not in texts
    ]
    translations, more = _translations(folder)
    library = replace(library, languages=languages, translations=translations)
    found = (*missing, *faults, *more, *wrong)
    return library, tuple(replace(one, file=shown(folder / one.file)) for one in found)


def _translations(
    folder: Path,
) -> tuple[Mapping[tuple[str, str], Translation], tuple[Fault, ...]]:
    """Read `translations/*.yaml`, by flow and language."""
    kept: dict[tuple[str, str], Translation] = {}
    faults: list[Fault] = []
    for path in sorted((folder / "translations").glob("*.yaml")):
        found, wrong = read_translation(_bytes(path), f"translations/{path.name}")
        faults += wrong
        if found:
            kept[found.translates, found.language] = found
    return kept, tuple(faults)


def read_flows(
    files: Path | Iterable[Path], library: Library, last_good: Mapping[str, Flow] | None = None
) -> tuple[Mapping[str, Flow], tuple[Fault, ...]]:
    """Read a folder of flows, or some files: the flows by their ids, and all faults.

    A file with an error keeps the flow of `last_good` that has the file's name.
    """
    flows: dict[str, Flow] = {}
    faults: list[Fault] = []
    for path in flow_files(files) if isinstance(files, Path) else files:
        loaded = load(_bytes(path), shown(path), library)
        faults += loaded.faults
        flow = loaded.flow or (last_good or {}).get(path.stem)
        if flow is None:
            continue
        if flow.flow in flows:
            message = f"There is a flow '{flow.flow}' already. Give this one a name of its own."
            faults.append(Fault(shown(path), 1, 1, "F114", message))
        elif flow.flow != path.stem:
            message = f"The flow in here is '{flow.flow}'. Give the file and the flow one name."
            faults.append(Fault(shown(path), 1, 1, "F115", message, "warning"))
        flows.setdefault(flow.flow, flow)
    return flows, tuple(faults)


def missing_flows(
    folder: Path, flows: Mapping[str, Flow], faults: Iterable[Fault]
) -> tuple[Fault, ...]:
    """Return a fault for each flow that the product begins by its name, where it is not there.

    One whose file has a fault already (`faults`) is there: it has to be mended, not put back.
    """
    broken = {one.file for one in faults if one.is_error}
    return tuple(
        Fault(file, 1, 1, "F119", message)
        for name, message in what_is_missing(flows)
        if (file := shown(folder / f"{name}.yaml")) not in broken
    )


@cache
def our_texts() -> Mapping[str, Message]:
    """Return the fixed texts that ship: sent where a folder of one's own does not have one yet."""
    flows, _ = read_flows([FLOWS / f"{TEXTS}.yaml"], read_shared(FLOWS, SYMBOLS)[0])
    return flows[TEXTS].messages


def texts_of_ours(folder: Path, flows: Mapping[str, Flow]) -> tuple[Fault, ...]:
    """Return a warning for each fixed text that this folder does not have, with what is sent."""
    if TEXTS not in flows:
        return ()
    file, written = shown(folder / f"{TEXTS}.yaml"), flows[TEXTS].messages
    return tuple(
        Fault(
            file,
            1,
            1,
            "F122",
            f"There is no message '{name}'. Ours is sent: {ours.text}",
            "warning",
        )
        for name, ours in our_texts().items()
        if name not in written
    )


def shown(path: Path) -> str:
    """Return a file's name as a person would type it where they stand: flows/group_day.yaml."""
    whole, here = path.absolute(), Path.cwd()
    return str(whole.relative_to(here) if whole.is_relative_to(here) else path)


def _bytes(path: Path) -> bytes:
    """Return what is in a file; one that cannot be opened reads as no flow at all."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _concepts(symbols: Path | None) -> frozenset[str]:
    """Return the names of all ideas that have a picture."""
    if symbols is None:
        return frozenset()
    found = read(_bytes(symbols / CONCEPTS), CONCEPTS).data
    return frozenset(found) if isinstance(found, dict) else frozenset()
