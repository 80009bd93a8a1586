"""Where the conversation goes: on, back, or to a step that was met before."""

from checkin.conversation.talking.asking import ask, showing
from checkin.conversation.talking.ending import send
from checkin.conversation.talking.facts import Fact, Turn
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.scene import Scene


def go_on(scene: Scene, facts: tuple[Fact, ...] = (), said_back: str | None = None) -> Turn:
    """Go on to what was not asked yet; past the last question, to the read-back or the end."""
    spot = scene.road.after(scene.so_far.step, scene.so_far.answers)
    said: list[Prompt] = []
    while spot and not spot.asks and not scene.manner.has_pages:  # these words wait for no reply
        said.append(ask(scene.at(spot.key), spot, said_back))
        said_back = None
        spot = scene.road.after(spot.key, scene.so_far.answers)
    if spot:
        turn = showing(scene.at(spot.key), facts, said_back)
    elif scene.manner.reads_back:
        turn = showing(scene.at(None, "read_back"), facts, said_back)
    else:
        turn = send(scene, facts, said_back)
    return turn._replace(prompts=(*said, *turn.prompts)) if said else turn


def go_back(scene: Scene) -> Turn:
    """Go to the spot before, or from the first one to the start page; nothing is lost."""
    if before := scene.road.before(scene.so_far.step):
        return showing(scene.at(before.key))
    if scene.manner.has_pages:
        return showing(scene.at(None, "hello"))
    return showing(scene)


def change(scene: Scene, step: str) -> Turn:
    """Go to a question that was put before and still stands, to answer it again."""
    was_put = step in scene.so_far.answers and scene.road.has_question(step)
    return showing(scene.at(step) if was_put else scene)
