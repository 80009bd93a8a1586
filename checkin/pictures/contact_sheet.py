"""One page with every picture, to be looked at: is each one clear, and unlike the others?"""

import base64
from html import escape
from pathlib import Path

from checkin.pictures.symbols import Concept, Symbols

SIZES = (48, 72, 128)  # pixels: a button on a phone, a button on a tablet, an answer

_PAGE = """<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>Pictures</title>
<style>
  body {{ background: #fff; color: #23272f; font: 16px sans-serif; margin: 16px }}
  body:has(#cream:checked) {{ background: #fffaf0 }}
  body:has(#dark:checked) {{ background: #14171c; color: #fff }}
  main {{ display: flex; flex-wrap: wrap; gap: 24px 16px; margin-top: 16px }}
  figure {{ margin: 0; width: 264px }}
  small {{ display: block }}
</style>
<h1>{count} pictures</h1>
<label><input type="radio" name="ground" checked> White</label>
<label><input type="radio" name="ground" id="cream"> Cream</label>
<label><input type="radio" name="ground" id="dark"> Dark</label>
<main>
{cards}
</main>
</html>
"""


def write_contact_sheet(path: Path, symbols: Symbols) -> None:
    """Write one HTML file that needs nothing beside it."""
    cards = "\n".join(_card(concept, symbols) for concept in symbols.concepts.values())
    page = _PAGE.format(count=len(symbols.concepts), cards=cards)
    path.write_text(page, encoding="utf-8")


def _card(concept: Concept, symbols: Symbols) -> str:
    body = base64.b64encode(symbols.files[concept.name].body).decode()
    images = "".join(
        f'<img src="data:image/svg+xml;base64,{body}" width="{size}" alt="">' for size in SIZES
    )
    words = f"<b>{escape(concept.label)}</b> {escape(concept.name)}"
    shown = f"{escape(concept.alt)} ({escape(symbols.pictures[concept.name].set_name)})"
    return f"<figure>{images}<figcaption>{words}<small>{shown}</small></figcaption></figure>"
