"""One turn of a conversation: what a person says, what is said next, and what follows from it.

Pure: the same turn comes to the same end, whenever and wherever it is taken.
Source: flow-language.md "The engine", flow-library.md "Frame used by every flow".
"""

from collections.abc import Callable, Mapping

from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.library import Frame
from checkin.conversation.talking.about import About
from checkin.conversation.talking.asking import prompt, showing
from checkin.conversation.talking.at_step import at_step
from checkin.conversation.talking.ending import how_done, leaving, send, throw_away
from checkin.conversation.talking.facts import Turn
from checkin.conversation.talking.manner import Manner
from checkin.conversation.talking.moving import change, go_back, go_on
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.said import (
    Back,
    Change,
    DidIt,
    DontKnow,
    GoOn,
    Reply,
    Send,
    Skip,
    Start,
    ThrowAway,
)
from checkin.conversation.talking.scene import Scene, scene
from checkin.conversation.talking.standing import SoFar, Stage


def opening(flow: Flow, about: About, manner: Manner, frame: Frame) -> Turn:
    """Begin: where there are pages with the start page, elsewhere with the first question."""
    first = scene(flow, SoFar(about), manner, frame)
    return showing(first) if first.manner.has_pages else go_on(first)


def prompt_now(flow: Flow, so_far: SoFar, manner: Manner, frame: Frame) -> Prompt:
    """Say again what waits for an answer, for a page that is opened afresh."""
    return prompt(scene(flow, so_far, manner, frame))


def turn(flow: Flow, so_far: SoFar, reply: Reply, manner: Manner, frame: Frame) -> Turn:
    """Take a reply where a conversation stands."""
    return taking(scene(flow, so_far, manner, frame), reply)


def taking(now: Scene, reply: Reply) -> Turn:
    """Take a reply. One that does not fit here changes nothing: the same is said again."""
    return leaving(now, reply) or _AT[now.so_far.stage](now, reply)


def _at_hello(now: Scene, reply: Reply) -> Turn:
    return go_on(now) if isinstance(reply, Start | GoOn) else showing(now)


def _at_read_back(now: Scene, reply: Reply) -> Turn:
    match reply:
        case Send():
            return send(now)
        case ThrowAway():
            return throw_away(now)
        case Change(step=step):
            return change(now, step)
        case Back():
            return go_back(now)
        case _:
            return showing(now)


def _at_how_done(now: Scene, reply: Reply) -> Turn:
    match reply:
        case DidIt():
            return how_done(now, reply)
        case GoOn() | Skip() | DontKnow():
            return how_done(now, None)
        case _:
            return showing(now)


def _at_end(now: Scene, reply: Reply) -> Turn:
    """Carry on where it was left, unless it was sent or thrown away."""
    if not isinstance(reply, Start) or now.so_far.end not in ("later", "declined"):
        return showing(now)
    again = now.at(now.so_far.step)
    return showing(again) if again.so_far.step else go_on(again)


_AT: Mapping[Stage, Callable[[Scene, Reply], Turn]] = {
    "hello": _at_hello,
    "steps": at_step,
    "read_back": _at_read_back,
    "how_done": _at_how_done,
    "ended": _at_end,
}
