"""Which picture shows this idea to this person? Always one, and never a broken one."""

from collections.abc import Sequence

from checkin.pictures.file import PictureFile
from checkin.pictures.picture import Pack, Picture
from checkin.pictures.symbols import Symbols
from checkin.pictures.tile import tile_file, word_tile


def picture_for(
    concept: str, symbols: Symbols, *, person: Pack | None = None, packs: Sequence[Pack] = ()
) -> Picture:
    """Find the picture of an idea (parts.md section 2, resolution order).

    First the person's own photo or drawing, then each pack in turn (the person's chosen one,
    the organisation's), then what comes with Checkin, and the word itself last.
    """
    for pack in (person or {}, *packs, symbols.pictures):
        if concept in pack:
            return pack[concept]
    return word_tile(concept.rpartition(".")[2].replace("_", " "))


def file_for(name: str, symbols: Symbols) -> PictureFile:
    """The bytes behind a picture's address. Raises KeyError where there is no such picture.

    The name is only ever looked up, never joined to a path. When the digest asked for is not
    the one found, the drawing has changed since: send it all the same, but not to be kept.
    """
    return symbols.files.get(name) or tile_file(name)


def svg_for(concept: str, symbols: Symbols) -> bytes:
    """The drawing of an idea that comes with Checkin. Raises KeyError for an unknown one."""
    return symbols.files[concept].body


def known_concepts(symbols: Symbols) -> frozenset[str]:
    """Every idea a flow may name."""
    return frozenset(symbols.concepts)
