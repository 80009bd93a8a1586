"""No picture at all: show the word itself on a card."""

from html import escape

from checkin.pictures.file import PictureFile, picture_file
from checkin.pictures.picture import WORD_TILE, Picture

LONGEST_WORD = 40
_PREFIX = "word."
_CARD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72">
<rect x="5" y="5" width="62" height="62" rx="8" fill="#fff" stroke="#23272f" stroke-width="3"/>
<g fill="#23272f" font-family="sans-serif" font-weight="bold" text-anchor="middle">
{lines}
</g>
</svg>
"""


def word_tile(word: str) -> Picture:
    """A card with the word on it. Its name carries the word, so any server can draw it."""
    shown = word[:LONGEST_WORD]
    return Picture(_drawn(shown).path, word, *WORD_TILE)


def tile_file(name: str) -> PictureFile:
    """The card behind an address made by `word_tile`. Raises KeyError for any other name."""
    try:
        word = bytes.fromhex(name.removeprefix(_PREFIX)).decode()
    except ValueError:
        raise KeyError(name) from None
    if len(word) > LONGEST_WORD or not word.isprintable() or not name.startswith(_PREFIX):
        raise KeyError(name)
    return _drawn(word)


def _drawn(word: str) -> PictureFile:
    return picture_file(_PREFIX + word.encode().hex(), tile_svg(word))


def tile_svg(word: str) -> bytes:
    """Draw the word, one line a word, as large as the card allows."""
    lines = word.split() or ["?"]
    size = min(24, 54 / len(lines), 88 / max(map(len, lines)))
    top = 36 - size * (len(lines) - 1) / 2 + size * 0.35
    texts = (
        f'<text x="36" y="{top + size * row:.1f}" font-size="{size:.1f}">{escape(line)}</text>'
        for row, line in enumerate(lines)
    )
    return _CARD.format(lines="\n".join(texts)).encode()
