"""`checkin flows`: check the flow files, print their schema, draw a flow."""

import json
from dataclasses import replace
from pathlib import Path

import click

from checkin.actions.read_flows import (
    flow_files,
    is_shared,
    missing_flows,
    read_flows,
    read_shared,
    texts_of_ours,
)
from checkin.commands.draw_flow import drawing, tree
from checkin.conversation.flows.faults import Fault
from checkin.conversation.flows.schema import schema
from checkin.paths import FLOWS, SYMBOLS
from checkin.speech.espeak import Espeak
from checkin.speech.pico import Pico

a_file = click.Path(exists=True, dir_okay=False, path_type=Path)
a_folder = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def flows() -> None:
    """Check, draw and try the flows in the folder flows/ (or CHECKIN_FLOWS)."""


in_folder = click.option(
    "--folder", type=a_folder, envvar="CHECKIN_FLOWS", default=FLOWS, help="Where the flows are."
)
with_symbols = click.option(
    "--symbols", type=a_folder, envvar="CHECKIN_SYMBOLS", default=SYMBOLS, help="Where they are."
)


@flows.command()
@click.argument("files", nargs=-1, type=a_file)
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.option("--on-screen", type=click.IntRange(1, 6), default=4, help="Choices seen at once.")
@click.option("--language", "languages", multiple=True, help="A language in use, such as cy.")
@in_folder
@with_symbols
def check(
    files: tuple[Path, ...],
    form: str,
    on_screen: int,
    languages: tuple[str, ...],
    folder: Path,
    symbols: Path,
) -> None:
    """Check FILES, or all flows: say everything that is wrong, and where.

    The exit status is 1 where something has to be changed; a warning is only shown.
    """
    shared, faults = read_shared(folder, symbols, languages)
    library = replace(shared, on_screen=on_screen, speaks=_spoken_here)
    paths = [path for path in files if not is_shared(path)] if files else flow_files(folder)
    flows_read, more = read_flows(paths, library)
    missing = () if files else missing_flows(folder, flows_read, more)
    found = [*faults, *more, *missing, *texts_of_ours(folder, flows_read)]
    _show(found, form, len(paths))
    if any(fault.is_error for fault in found):
        raise SystemExit(1)


def _spoken_here(language: str) -> bool:
    return any(engine.speaks(language) for engine in (Pico(), Espeak()))


def _show(found: list[Fault], form: str, count: int) -> None:
    match form:
        case "json":
            click.echo(json.dumps([fault.as_mapping() for fault in found], indent=2))
        case "github":
            for fault in found:
                click.echo(fault.as_github())
        case _:
            for fault in found:
                click.echo(fault.as_text())
            errors = sum(fault.is_error for fault in found)
            click.echo(f"{_many(count, 'flow')}: {_many(errors, 'error')}, ", nl=False)
            click.echo(_many(len(found) - errors, "warning"))


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


@flows.command("schema")
def print_schema() -> None:
    """Print the JSON Schema of a flow file, for editors that complete while one types."""
    click.echo(json.dumps(schema(), indent=2))


@flows.command()
@click.argument("flow")
@click.option("--text", "as_tree", is_flag=True, help="A tree of words in place of a picture.")
@in_folder
def draw(flow: str, folder: Path, *, as_tree: bool) -> None:
    """Draw the road through FLOW, by its name or its file, as an SVG picture."""
    path = Path(flow) if flow.endswith(".yaml") else folder / f"{flow}.yaml"
    if not path.is_file():
        known = ", ".join(one.stem for one in flow_files(folder))
        raise click.ClickException(f"There is no flow '{flow}'. There are: {known}.")
    found, faults = read_flows([path], read_shared(folder)[0])
    if not found:
        raise click.ClickException("\n".join(one.as_text() for one in faults if one.is_error))
    for one in found.values():
        click.echo(tree(one) if as_tree else drawing(one))
