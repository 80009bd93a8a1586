"""What is kept when a person answers: what they gave, beside the question as it was asked."""

import re
from dataclasses import replace

from checkin.conversation.replies.option import Option
from checkin.conversation.talking.asked import Asked
from checkin.conversation.talking.given import Given, Silence
from checkin.conversation.talking.said import Picked
from checkin.conversation.talking.scene import Scene

WORDS_ALONE = ("own_words", "photo")
SEVERAL = ("choose_many", "people_many", "sort")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


def fits(asked: Asked, picked: tuple[str, ...]) -> bool:
    """Tell whether this can be picked here: something offered, once, and not too much of it."""
    if len(picked) == 1:
        return _label(asked, picked[0]) is not None and (
            asked.kind not in SEVERAL or bool(asked.options)
        )
    things = {key.partition(":")[0] for key in picked}  # nothing lies on two piles
    most = len(asked.options) if asked.kind in SEVERAL else 1
    fewest_and_most = 0 < len(picked) == len(things) <= most
    return fewest_and_most and all(_label(asked, key) is not None for key in picked)


def blank(asked: Asked) -> Given:
    """Note that a question was put and passed by: no answer, and not "Skip" either."""
    return Given(step=asked.step, asked=asked.words, symbol=asked.symbol)


def with_choices(given: Given, scene: Scene, asked: Asked, picked: Picked) -> Given:
    """Put choices, with the labels that were shown, beside the words already given.

    An order is kept as the items in the order picked; piles as "item:pile" pairs; a time of
    the person's own as "HH:MM".
    """
    here = scene.here
    picked = _a_face_wins(scene, picked)
    choices = [here.ready.choices[key] for key in picked.choices if key in here.ready.choices]
    replies = [scene.filled(choice.reply, here) for choice in choices if choice.reply]
    return Given(
        step=given.step,
        asked=given.asked,
        choices=picked.choices,
        labels=tuple(_label(asked, key) or "" for key in picked.choices),
        symbol=given.symbol,
        symbols=tuple(_symbol(asked, key) for key in picked.choices),
        words=given.words,
        media=given.media,
        how=picked.how,
        marks=tuple(dict.fromkeys(mark for choice in choices for mark in choice.marks)),
        reply=" ".join(replies) or None,
    )


def _a_face_wins(scene: Scene, picked: Picked) -> Picked:
    """Leave out "No one" beside somebody to be kept out: that is never undone by one tap too many."""
    own = scene.here.ready.choices
    faces = tuple(key for key in picked.choices if key not in own)
    if scene.here.ready.step.does == "keeps_from" and faces:
        return replace(picked, choices=faces)
    return picked


def with_words(given: Given, words: str | None, media: tuple[str, ...]) -> Given:
    """Put own words beside the choices already given, in place of words given earlier.

    No words (None) leave earlier words as they are; media join those already there.
    """
    return given._replace(
        how=given.how if given.choices else "words",
        words=given.words if words is None else words,
        media=tuple(dict.fromkeys((*given.media, *media))),
        silence=None,
    )


def with_more_words(given: Given, words: str) -> Given:
    """Keep a reply that was not plainly a choice, on a line of its own, just as it was sent."""
    return with_words(given, f"{given.words}\n{words}" if given.words else words, ())


def with_silence(given: Given, silence: Silence) -> Given:
    """Keep "I don't know" or "Skip" as the answer; words given earlier stay beside it."""
    return given._replace(choices=(), labels=(), symbols=(), silence=silence, marks=(), reply=None)


def _label(asked: Asked, picked: str) -> str | None:
    """Return what was shown for this choice, or None where it was not offered."""
    if asked.kind == "time" and _TIME.fullmatch(picked):
        return picked
    if not asked.piles:
        chosen = _option(asked.options, picked)
        return chosen.label if chosen else None
    key, _, pile_key = picked.partition(":")
    item, pile = _option(asked.options, key), _option(asked.piles, pile_key)
    return f"{item.label}: {pile.label}" if item and pile else None


def _symbol(asked: Asked, picked: str) -> str | None:
    chosen = _option(asked.options, picked.partition(":")[0])
    return chosen.symbol if chosen else None


def _option(options: tuple[Option, ...], key: str) -> Option | None:
    for option in options:
        if option.key == key:
            return option
    return None
