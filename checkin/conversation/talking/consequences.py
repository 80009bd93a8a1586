"""What one answer gives cause for, once it counts: told by what the flow says it does, never by a name.

What own words tell is heard where it is known who is around them (actions/told_in_words.py).
"""

from collections.abc import Iterator

from checkin.conversation.flows.does import ChoiceDoes, StepDoes
from checkin.conversation.flows.level import Level
from checkin.conversation.flows.prepared import Spot
from checkin.conversation.flows.sets import OF_PAGES, PICKED_TIME
from checkin.conversation.flows.step import Choice, Step
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.replies.own_words import OPEN_NOTHING, OwnWordsAre, own_words_are
from checkin.conversation.talking.answering import WORDS_ALONE
from checkin.conversation.talking.facts import (
    AskingStopped,
    DayDeclined,
    Fact,
    LineSet,
    Marked,
    PromiseJudged,
    SettingChosen,
    TalkAsked,
    Tell,
    ToBeRead,
    YouSaid,
)
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.scene import Scene

SAYS_HURT: ChoiceDoes = "says_hurt"
ASK: tuple[OwnWordsAre, ...] = ("worry", "wish", "question")
PICKS_PEOPLE: tuple[StepDoes, ...] = ("keeps_from", "shows_to", "talks_with")
RINGS_ADVOCATE: ChoiceDoes = "rings_advocate"


def consequences(scene: Scene, spot: Spot, given: Given) -> tuple[Fact, ...]:
    """Return the facts of one answer, in a fixed order: marks, who is told, what else it does."""
    picked = [spot.ready.choices[key] for key in given.choices if key in spot.ready.choices]
    return (
        *(Marked(mark, given.step) for mark in given.marks),
        *(
            Tell(
                level,
                given.step,
                one.label,
                hurt=one.does == SAYS_HURT,
                advocate=one.does == RINGS_ADVOCATE,
            )
            for one in picked
            if (level := level_of(one))
        ),
        *(one for one in _settings(spot, given) if one.name not in OF_PAGES),
        *_of_step(scene, spot, given, picked),
        *(fact for one in picked if (fact := _of_choice(one, scene, spot, given))),
    )


def settings_chosen(spot: Spot, given: Given) -> tuple[SettingChosen, ...]:
    """Return what the choices of one answer set of the person's pages, as soon as it is given."""
    return tuple(one for one in _settings(spot, given) if one.name in OF_PAGES)


def _settings(spot: Spot, given: Given) -> Iterator[SettingChosen]:
    """Yield what was picked sets; a time of one's own is set as the choice says that leads to it."""
    choices = spot.ready.choices
    own_time = (one for one in choices.values() if PICKED_TIME in one.sets.values())
    for key in given.choices:
        choice = choices.get(key) or next(own_time, None)
        for name, to in choice.sets.items() if choice else ():
            yield SettingChosen(name, key if to == PICKED_TIME else to)


def level_of(choice: Choice) -> Level | None:
    """Return how soon somebody is told where this is picked, if anybody is."""
    return "now" if choice.does == SAYS_HURT else choice.tell


def _of_step(scene: Scene, spot: Spot, given: Given, picked: list[Choice]) -> Iterator[Fact]:
    step = spot.ready.step
    if step.sets and not given.silence:
        yield LineSet(step.sets.line, given)
    to_be_read = given.needs_reading and spot.ready.kind not in WORDS_ALONE
    if _waits_for_us(step, given, scene.frame.language, to_be_read=to_be_read):
        yield YouSaid(given)
    if to_be_read:
        yield ToBeRead(given)
    if step.does == "judges_promise" and spot.of:
        yield from (PromiseJudged(spot.of, one.means) for one in picked if one.means)


def _waits_for_us(step: Step, given: Given, language: Language, *, to_be_read: bool) -> bool:
    """Say whether own words, a voice or a picture open a loop, whichever step they were given at.

    What is a line of theirs stands on their pages; who picks people says no more by it; and what
    is to be read opens one by that.
    """
    if step.you_said:
        return bool(given.words or given.media)
    if step.sets or step.does in PICKS_PEOPLE or to_be_read:
        return False
    return bool(given.media) or bool(given.words and _say_more(given, given.words, language))


def _say_more(given: Given, words: str, language: Language) -> bool:
    """Say whether words ask for something, or say how things are.

    Beside a choice that was not tapped they may be that choice ("had them"): then what asks alone.
    """
    are = own_words_are(words, OnAJourney(language))
    is_choice = bool(given.choices) and given.how != "tap"
    return are in ASK if is_choice else are not in OPEN_NOTHING


def _of_choice(choice: Choice, scene: Scene, spot: Spot, given: Given) -> Fact | None:
    match choice.does:
        case "asks_to_talk":
            with_whom = _faces(scene, "talks_with") or _faces(scene, "shows_to")
            return TalkAsked(given.step, with_whom)
        case "declines_day":
            return DayDeclined(given.step)
        case "stops_asking":
            return AskingStopped(given.step)
        case "not_done" if spot.of:
            return PromiseJudged(spot.of, "not_done")
        case _:
            return None


def _faces(scene: Scene, does: StepDoes) -> tuple[str, ...]:
    """Return who was picked at the steps that do this; a flow's own choices are no faces."""
    answers = scene.so_far.answers
    return tuple(
        key
        for spot in scene.road.spots
        if spot.ready.step.does == does and spot.key in answers
        for key in answers[spot.key].choices
        if key not in spot.ready.choices
    )
