"""`checkin flows play` and `checkin flows test`: hold a conversation here, or all those kept."""

from difflib import unified_diff
from pathlib import Path
from typing import get_args

import click

from checkin.actions.read_flows import read_flows, read_shared
from checkin.conversation.flows.flow import Channel, Flow
from checkin.conversation.flows.library import Library
from checkin.conversation.saying.pressing import NotShownError, read_line, typed_here
from checkin.conversation.saying.transcript import Rehearsal
from checkin.conversation.talking.about import About, Listed
from checkin.conversation.talking.engine import opening, turn
from checkin.conversation.talking.facts import Turn
from checkin.conversation.talking.manner import MANNERS
from checkin.paths import FLOWS

in_folder = click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    envvar="CHECKIN_FLOWS",
    default=FLOWS,
    help="Where the flows are.",
)
HOW_TO = {
    "tablet": 'Press with [brackets], or with the number of a choice; write "in quotes". '
    "Always there: [Back] [Next] [I don't know] [Skip this] [Stop] [Carry on later].",
    "text": "Type what the person would text.",
    "call": "Type a key, or what the person would say.",
}
NONE_KEPT = """No conversation of '{flow}' is kept. Write tests/{flow}.tablet.txt beside the flows:
  # Ana tries it
  PERSON> [Start]
and a line for each press or word that follows; `--update` writes down what is said between."""
FACES = (Listed("priya", "Priya"), Listed("marcus", "Marcus"))
OUTSIDE = Listed("advocacy", "The advocacy service")


def example_person(library: Library) -> About:
    """Return somebody for whom every placeholder, list and profile field holds something."""
    known = library.placeholders
    return About(
        values=known.values,
        profile=dict.fromkeys(known.profile, "yes"),
        lists=dict.fromkeys(known.lists, FACES) | {"staff_and_outside": (*FACES, OUTSIDE)},
    )


@click.command()
@click.argument("name", metavar="FLOW")
@click.option("--as", "channel", type=click.Choice(get_args(Channel)), default="tablet")
@in_folder
def play(name: str, channel: str, folder: Path) -> None:
    """Hold a conversation in this terminal: what is said, what you answer, what follows."""
    rehearsal = _rehearsal(name, channel, folder)
    click.echo(HOW_TO[channel])
    now = opening(rehearsal.flow, rehearsal.about, rehearsal.manner, rehearsal.frame)
    _show(rehearsal, now)
    while now.so_far.stage != "ended":
        now = _answered(rehearsal, now)
        _show(rehearsal, now)


def _answered(rehearsal: Rehearsal, now: Turn) -> Turn:
    while True:
        line = click.prompt("PERSON", prompt_suffix="> ")
        try:
            reply = read_line(line, now.prompt, now.so_far, rehearsal.manner.hears, rehearsal.frame)
        except NotShownError as error:
            click.echo(error)
        else:
            return turn(rehearsal.flow, now.so_far, reply, rehearsal.manner, rehearsal.frame)


def _show(rehearsal: Rehearsal, now: Turn) -> None:
    for line in rehearsal.shown(now):
        click.echo(line)
    hint = typed_here(now.prompt) if rehearsal.manner.hears == "taps" else ""
    if hint:
        click.echo(f"({hint})")


@click.command()
@click.argument("names", metavar="[FLOW]...", nargs=-1)
@click.option("--update", is_flag=True, help="Write down how the conversations go now.")
@in_folder
def test(names: tuple[str, ...], folder: Path, *, update: bool) -> None:
    """Play the conversations kept in tests/ beside the flows again; show where they go another way now."""
    kept = [path for name in names for path in _kept_of(file_of(name, folder))]
    every = sorted((folder / "tests").glob("*.txt"))
    as_kept = [_is_as_kept(path, folder, update=update) for path in (kept if names else every)]
    if not all(as_kept):
        raise SystemExit(1)


def _kept_of(flow: Path) -> list[Path]:
    """Return the conversations that are kept of a flow (its file)."""
    kept = sorted((flow.parent / "tests").glob(f"{flow.stem}.*.txt"))
    if not kept:
        raise click.ClickException(NONE_KEPT.format(flow=flow.stem))
    return kept


def _is_as_kept(path: Path, folder: Path, *, update: bool) -> bool:
    """Tell whether a conversation goes as it was kept, or is written down so; show what is not so."""
    kept = path.read_text("utf-8")
    name, _, channel = path.stem.partition(".")
    try:
        told = _rehearsal(str(path.parent.parent / f"{name}.yaml"), channel, folder).again(kept)
    except NotShownError as error:
        click.echo(f"{path.name}, {error}")
        return False
    except click.ClickException as error:
        click.echo(f"{path.name}: {error.message}")
        return False
    if told == kept:
        click.echo(f"{path.name}: as written")
        return True
    if update:
        path.write_text(told, "utf-8")
        click.echo(f"{path.name}: written down")
    else:
        click.echo("\n".join(unified_diff(kept.splitlines(), told.splitlines(), path.name, "now")))
    return update


def _rehearsal(name: str, channel: str, folder: Path) -> Rehearsal:
    if channel not in MANNERS:
        raise click.ClickException(f"'{channel}' is none of {', '.join(MANNERS)}.")
    library, _ = read_shared(folder)
    flow = _flow(name, folder, library)
    return Rehearsal(flow, MANNERS[channel], library.frame, example_person(library))


def file_of(flow: str, folder: Path) -> Path:
    """Return the file of a flow that is given by its name or its file."""
    return Path(flow) if flow.endswith(".yaml") else folder / f"{flow}.yaml"


def _flow(name: str, folder: Path, library: Library) -> Flow:
    path = file_of(name, folder)
    flows, faults = read_flows([path] if path.is_file() else [], library)
    found = flows.get(path.stem) or next(iter(flows.values()), None)
    if found and found.steps:
        return found
    if faults:
        raise click.ClickException("\n".join(one.as_text() for one in faults))
    with_steps = sorted(one for one, flow in read_flows(folder, library)[0].items() if flow.steps)
    raise click.ClickException(
        f"There is no flow '{name}' to play. There are: {', '.join(with_steps)}."
    )
