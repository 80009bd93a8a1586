"""`checkin flows play` and `checkin flows test`: hold a conversation here, or all those kept."""

from difflib import unified_diff
from pathlib import Path
from typing import get_args

import click

from checkin.actions.read_flows import read_flows, read_shared
from checkin.conversation.flows.flow import Channel, Flow
from checkin.conversation.flows.library import Library
from checkin.conversation.saying.pressing import NotShownError, read_line
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


@click.command()
@click.argument("names", metavar="[FLOW]...", nargs=-1)
@click.option("--update", is_flag=True, help="Write down how the conversations go now.")
@in_folder
def test(names: tuple[str, ...], folder: Path, *, update: bool) -> None:
    """Play the conversations in flows/tests again and show where they go another way now."""
    kept = {path: path.stem.rsplit(".", 1) for path in sorted((folder / "tests").glob("*.txt"))}
    for name in set(names).difference(flow for flow, _ in kept.values()):
        raise click.ClickException(NONE_KEPT.format(flow=name))
    differing = [
        _differs(path, _rehearsal(flow, channel, folder), update=update)
        for path, (flow, channel) in kept.items()
        if not names or flow in names
    ]
    if any(differing) and not update:
        raise SystemExit(1)


def _differs(path: Path, rehearsal: Rehearsal, *, update: bool) -> bool:
    """Tell whether a conversation goes another way now; show how, or write it down."""
    kept = path.read_text("utf-8")
    try:
        told = rehearsal.again(kept)
    except NotShownError as error:
        raise click.ClickException(f"{path.name}, {error}") from None
    if told == kept:
        click.echo(f"{path.name}: as written")
        return False
    if update:
        path.write_text(told, "utf-8")
        click.echo(f"{path.name}: written down")
    else:
        click.echo("\n".join(unified_diff(kept.splitlines(), told.splitlines(), path.name, "now")))
    return True


def _rehearsal(name: str, channel: str, folder: Path) -> Rehearsal:
    library, _ = read_shared(folder)
    flow = _flow(name, folder, library)
    return Rehearsal(flow, MANNERS[channel], library.frame, example_person(library))


def _flow(name: str, folder: Path, library: Library) -> Flow:
    path = folder / f"{name}.yaml"
    flows, faults = read_flows([path] if path.is_file() else [], library)
    if name in flows and flows[name].steps:
        return flows[name]
    if faults:
        raise click.ClickException("\n".join(one.as_text() for one in faults))
    with_steps = sorted(one for one, flow in read_flows(folder, library)[0].items() if flow.steps)
    raise click.ClickException(
        f"There is no flow '{name}' to play. There are: {', '.join(with_steps)}."
    )
