"""What to say next: a step, or the fixed sentences around every flow, as a prompt."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from checkin.conversation.flows.placeholders import fill
from checkin.conversation.flows.prepared import Spot
from checkin.conversation.replies.option import Option
from checkin.conversation.talking.facts import Fact, Turn
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.scene import Scene
from checkin.conversation.talking.standing import End


def showing(scene: Scene, facts: tuple[Fact, ...] = (), said_back: str | None = None) -> Turn:
    """Take the turn that ends here: say what belongs here, with what followed on the way."""
    return Turn(scene.so_far, (prompt(scene, said_back),), facts)


def prompt(scene: Scene, said_back: str | None = None) -> Prompt:
    """Say what waits for an answer now."""
    match scene.so_far.stage:
        case "hello":
            return _fixed(scene, "hello", ("start", "not_now"))
        case "steps":
            return _check(scene) if scene.so_far.checking else ask(scene, scene.here, said_back)
        case "read_back":
            return _fixed(scene, "read_back", ("send", "change", "delete"), said_back)
        case "how_done":
            return _fixed(scene, "how_done", ("self", "helped", "by_other"))
        case _:
            return _last_words(scene, said_back)


class Asked(NamedTuple):
    """What a step asks of this person, before it is dressed as a prompt."""

    step: str
    kind: str
    words: str
    symbol: str | None
    options: tuple[Option, ...]
    piles: tuple[Option, ...]


def asked_at(scene: Scene, spot: Spot) -> Asked:
    """Work out what is asked at a spot: the words, and what can be picked there."""
    ready = spot.ready
    return Asked(
        step=spot.key,
        kind=_kind(scene, spot),
        words=scene.filled(ready.words, spot),
        symbol=ready.step.symbol,
        options=_offered(scene, spot),
        piles=ready.piles,
    )


def ask(scene: Scene, spot: Spot, said_back: str | None = None) -> Prompt:
    """Put the step at `spot`; asked once more, it opens with other words."""
    step, so_far, asked = spot.ready.step, scene.so_far, asked_at(scene, spot)
    given = so_far.answers.get(spot.key)
    again = lines_of(scene, "ask_again") if so_far.attempt > 1 else ()
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
        seen_by=step.seen_by or scene.flow.seen_by,
    )


def _check(scene: Scene) -> Prompt:
    """Ask whether a close match is what was meant: "Did you mean this? I am going"."""
    so_far, here = scene.so_far, scene.here
    meant = next(one for one in _offered(scene, here) if one.key == so_far.checking)
    number, of = scene.road.number(here)
    return Prompt(
        kind="check",
        stage="steps",
        step=here.key,
        attempt=so_far.attempt,
        lines=(*lines_of(scene, "did_you_mean"), meant.label),
        options=_offers(scene, "yes", "no"),
        symbol=meant.symbol,
        audio=meant.audio,
        number=number,
        of=of,
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


def _fixed(
    scene: Scene, name: str, offered: tuple[str, ...], said_back: str | None = None
) -> Prompt:
    return Prompt(
        kind=name,
        stage=scene.so_far.stage,
        step=None,
        attempt=1,
        lines=lines_of(scene, name),
        options=_offers(scene, *offered),
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
    values = {**scene.so_far.about.values, "n": str(scene.road.questions)}
    return tuple(filter(None, (fill(words, values) for words in lines)))


def _offers(scene: Scene, *names: str) -> tuple[Option, ...]:
    """Return fixed choices, such as yes and no, by their names in the frame."""
    lines = ((name, scene.frame[name]) for name in names)
    return tuple(Option(name, line.say[0], line.symbol) for name, line in lines)


def _kind(scene: Scene, spot: Spot) -> str:
    """Return which page fits; what an earlier step gave to pick from is no page of faces."""
    if spot.ready.source and spot.ready.source not in scene.so_far.about.lists:
        return spot.ready.kind.replace("people", "choose")
    return spot.ready.kind


def _offered(scene: Scene, spot: Spot) -> tuple[Option, ...]:
    if not spot.ready.source or not spot.asks:
        return spot.ready.options
    return (*_people(scene, spot.ready.source), *spot.ready.options)


def _people(scene: Scene, source: str) -> Iterable[Option]:
    """Offer a list of the person's own, or what they picked or sorted at an earlier step."""
    lists = scene.so_far.about.lists
    if source in lists:
        return [Option(one.key, one.label, picture=one.picture) for one in lists[source]]
    given = scene.so_far.answers.get(source)
    if given is None:
        return ()
    before = {option.key: option for option in _offered(scene, scene.road.at(source))}
    picked = (choice.partition(":")[0] for choice in given.choices)
    return [before[key] for key in picked if key in before]
