"""The files that all flows share, read into one library; what is wrong in them is told all at once.

Source: flow-language.md "The pieces", flow-library.md B.2.
"""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from checkin.conversation.flows.faults import Fault
from checkin.conversation.flows.flow import ScalePart
from checkin.conversation.flows.library import (
    Frame,
    FrameLine,
    Library,
    Mark,
    Placeholders,
    Translation,
    Words,
)
from checkin.conversation.flows.part import Part
from checkin.conversation.flows.reading import read
from checkin.conversation.flows.shape import faults_of_shape
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.language_files import NO_WORDS

FILES = (
    "scales.yaml",
    "placeholders.yaml",
    "words.yaml",
    "frame.yaml",
    "marks.yaml",
)  # no flows, these


class _Marks(Part):
    marks: Mapping[str, Mark]


class _Scales(Part):
    scales: Mapping[str, ScalePart]


class _Frame(Part):
    frame: Mapping[str, FrameLine]


_File = TypeVar("_File", bound=BaseModel)


def read_library(
    texts: Mapping[str, str | bytes],
    *,
    concepts: frozenset[str] = frozenset(),
    language: Language = NO_WORDS,
) -> tuple[Library, tuple[Fault, ...]]:
    """Build the library from the texts of FILES, each under its name; a missing one is empty.

    A file that cannot be read is left out and its faults are returned, all at once.
    """
    faults: list[Fault] = []
    scales = _part(_Scales, "scales.yaml", texts, faults) or _Scales(scales={})
    frame = _part(_Frame, "frame.yaml", texts, faults) or _Frame(frame={})
    marks = _part(_Marks, "marks.yaml", texts, faults) or _Marks(marks={})
    library = Library(
        scales=scales.scales,
        placeholders=_part(Placeholders, "placeholders.yaml", texts, faults) or Placeholders(),
        words=_part(Words, "words.yaml", texts, faults) or Words(),
        frame=Frame(frame.frame, language),
        marks=marks.marks,
        concepts=concepts,
    )
    return library, tuple(faults)


def read_translation(text: str | bytes, file: str) -> tuple[Translation | None, tuple[Fault, ...]]:
    """Read one file of `flows/translations/`, or say what is wrong with it."""
    faults: list[Fault] = []
    found = _part(Translation, file, {file: text}, faults)
    return found, tuple(faults)


def _part(
    model: type[_File], file: str, texts: Mapping[str, str | bytes], faults: list[Fault]
) -> _File | None:
    """Read one file of the library; its faults are added to `faults`."""
    if file not in texts:
        return None
    written = read(texts[file], file)
    try:
        if not written.faults:
            return model.model_validate(written.data)
    except ValidationError as error:
        written.faults += faults_of_shape(error, written, model)
    faults += written.faults
    return None
