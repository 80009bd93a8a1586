"""What to say next: a step, or the fixed sentences around every flow, as a prompt."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from checkin.conversation.flow import (
    Ask,
    Choice,
    ForEach,
    OwnWords,
    People,
    Photo,
    Practise,
    PrivateWord,
    Say,
    Scale,
    Sort,
    Step,
    StepPart,
    Time,
    choices_of,
    question,
)
from checkin.conversation.placeholders import fill
from checkin.conversation.road import Spot
from checkin.conversation.scene import Scene
from checkin.conversation.talk import End, Fact, Option, Prompt, Turn

NONE: Mapping[str, str] = {}


def showing(scene: Scene, facts: tuple[Fact, ...] = (), said_back: str | None = None) -> Turn:
    """Take the turn that ends here: say what belongs here, with what followed on the way."""
    return Turn(scene.so_far, (replace(prompt(scene), said_back=said_back),), facts)


def prompt(scene: Scene) -> Prompt:
    """Say what waits for an answer now."""
    match scene.so_far.stage:
        case "hello":
            questions = str(len(scene.road.questions))
            return _fixed(scene, "hello", "start", "not_now", values={"n": questions})
        case "steps":
            asked = ask(scene, scene.here)
            return _check(scene, asked) if scene.so_far.checking else asked
        case "read_back":
            return _fixed(scene, "read_back", "send", "change", "delete")
        case "how_done":
            return _fixed(scene, "how_done", "self", "helped", "by_other")
        case "ended":
            return _last_words(scene)


def ask(scene: Scene, spot: Spot) -> Prompt:
    """Put the step at `spot`; asked once more, it opens with other words."""
    step, so_far = spot.step, scene.so_far
    given = so_far.answers.get(spot.key)
    again = lines_of(scene, "ask_again") if so_far.attempt > 1 else ()
    number, of = scene.road.progress(spot)
    return Prompt(
        kind=_kind(scene, step),
        stage="steps",
        step=spot.key,
        attempt=so_far.attempt,
        lines=(*again, fill(question(step), spot.values)),
        options=_offered(scene, spot),
        piles=_options(step.piles) if isinstance(step, Sort) else (),
        symbol=step.symbol,
        audio=step.audio,
        help=_filled(step.help, spot),
        why=_filled(step.why, spot),
        text=_filled(step.text, spot),
        call=_filled(step.call, spot),
        words="main" if isinstance(step, OwnWords) else step.words,
        given=None if given is None or given.says_nothing else given,
        number=number,
        of=of,
        seen_by=step.seen_by or scene.flow.seen_by,
    )


def _check(scene: Scene, asked: Prompt) -> Prompt:
    """Ask whether a close match is what was meant: "Did you mean this? I am going"."""
    meant = next(option for option in asked.options if option.key == scene.so_far.checking)
    return replace(
        asked,
        kind="check",
        lines=(*lines_of(scene, "did_you_mean"), meant.label),
        options=_offers(scene, "yes", "no"),
        piles=(),
        symbol=meant.symbol,
        audio=meant.audio,
        text=None,
        call=None,
    )


def _last_words(scene: Scene) -> Prompt:
    """Close with the flow's own last words and with what happens next."""
    so_far = scene.so_far
    name = _ENDS[so_far.end or "later"]
    page = _fixed(scene, "stopped" if so_far.answers and so_far.end == "later" else name)
    closing = scene.road.closing if so_far.end == "sent" else ()
    own = tuple(fill(question(spot.step), spot.values) for spot in closing)
    return replace(page, kind="end", lines=(*own, *page.lines) if scene.paged or not own else own)


_ENDS: Mapping[End, str] = {
    "sent": "bye",
    "thrown_away": "thrown_away",
    "later": "see_you_later",
    "declined": "declined",
}


def _fixed(scene: Scene, name: str, *offered: str, values: Mapping[str, str] = NONE) -> Prompt:
    return Prompt(
        kind=name,
        stage=scene.so_far.stage,
        step=None,
        attempt=1,
        lines=lines_of(scene, name, values),
        options=_offers(scene, *offered),
        symbol=scene.frame[name].symbol,
        seen_by=scene.flow.seen_by,
    )


def said_of(scene: Scene, name: str) -> str:
    """Return a fixed sentence or two as one answer back."""
    return " ".join(lines_of(scene, name))


def lines_of(scene: Scene, name: str, values: Mapping[str, str] = NONE) -> tuple[str, ...]:
    """Return fixed sentences with names and times filled in."""
    known = {**scene.so_far.about.values, **values}
    return tuple(fill(words, known) for words in scene.frame[name].say)


def _offers(scene: Scene, *names: str) -> tuple[Option, ...]:
    """Return fixed choices, such as yes and no, by their names in the frame."""
    lines = ((name, scene.frame[name]) for name in names)
    return tuple(Option(name, line.say[0], line.symbol) for name, line in lines)


def _kind(scene: Scene, step: Step) -> str:
    match step:
        case Ask(many=True):
            return "choose_many"
        case People(many=many, from_=source):
            shown = "people" if source in scene.so_far.about.lists else "choose"
            return f"{shown}_many" if many else shown
        case _:
            return _KINDS[type(step)]


_KINDS: Mapping[type[StepPart], str] = {
    Say: "say",
    ForEach: "say",
    Ask: "choose",
    Scale: "scale",
    OwnWords: "own_words",
    Sort: "sort",
    Photo: "photo",
    Time: "time",
    Practise: "practise",
    PrivateWord: "private_word",
}


def _offered(scene: Scene, spot: Spot) -> tuple[Option, ...]:
    written = _options(choices_of(scene.flow, spot.step))
    if not isinstance(spot.step, People):
        return written
    return (*_people(scene, spot.step.from_), *written)


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


def _options(choices: Mapping[str, Choice]) -> tuple[Option, ...]:
    return tuple(
        Option(key, choice.label, choice.symbol, audio=choice.audio, also=choice.also)
        for key, choice in choices.items()
    )


def _filled(words: str | None, spot: Spot) -> str | None:
    return fill(words, spot.values) if words else None
