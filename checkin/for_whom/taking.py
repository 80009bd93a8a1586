"""Which of the alerts that they were told of a text of staff takes."""

from collections.abc import Mapping, Sequence

from checkin.conversation.replies.language import Language
from checkin.for_whom.alert_named import named_in, takes_all, those_named
from checkin.for_whom.refusal import Refusal
from checkin.for_whom.staff_meant import (
    LEVELS,
    RINGS,
    FromStaff,
    HasIt,
    NothingToTake,
    Question,
    Takes,
    TakesEach,
    Told,
    WhichOne,
)

BOTH = 2


def taken(
    words: str,
    told: Sequence[Told],
    called: Mapping[str, frozenset[str]],
    language: Language,
    asked: Question | None,
) -> FromStaff | None:
    """Return what its own words take; "ok both" after "Which one can you not do?" is in doubt."""
    named = named_in(words, told, called, language)
    if named is None or (not named and _only_thanks(words, told, language)):
        return None
    if not told:
        return NothingToTake()
    every = takes_all(words, language) and asked != "which_not"
    return _of_these(named or told, words, language, every=every)


def taken_by_answer(
    answer: Refusal,
    words: str,
    told: Sequence[Told],
    called: Mapping[str, frozenset[str]],
    language: Language,
) -> FromStaff | None:
    """Return what the answer to "Which one?" takes; beside "sorry" or "thanks" it takes nothing."""
    if not language.from_staff.thanks.isdisjoint(language.comparable(words).words):
        return None
    named = those_named(answer.named, told, called)
    return _of_these(named or told, words, language, every=answer.of_all)


def _of_these(of: Sequence[Told], words: str, language: Language, *, every: bool) -> FromStaff:
    """Return the one of them that nobody has; of several each, or that it is asked which."""
    nobody_has = [one for one in of if one.taken_by is None]
    still_open = most_pressing_first(_that_ring(nobody_has) or nobody_has)
    match still_open:
        case [one]:
            return Takes(one)
        case []:
            theirs = most_pressing_first([one for one in of if one.is_theirs])
            if every and len(theirs) > 1:  # said again, each is named again
                return TakesEach(theirs)
            return HasIt(max(of, key=lambda one: one.last_on_their_mind))
        case _ if every and _is_sure(words, len(still_open), language):
            return TakesEach(still_open)
        case _:
            return WhichOne(still_open)


def _is_sure(words: str, how_many: int, language: Language) -> bool:
    """Say whether all of so many are taken: "both" is of two, and "sorry" leaves it in doubt."""
    said, here = language.comparable(words).words, language.from_staff
    of_so_many = how_many == BOTH or here.of_two.isdisjoint(said)
    return of_so_many and here.doubts_all.isdisjoint(said)


def _that_ring(alerts: Sequence[Told]) -> list[Told]:
    """Return those that ring until somebody takes them: these are meant before work of a shift."""
    return [one for one in alerts if one.level in RINGS]


def _only_thanks(words: str, told: Sequence[Told], language: Language) -> bool:
    """Say whether it takes nothing: "ok thanks" of who just refused all that nobody has."""
    still_open = [one for one in told if one.taken_by is None]
    refused = bool(still_open) and all(one.refused for one in still_open)
    return refused and language.from_staff.thanks.issuperset(language.comparable(words).words)


def most_pressing_first(alerts: Sequence[Told]) -> tuple[Told, ...]:
    """Return them by level, and of one level those told of last first."""
    newest_first = sorted(alerts, key=lambda one: one.told_at, reverse=True)
    return tuple(sorted(newest_first, key=lambda one: LEVELS.index(one.level)))
