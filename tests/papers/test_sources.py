"""What a docstring cites can be read in this project."""

import re
from pathlib import Path

import pytest

from checkin.paths import FLOWS

ROOT = FLOWS.parent
CITED = re.compile(
    r"\b([a-z-]+\.md)\b(?: (?:section |rows? |check |decision )?([A-Z](?:\.\d|\d+)\b))?"
)


def _places() -> list[Path]:
    code = [*(ROOT / "checkin").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    return [*code, *(ROOT / "flows").rglob("*.yaml"), *(ROOT / "static").glob("*.css")]


def _citations() -> dict[tuple[str, str], str]:
    found = {}
    for place in _places():
        for name, part in CITED.findall(place.read_text(encoding="utf-8")):
            found[name, part] = str(place.relative_to(ROOT))
    return found


@pytest.mark.parametrize(("cited", "place"), sorted(_citations().items()))
def test_every_source_named_in_the_code_is_in_the_documents(cited, place):
    name, part = cited
    paper = ROOT / "docs" / name

    assert paper.is_file(), f"{place} cites {name}, which is not in docs/"
    assert part in paper.read_text(encoding="utf-8"), f"{place} cites {name} {part}"
