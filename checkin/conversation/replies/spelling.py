"""The ways people write everyday words, and how near a typing slip is to a word we asked for."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import OSA

SHORTEST_TYPED, SHORTEST_ASKED = 4, 3  # letters; shorter words slip into each other

_MINUTES_STUCK_ON = re.compile(r"(\d+)(?:mins?|minutes?)")
_STRETCH = re.compile(r"([^\W\d_])\1{2,}")


@dataclass(frozen=True, slots=True, eq=False)
class Spelling:
    """How people write in one language.

    usual: a word as typed, and what is looked for. spelt: what is spelt letter by letter.
    everyday: words of their own, never a slip of another.
    two_ways: words that stay as they are at the end, or behind one of stays_behind: "im ill".
    """

    usual: Mapping[str, tuple[str, ...]]
    spelt: tuple[str, ...]
    two_ways: frozenset[str]
    stays_behind: frozenset[str]
    everyday: frozenset[str]


def spelling_from(written: Mapping[str, str | Mapping[str, str]]) -> Spelling:
    """Make the spellings of a language ready, from the lists of its file."""
    same, longer = _pairs(written.get("same")), _pairs(written.get("longer"))
    return Spelling(
        usual={
            **{form: (usual,) for usual, forms in same for form in forms.split()},
            **{form: tuple(usual.split()) for form, usual in longer},
        },
        spelt=tuple(str(written.get("spelt", "")).split()),
        two_ways=frozenset(str(written.get("two_ways", "")).split()),
        stays_behind=frozenset(str(written.get("stays_behind", "")).split()),
        everyday=frozenset(str(written.get("everyday", "")).split()),
    )


def _pairs(written: str | Mapping[str, str] | None) -> Iterable[tuple[str, str]]:
    return written.items() if isinstance(written, Mapping) else ()


def canonical(typed: Sequence[str], spelling: Spelling) -> tuple[str, ...]:
    """Return the words in their usual form: "im goin" becomes i, am, going."""
    words: list[str] = []
    for place, word in enumerate(typed, start=1):
        if word in spelling.two_ways and (
            place == len(typed) or not spelling.stays_behind.isdisjoint(words[-1:])
        ):
            words.append(word)  # "im ill" is no "I will"
            continue
        words.extend(
            spelling.usual.get(word) or _minutes(word) or _last_letter_twice(word, spelling)
        )
        if words[-1] == "you" and words[-2:] == ["thank", "you"]:
            words[-2:] = ["thanks"]
    return tuple(words)


def _minutes(word: str) -> tuple[str, ...]:
    """Take "5mins" apart."""
    stuck = _MINUTES_STUCK_ON.fullmatch(word) if word[0].isdigit() else None
    return (stuck[1], "minutes") if stuck else ()


def _last_letter_twice(word: str, spelling: Spelling) -> tuple[str, ...]:
    """Read "okayy" as okay, and leave words such as "all" alone."""
    twice = word[-1:] == word[-2:-1] and word not in spelling.everyday and len(set(word)) > 1
    return spelling.usual.get(word[:-1], (word,)) if twice else (word,)


def unstretched(typed: tuple[str, ...], spelling: Spelling) -> tuple[str, ...]:
    """Undo letters held down: "yesss" is yes, "goood" is good; a pocket's "kkkkk" is no "k"."""
    if not _STRETCH.search(" ".join(typed)):
        return typed
    return tuple(_unstretched(word, spelling) if _STRETCH.search(word) else word for word in typed)


def _unstretched(word: str, spelling: Spelling) -> str:
    twice, once = _STRETCH.sub(r"\1\1", word), _STRETCH.sub(r"\1", word)
    if len(once) == 1:  # nothing but one letter
        return word
    return twice if twice in spelling.everyday else once


def squeezed(word: str) -> str:
    """Return the word with every run of one letter as a single letter."""
    return "".join(letter for letter, _ in groupby(word))


def one_slip(typed: str, asked: str) -> bool:
    """Whether one letter was added, lost, changed or swapped with its neighbour."""
    return OSA.distance(typed, asked, score_cutoff=1) == 1


def meant(typed: str, asked: Collection[str], spelling: Spelling) -> str | None:
    """Return the one asked word that `typed` is a slip of.

    None where it is a word of its own ("lots" is not lost), is short, or could be two.
    """
    near = may_mean(typed, asked, spelling)
    return near[0] if len(near) == 1 else None


def may_mean(typed: str, asked: Collection[str], spelling: Spelling) -> Sequence[str]:
    """Return all asked words that `typed` may be a slip of; none where it is a word of its own."""
    if len(typed) < SHORTEST_TYPED or typed in spelling.everyday or not typed.isalpha():
        return ()
    return [word for word in asked if len(word) >= SHORTEST_ASKED and one_slip(typed, word)]
