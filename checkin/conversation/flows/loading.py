"""The text of a flow file turned into a flow, or into everything that is wrong with it.

Source: flow-language.md "Loading" and "Errors".
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from checkin.conversation.flows.checks import check
from checkin.conversation.flows.checks.shared import check_frame, check_marks, check_scales
from checkin.conversation.flows.every_step import every_step
from checkin.conversation.flows.faults import Fault
from checkin.conversation.flows.flow import Flow, ScalePart
from checkin.conversation.flows.library import Library
from checkin.conversation.flows.library_files import read_library
from checkin.conversation.flows.mending import mended
from checkin.conversation.flows.reading import read
from checkin.conversation.flows.shape import faults_of_shape
from checkin.conversation.flows.step import Scale
from checkin.conversation.flows.written import START, Written
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.language_files import NO_WORDS

_KNOCK_ON = ("F2", "F305", "F704")  # a step that was left out is not gone
_NO_SCALE = ScalePart(topics=(), points={})


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of loading one file: a flow where no fault is an error, and all its faults."""

    flow: Flow | None
    faults: tuple[Fault, ...]


def load(text: str | bytes, file: str, library: Library) -> Loaded:
    """Load one flow file; `file` is the name that faults carry. Never raises for any text."""
    written = read(text, file)
    flow, knock_on = _shaped(written)
    if flow is None:
        return Loaded(None, tuple(sorted(written.faults)))
    flow = with_scales(flow, library)
    found = {one for one in check(flow, written, library) if not one.code.startswith(knock_on)}
    faults = sorted({*written.faults, *found})
    broken = any(fault.is_error for fault in faults)
    return Loaded(None if broken else flow, tuple(faults))


def load_library(
    texts: Mapping[str, str | bytes],
    *,
    concepts: frozenset[str] = frozenset(),
    language: Language = NO_WORDS,
) -> tuple[Library, tuple[Fault, ...]]:
    """Build the library from the texts of `library_files.FILES`, with everything wrong in them."""
    library, faults = read_library(texts, concepts=concepts, language=language)
    checks = {"scales.yaml": check_scales, "frame.yaml": check_frame, "marks.yaml": check_marks}
    found = {*faults}
    for file, looks in checks.items():
        found |= {*looks(read(texts.get(file, b""), file), library)}
    return library, tuple(sorted(found))


def _shaped(written: Written) -> tuple[Flow | None, tuple[str, ...]]:
    """Return the flow, or what can be made out of it, with its faults kept in `written`.

    Beside it, the codes that would only tell of what had to be left out.
    """
    if written.data is None:
        if not written.faults:
            written.fault("F101", START, "There is no flow in this file. Write 'flow: its_name'.")
        return None, ()
    try:
        flow = Flow.model_validate(written.data)
    except ValidationError as error:
        found = list(faults_of_shape(error, written))
        written.faults += found
        written.faults += _empty(written, found)
        saved = mended(written.data)
        return (saved.flow, _KNOCK_ON if saved.lost else ()) if saved else (None, ())
    written.faults += _empty(written, ())
    return flow, ()


def _empty(written: Written, known: Iterable[Fault]) -> Iterator[Fault]:
    """Yield a fault for each key with nothing behind it, where no other fault stands there."""
    taken = {(fault.line, fault.column) for fault in known}
    for path, place in written.keys.items():
        if written.at(path) == "" and (place.line, place.column) not in taken:
            message = f"Nothing is written after '{path[-1]}:'. Write words, or take it away."
            yield Fault(written.file, place.line, place.column, "F108", message)


def with_scales(flow: Flow, library: Library) -> Flow:
    """Return the flow with the scales it uses, so that one version holds all it needs."""
    used: dict[str, ScalePart] = {}
    flow = flow.model_copy(update={"scales": used})
    for _, step in every_step(flow.steps, flow):
        if isinstance(step, Scale):
            used.setdefault(step.with_, library.scales.get(step.with_, _NO_SCALE))
    return flow
