"""What staff text may say that they cannot do it: wholly, with more in own words, or perhaps."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Literal

from checkin.conversation.replies.faces import senses
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.phrases import Words, holds_any, phrase_at
from checkin.conversation.replies.staff_words import FromStaff

_CLAUSE_ENDS = re.compile(r"(?<=[^\W_])[.,;:!?\n]+")

NO_REFUSAL = "no_refusal"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal, and the words of it that name an alert.

    how: all of it refuses; it refuses and goes on in own words; or nobody can be sure.
    just_no: it says no more than no. of_theirs: it is said of what one has. of_all: of all of them.
    """

    how: Literal["whole", "goes_on", "in_doubt"]
    named: frozenset[str] = frozenset()
    just_no: bool = False
    of_theirs: bool = False
    of_all: bool = False


@dataclass(frozen=True, slots=True)
class _Run:
    """What the first words of a text are, as far as they can be about an alert."""

    kinds: frozenset[str]
    named: frozenset[str]
    whole: bool
    unfinished: bool
    of_all: bool


def refusal_in(words: str, names: Set[str], language: Language) -> Refusal | None:
    """Return how a text refuses, where it does; `names`: what an alert can be called by."""
    said, here = language.comparable(words), language.from_staff
    if not said.words:
        down = senses(said.faces) == {"thumb_down"}
        return Refusal("whole", just_no=True) if down else None
    run = _run(said.words, names, here)
    if run.whole and run.kinds:
        asks = said.asks and "refuses" not in run.kinds
        return _refusal("in_doubt" if asks else "whole", run)
    for first in _first_clauses(words):
        clause = language.comparable(first)
        begins = _run(clause.words, names, here)
        if begins.whole and begins.kinds - {"just_no"} and not clause.asks:
            return _refusal("goes_on", begins)
    if run.kinds & {"gives_back", "refuses"}:
        return _refusal("goes_on", run)
    return _refusal("in_doubt", run) if run.unfinished else None


def answer_in(words: str, names: Set[str], language: Language) -> Refusal | None:
    """Return what a text names that answers which one, and says no more: "dev", or "both"."""
    said, here = language.comparable(words), language.from_staff
    run = _run(said.words, names, here, answers=True)
    takes = holds_any(said.words, here.takes) or "thumb_up" in senses(said.faces)
    plain = run.whole and not run.kinds and not said.asks and not takes
    return _refusal("whole", run) if plain and (run.named or run.of_all) else None


def asks_which(words: str, language: Language) -> bool:
    """Whether a text asks for our list once more: "which one?"."""
    here = language.from_staff
    rest = tuple(word for word in language.comparable(words).words if word not in here.beside)
    return bool(rest) and phrase_at(rest, 0, here.asks_which) == rest


def _refusal(how: Literal["whole", "goes_on", "in_doubt"], run: _Run) -> Refusal:
    return Refusal(
        how,
        run.named,
        just_no=run.kinds == {"just_no"},
        of_theirs=bool(run.kinds & {"gives_back", "unfinished"}),
        of_all=run.of_all and run.whole,
    )


def _first_clauses(words: str) -> Iterator[str]:
    """Yield what stands before each mark, the longest first: "Sorry, I can't", then "Sorry"."""
    for mark in reversed([*_CLAUSE_ENDS.finditer(words)]):
        yield words[: mark.end()]


def _run(words: Words, names: Set[str], here: FromStaff, *, answers: bool = False) -> _Run:
    """Read on until a word that has nothing to do with an alert. `answers`: our question."""
    kinds: set[str] = set()
    named: set[str] = set()
    place, unfinished, of_all = 0, False, False
    while place < len(words):
        kind, length = _phrase(words, place, here)
        if kind == NO_REFUSAL:
            break
        if kind:
            unfinished |= not kinds and bool(phrase_at(words, place, here.unfinished))
            kinds.add(kind)
        elif every := _all_of_them(words, place, kinds, here, answers=answers):
            of_all, length = True, every
        elif words[place] in names:
            named.add(words[place])
        elif words[place] not in here.beside:
            break
        place += length
    return _Run(frozenset(kinds), frozenset(named), place == len(words), unfinished, of_all)


def _all_of_them(
    words: Words, place: int, kinds: Set[str], here: FromStaff, *, answers: bool
) -> int:
    """Return the length of "both" here; "either" says so after "cant do", and not after "it"."""
    after = bool(kinds & {"refuses", "unfinished"}) and "gives_back" not in kinds
    every = phrase_at(words, place, here.all_of_them) if answers or after else None
    any_ = phrase_at(words, place, here.any_of_them) if after else None
    return len(every or any_ or ())


def _phrase(words: Words, place: int, here: FromStaff) -> tuple[str, int]:
    """Return of which list the phrase at this place is, and its length; "" and one where none."""
    found = {
        "gives_back": phrase_at(words, place, here.gives_back) or (),
        "refuses": phrase_at(words, place, here.refuses) or (),
    }
    kind = max(found, key=lambda one: len(found[one]))
    length = len(found[kind])
    if len(phrase_at(words, place, here.no_refusal) or ()) > length:
        return NO_REFUSAL, 1
    if length:
        return kind, length
    for kind, phrases in (("just_no", here.just_no), ("unfinished", here.unfinished)):
        if phrase := phrase_at(words, place, phrases):
            return kind, len(phrase)
    return "", 1
