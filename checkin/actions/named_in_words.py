"""Whom a person names in their own words: what they told a few is never handed on to one of those."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.who_hurts import around_them, as_named, who_is_around
from checkin.conversation.replies.named_too import whom_named
from checkin.conversation.replies.option import Option
from checkin.storage import answers
from checkin.storage.tables import Staff


def named_in(persons: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """Return by check-in whom its words name (ids). `persons`: by check-in whose it is."""
    said: dict[str, list[str]] = defaultdict(list)
    for row in answers.sent_answers_of(*persons) if persons else ():
        said[row.check_in_id] += [row.words] if row.words else []
    around = who_is_around({persons[key] for key, words in said.items() if words})
    return {key: _named(words, around[persons[key]]) for key, words in said.items() if words}


def whom_these_name(person_id: str, said: Iterable[str]) -> frozenset[str]:
    """Return whom any of these words of a person name (ids)."""
    return _named(said, around_them(person_id))


def names_staff(words: str, one: Staff) -> bool:
    """Say whether words of somebody whom we do not know name this one of staff."""
    return bool(_named([words], (as_named(one),)))


def _named(said: Iterable[str], around: tuple[Option, ...]) -> frozenset[str]:
    language = flows_in_use().frame.language
    return frozenset(one for words in said for one in whom_named(words, around, language))
