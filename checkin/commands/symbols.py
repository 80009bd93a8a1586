"""`checkin symbols`: look at every picture at once."""

from pathlib import Path

import click

from checkin.pictures.contact_sheet import write_contact_sheet
from checkin.pictures.symbols import load_symbols
from checkin.settings import read_settings


@click.group()
def symbols() -> None:
    """Words into pictures."""


@symbols.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path), default="symbols.html")
def sheet(path: Path) -> None:
    """Write one page with every picture at three sizes, to open in a browser."""
    write_contact_sheet(path, load_symbols(read_settings(demo=True).symbols))
    click.echo(f"Open {path} in a browser.")
