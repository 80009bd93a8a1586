"""What to say next: a step, or the fixed sentences around every flow, as a prompt."""

from collections.abc import Mapping

from checkin.conversation.flows.prepared import Spot
from checkin.conversation.talking.asked import asked_at, offered
from checkin.conversation.talking.facts import Fact, Turn
from checkin.conversation.talking.fixed import fixed, lines_of, offers
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.scene import Scene
from checkin.conversation.talking.standing import End


def showing(scene: Scene, facts: tuple[Fact, ...] = (), said_back: str | None = None) -> Turn:
    """Take the turn that ends here: say what belongs here, with what followed on the way.

    On pages our reply to the answer stands until the person goes on from here: the next page is
    opened afresh, and says it then. In one text or call it was said with the question.
    """
    said = _saying(scene, said_back) if said_back and scene.manner.has_pages else scene
    return Turn(said.so_far, (prompt(said, said_back),), facts)


def _saying(scene: Scene, said_back: str) -> Scene:
    return scene.become(scene.so_far._replace(said_back=said_back))


def prompt(scene: Scene, said_back: str | None = None) -> Prompt:
    """Say what waits for an answer now, after our reply to the answer before."""
    said_back = said_back or scene.so_far.said_back
    match scene.so_far.stage:
        case "hello":
            return fixed(scene, "hello", ("start", "not_now"))
        case "steps":
            return _check(scene) if scene.so_far.checking else ask(scene, scene.here, said_back)
        case "read_back":
            return fixed(scene, "read_back", ("send", "change", "delete"), said_back)
        case "how_done":
            return fixed(scene, "how_done", ("self", "helped", "by_other"))
        case _:
            return _last_words(scene, said_back)


def ask(scene: Scene, spot: Spot, said_back: str | None = None) -> Prompt:
    """Put the step at `spot`; asked once more, it opens with other words."""
    step, so_far, asked = spot.ready.step, scene.so_far, asked_at(scene, spot)
    given = so_far.answers.get(spot.key)
    again = _once_more(scene, asked.kind) if so_far.attempt > 1 else ()
    number, of = scene.road.number(spot)
    return Prompt(
        kind=asked.kind,
        stage="steps",
        step=spot.key,
        attempt=so_far.attempt,
        lines=(*again, asked.words),
        options=asked.options,
        piles=asked.piles,
        symbol=asked.symbol,
        audio=step.audio,
        help=step.help and scene.filled(step.help, spot),
        why=step.why and scene.filled(step.why, spot),
        text=step.text and " ".join((*again, scene.filled(step.text, spot))),
        call=step.call and " ".join((*again, scene.filled(step.call, spot))),
        words="main" if asked.kind == "own_words" else step.words,
        said_back=said_back,
        picks_time=spot.ready.picks_time,
        given=None if given is None or given.says_nothing else given,
        number=number,
        of=of,
        of_about=scene.road.may_change(scene.so_far.answers),
        seen_by=step.seen_by or scene.flow.seen_by,
    )


def _once_more(scene: Scene, kind: str) -> tuple[str, ...]:
    """Open with other words; a time with how it can be said, where the frame has that."""
    how = lines_of(scene, "say_a_time") if kind == "time" and "say_a_time" in scene.frame else ()
    return (*lines_of(scene, "ask_again"), *how)


def _check(scene: Scene) -> Prompt:
    """Ask whether a close match is what was meant: "Did you mean this? I am going"."""
    so_far, here = scene.so_far, scene.here
    meant = next(one for one in offered(scene, here) if one.key == so_far.checking)
    number, of = scene.road.number(here)
    return Prompt(
        kind="check",
        stage="steps",
        step=here.key,
        attempt=so_far.attempt,
        lines=(*lines_of(scene, "did_you_mean"), meant.label),
        options=offers(scene, "yes", "no"),
        symbol=meant.symbol,
        audio=meant.audio,
        number=number,
        of=of,
        of_about=scene.road.may_change(scene.so_far.answers),
        seen_by=here.ready.step.seen_by or scene.flow.seen_by,
    )


def _last_words(scene: Scene, said_back: str | None) -> Prompt:
    """Close with the flow's own last words and with what happens next."""
    so_far = scene.so_far
    stopped = so_far.end == "later" and so_far.answers
    name = "stopped" if stopped else _ENDS[so_far.end or "later"]
    closing = scene.road.closing if so_far.end == "sent" else ()
    own = tuple(_wording(scene, spot) for spot in closing)
    lines = (*own, *lines_of(scene, name)) if scene.manner.has_pages or not own else own
    return Prompt(
        kind="end",
        stage=so_far.stage,
        step=None,
        attempt=1,
        lines=lines,
        symbol=scene.frame[name].symbol,
        said_back=said_back,
        seen_by=scene.flow.seen_by,
    )


def _wording(scene: Scene, spot: Spot) -> str:
    """Return words in the wording of this channel, where the flow has one."""
    step = spot.ready.step
    own = {"text": step.text, "call": step.call}.get(scene.manner.wording or "")
    words = spot.ready.words
    return scene.filled(own or words, spot) or scene.filled(words, spot)


_ENDS: Mapping[End, str] = {
    "sent": "bye",
    "thrown_away": "thrown_away",
    "later": "see_you_later",
    "declined": "declined",
}
