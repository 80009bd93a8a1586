"""One page shows every picture at the sizes it is used."""

from pathlib import Path

from checkin.pictures.contact_sheet import SIZES, write_contact_sheet
from checkin.pictures.symbols import Symbols


def test_the_sheet_shows_every_idea_at_every_size_and_needs_nothing_else(
    symbols: Symbols, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.html"

    write_contact_sheet(sheet, symbols)

    page = sheet.read_text()
    assert page.count("<figure>") == len(symbols.concepts)
    assert page.count("<img ") == len(symbols.concepts) * len(SIZES)
    assert "http" not in page
    for concept in symbols.concepts.values():
        assert concept.name in page
