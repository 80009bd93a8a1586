"""The fixed sentences around every flow, with names and times filled in."""

from checkin.conversation.flows.placeholders import fill
from checkin.conversation.replies.option import Option
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.scene import Scene


def fixed(
    scene: Scene, name: str, offered: tuple[str, ...], said_back: str | None = None
) -> Prompt:
    """Put a fixed question, such as whether to start, with these fixed choices."""
    return Prompt(
        kind=name,
        stage=scene.so_far.stage,
        step=None,
        attempt=1,
        lines=lines_of(scene, name),
        options=offers(scene, *offered),
        symbol=scene.frame[name].symbol,
        said_back=said_back,
        seen_by=scene.flow.seen_by,
    )


def said_of(scene: Scene, name: str) -> str:
    """Return a fixed sentence or two as one answer back."""
    return " ".join(lines_of(scene, name))


def lines_of(scene: Scene, name: str) -> tuple[str, ...]:
    """Return fixed sentences with names and times filled in; {n} is how many questions."""
    lines = scene.frame[name].say
    if not any("{" in words for words in lines):
        return lines
    values = {**scene.so_far.about.values, "n": scene.road.how_many(scene.so_far.answers)}
    return tuple(filter(None, (fill(words, values) for words in lines)))


def offers(scene: Scene, *names: str) -> tuple[Option, ...]:
    """Return fixed choices, such as yes and no, by their names in the frame."""
    lines = ((name, scene.frame[name]) for name in names)
    return tuple(Option(name, line.say[0], line.symbol) for name, line in lines)
