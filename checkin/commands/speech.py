"""`checkin speech`: make every sound before it is needed."""

import click

from checkin.commands.fixed_lines import lines_of
from checkin.settings import read_settings
from checkin.speech.build import Built, build
from checkin.speech.speaker_for import speaker_for


@click.group()
def speech() -> None:
    """Words into sound."""


@speech.command("build")
def build_command() -> None:
    """Say every flow and every fixed line once, and keep the sound."""
    settings = read_settings(demo=True)
    lines = lines_of(settings)
    speaker = speaker_for(
        settings.data, settings.speech, fixed=frozenset(line.text for line in lines)
    )
    with click.progressbar(range(len(lines)), label="Saying the flows") as bar:
        built = build(lines, speaker, lambda done, _: bar.update(done - bar.pos))
    click.echo(_in_words(built))
    for line, why in built.reasons:
        click.echo(f"Not said: {line.text!r}. {why}")


def _in_words(built: Built) -> str:
    return f"{built.made} made, {built.already} there already, {built.could_not} could not be said."
