"""How a conversation ends, and what follows from the answers that count."""

from typing import Literal

from checkin.conversation.flows.prepared import Spot
from checkin.conversation.talking.asking import showing
from checkin.conversation.talking.consequences import consequences
from checkin.conversation.talking.facts import Ended, Fact, HowDone, Sent, Turn
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.said import DidIt, NotNow, Reply, Stop, Until
from checkin.conversation.talking.scene import Scene
from checkin.conversation.talking.standing import End


def send(scene: Scene, facts: tuple[Fact, ...] = (), said_back: str | None = None) -> Turn:
    """Send the answers that stand; where they are read back, they begin to count now."""
    answers = _standing(scene)
    if scene.road.questions and not answers:
        return end(scene, "declined")
    at_last = answers if scene.manner.reads_back else ()
    counted = [fact for one in at_last for fact in consequences(scene, *one)]
    sent = Sent(tuple(_with_what_it_does(*one) for one in answers))
    facts = (*facts, sent, *counted, Ended("sent", at_step=scene.so_far.step))
    after = scene.at(None, "how_done" if scene.manner.asks_how_done else "ended")
    return showing(after.become(after.so_far._replace(end="sent")), facts, said_back)


def _with_what_it_does(spot: Spot, given: Given) -> Given:
    does = spot.ready.step.does
    return given._replace(does=does) if does else given


def end(scene: Scene, how: End, until: Until | None = None) -> Turn:
    """End without sending; the step is kept, so that it can be carried on there."""
    so_far = scene.so_far._replace(stage="ended", end=how, said_back=None)
    return showing(scene.become(so_far), (Ended(how, until, at_step=so_far.step),))


def throw_away(scene: Scene) -> Turn:
    """Delete what was said: nothing is sent, and nothing stays here."""
    ended = end(scene, "thrown_away")
    return ended._replace(so_far=ended.so_far._replace(answers={}, step=None))


def how_done(scene: Scene, did: DidIt | None) -> Turn:
    """Say goodbye, knowing who answered, or not (it may be passed over)."""
    so_far = scene.so_far._replace(stage="ended", done=did)
    return showing(scene.become(so_far), (HowDone(did),) if did else ())


def leaving(now: Scene, reply: Reply) -> Turn | None:
    """Stop, or not now: possible until all is sent."""
    if now.so_far.stage in ("how_done", "ended"):
        return None
    match reply:
        case NotNow(until="not_this_time"):
            return end(now, "declined", "not_this_time")
        case NotNow(until=until):
            return end(now, "later", until)
        case Stop(then=then):
            return _stop(now, then)
        case _:
            return None


def _stop(now: Scene, then: Literal["later", "send", "throw_away"]) -> Turn:
    match then:
        case "later":
            return end(now, "later")
        case "send":
            return send(now)
        case _:
            return throw_away(now)


def _standing(scene: Scene) -> tuple[tuple[Spot, Given], ...]:
    """Return the answers that stand on the road, in its order, and where each was given."""
    given = ((spot, scene.so_far.answers.get(spot.key)) for spot in scene.road.spots)
    return tuple((spot, one) for spot, one in given if one and not one.says_nothing)
