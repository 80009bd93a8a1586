"""Our drawings are one family: one sheet, one line, one small set of colours."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from checkin import paths
from checkin.pictures.drawing import faults

INK = "#23272f"
DUSK = "#56648c"
COLOURS = {
    INK, "none", "#fff", "#ffd75e", "#f5d5a8", "#8fd3c8", "#f6b27a", "#cdb8ea", "#d9dde3",
    "#b3d3f7", "#9bd48f", "#e8594c", "#f3a08f", "#c99b66", DUSK,
}  # fmt: skip
DRAWINGS = sorted((paths.SYMBOLS / "own").glob("*.svg"))
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><path d="M9 9h9v9z"/></svg>'


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_keeps_to_the_family(path: Path) -> None:
    root = _shapes(path)

    assert root.get("viewBox") == "0 0 72 72"
    assert (root.get("stroke"), root.get("stroke-width")) == (INK, "3")
    assert (root.get("stroke-linecap"), root.get("stroke-linejoin")) == ("round", "round")
    assert _colours(path) <= COLOURS
    for element in root.iter():
        assert not element.tag.endswith("text"), "letters are paths: a bare machine has few fonts"
        assert element.get("style") is None, "one line, one place to read it"
        assert _line(element) in {(None, None), (INK, "3"), ("none", None), ("#fff", "7")}


def test_every_drawing_is_small() -> None:
    assert [path.name for path in DRAWINGS if path.stat().st_size > 1600] == []


def test_every_drawing_has_a_light_part_for_dark_screens() -> None:
    assert [path.name for path in DRAWINGS if not _colours(path) - {INK, DUSK, "none"}] == []


@pytest.mark.parametrize(
    "bad",
    [
        SQUARE.replace("<path", "<script/><path"),
        SQUARE.replace("<path", '<image href="x.png"/><path'),
        SQUARE.replace("<path", '<path onclick="x()"'),
        SQUARE.replace("<path", '<path style="fill:url(http://x)"'),
        SQUARE.replace("<path", '<path fill="url(#x)"'),
        SQUARE.replace("<path", '<use xmlns:xlink="l" xlink:href="#x"/><path'),
        SQUARE.replace("<path", '<g xmlns:xlink="l" xlink:href="#x"/><path'),
        SQUARE.replace(' viewBox="0 0 72 72"', ""),
        SQUARE.replace("</svg>", ""),
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + SQUARE,
        '<?xml-stylesheet href="x.xsl"?>' + SQUARE,
        "",
    ],
)
def test_a_drawing_that_does_more_than_draw_is_refused(bad: str) -> None:
    assert faults(SQUARE.encode()) == []
    assert faults(bad.encode()) != []


def _shapes(path: Path) -> ElementTree.Element:
    return ElementTree.fromstring(path.read_text())  # noqa: S314 - our own files


def _colours(path: Path) -> set[str]:
    shapes = _shapes(path).iter()
    return {shape.get(kind, "none") for shape in shapes for kind in ("fill", "stroke")}


def _line(element: ElementTree.Element) -> tuple[str | None, str | None]:
    return element.get("stroke"), element.get("stroke-width")
