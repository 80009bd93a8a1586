"""Own words from an older page of the same conversation: put beside what is said there already.

A page is left open in another tab, or Back of the browser shows it again. What somebody says on
it is read back and sent with the rest, and the conversation stays where it is.
"""

from collections.abc import Sequence

from checkin.conversation.talking.answering import blank, with_words
from checkin.conversation.talking.asked import asked_at
from checkin.conversation.talking.asking import showing
from checkin.conversation.talking.facts import Answered, Turn
from checkin.conversation.talking.said import OwnWordsGiven
from checkin.conversation.talking.scene import Scene


def say_beside(now: Scene, step: str, said: OwnWordsGiven) -> Turn | None:
    """Add words, a voice or a photo to the answer of a step that stands; None: it stands no more."""
    spot = now.road.by_key.get(step)
    if spot is None:
        return None
    if spot.ready.kind == "private_word":  # among the answers there is no trace of it
        return showing(now)
    before = now.so_far.answers.get(step) or blank(asked_at(now, spot))
    given = with_words(before, joined(before.words, said.words), said.media)
    if given == before:
        return showing(now)
    answers = {**now.so_far.answers, step: given}
    return showing(now.become(now.so_far._replace(answers=answers)), (Answered(given),))


def pieces(turns: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Return what was added in which turn (its place): `joined` told again, from the words of each turn.

    Words that do not go on from those before stand in their place.
    """
    found: list[tuple[int, str]] = []
    before = ""
    for place, words in enumerate(turns):
        if words == before:
            continue
        rest = words.removeprefix(before)
        goes_on = rest != words and rest[:1].isspace()
        found = [*found, (place, rest.strip())] if goes_on else [(place, words)]
        before = words
    return tuple(found)


def joined(before: str | None, words: str | None) -> str | None:
    """Return both, each as given; the same words twice are once, and longer ones hold the shorter."""
    if not before or (words and words.startswith(before)):
        return words
    if not words or f"\n{words}\n" in f"\n{before}\n":
        return before
    return f"{before}\n{words}"
