"""A drawing someone put in the folder: may we show it?"""

import re
from xml.etree import ElementTree

_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
_ALLOWED = _SHAPES | {"svg", "g", "defs", "title", "desc"}
_NOT_SHAPES = re.compile(rb"<!(?!--)|<\?(?!xml\s)")
_ACTIVE = re.compile(r"^on|href$", re.IGNORECASE)


def faults(svg: bytes) -> list[str]:
    """Say what must be changed before this SVG can be shown; empty if nothing.

    A drawing is shapes only: nothing that runs, fetches, or points elsewhere.
    """
    if _NOT_SHAPES.search(svg):
        return ["Take out what begins with '<!' or '<?' (a doctype, an entity, a stylesheet)."]
    try:
        root = ElementTree.fromstring(svg)  # noqa: S314 - no doctype, so no entities
    except ElementTree.ParseError as error:
        return [f"It is not well-formed XML ({error}). Save it again as plain SVG."]
    missing = [] if "viewBox" in root.attrib else ["Give the <svg> a viewBox."]
    return missing + [fault for element in root.iter() for fault in _faults_of(element)]


def _faults_of(element: ElementTree.Element) -> list[str]:
    tag = _plain(element.tag)
    if tag not in _ALLOWED:
        return [f"Take out <{tag}>. A drawing may use {', '.join(sorted(_ALLOWED))}."]
    return [
        f"Take out {name}={value!r} from <{tag}>."
        for name, value in element.attrib.items()
        if _ACTIVE.search(_plain(name)) or "url(" in value
    ]


def _plain(name: str) -> str:
    return name.rpartition("}")[2]
