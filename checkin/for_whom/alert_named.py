"""By which words a member of staff names one of the alerts they were told of."""

from collections.abc import Mapping, Sequence

from checkin.conversation.replies.faces import senses
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.phrases import holds_any, phrase_at, without_any
from checkin.for_whom.staff_meant import Told


def named_in(
    words: str,
    told: Sequence[Told],
    called: Mapping[str, frozenset[str]],
    language: Language,
) -> list[Told] | None:
    """Return the alerts a text names, none for just "got it"; None where it takes nothing."""
    said = language.comparable(words)
    rest = without_any(said.words, language.from_staff.takes)
    if said.asks or not senses(said.faces) <= {"thumb_up", "smile"}:
        return None
    if rest == said.words and not (said.faces and not said.words):
        return None
    rest = (
        without_any(rest, language.from_staff.all_of_them) if takes_all(words, language) else rest
    )
    names = frozenset(rest) - language.from_staff.beside
    if names - {word for each in called.values() for word in each}:
        return None
    return those_named(names, told, called)


def takes_all(words: str, language: Language) -> bool:
    """Whether it takes all of them: "ok both"; "both ok" says how people are."""
    said, here = language.comparable(words).words, language.from_staff
    for place in range(len(said)):
        if every := phrase_at(said, place, here.all_of_them):
            behind = said[place + len(every) :]
            return holds_any(said[:place], here.takes) and not holds_any(behind, here.takes)
    return False


def those_named(
    names: frozenset[str], told: Sequence[Told], called: Mapping[str, frozenset[str]]
) -> list[Told]:
    """Return those that all these words name, else those that any does."""
    by_all = [one for one in told if names and names <= called[one.alert_id]]
    return by_all or [one for one in told if not names.isdisjoint(called[one.alert_id])]


def called_by(words: str, told: Sequence[Told], language: Language) -> dict[str, frozenset[str]]:
    """Return what each can be called by in a text: "help" is what says so, else what is NOW."""
    cries = _cries_in(words, language)
    of_none = cries.difference(*(language.comparable(one.title).words for one in told))
    return {
        one.alert_id: _names_of(one, words, language)
        | cries.intersection(language.comparable(one.title).words)
        | (of_none if one.level == "now" else frozenset())
        for one in told
    }


def _cries_in(words: str, language: Language) -> frozenset[str]:
    """Return the words of a cry that name an alert, as in "ok help"."""
    said, here = language.comparable(words).words, language.from_staff
    named = holds_any(said, here.names_a_cry)
    return here.cries.intersection(said) if named else frozenset()


def _names_of(one: Told, words: str, language: Language) -> frozenset[str]:
    """Return what an alert can be called by: its person; with "the ... one" a word of its title."""
    here, said = language.from_staff, language.comparable(words).words
    names = frozenset(language.comparable(one.about).words)
    of_theirs = frozenset(f"{word}s" for word in names)
    points = not here.points_to.isdisjoint(said)
    if points and not (here.points_from | of_theirs).isdisjoint(said):
        return names | of_theirs | here.points_to | {*language.comparable(one.title).words}
    return names | of_theirs
