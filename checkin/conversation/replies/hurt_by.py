"""Who hurts somebody, as their own words say it: by name, by nobody's name, or no one but a thing.

To be afraid of somebody who is named is to tell of them ("scared of Lena"), as `told_of` says.

Where nobody can tell who it was, it closes; "my leg hurts me" names no one, and is for all.
Source: trust.md A2, thresholds.md T15.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Literal, NamedTuple

from checkin.conversation.replies.asked_for import before_asking
from checkin.conversation.replies.asking_for_a_person import asks_for_a_person
from checkin.conversation.replies.keeps_from import keeps_from
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.offered import found_in, names_apart, offered_by
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.phrases import Phrases, Words, apart, phrase_at
from checkin.conversation.replies.told_of import told_of
from checkin.conversation.replies.you import pointing

BEFORE = 4  # words: "Priya has just been hitting me"
BEHIND = 8  # words: "hit in the kitchen by my friend Priya"
Who = Literal["named", "nobody", "thing"]


class HurtBy(NamedTuple):
    """`named`: the keys of all who are named in such words. `unclear`: nobody can tell who it was.

    `hurts`: false where words only keep something from them ("dont tell Lena"), or name them in doubt.
    """

    named: tuple[str, ...]
    unclear: bool
    hurts: bool = True

    @property
    def is_known(self) -> bool:
        """Say whether it is known of whom such words are: of all who are named, and of nobody else."""
        return bool(self.named) and not self.unclear


def hurt_by(said: str, people: tuple[Option, ...], language: Language) -> HurtBy | None:
    """Return who hurts them as these words say it, or whom they fear; None where it is nobody, or a thing."""
    return _by(said, people, language, language.cries.by_somebody)


def hurt_again(said: str, people: tuple[Option, ...], language: Language) -> HurtBy | None:
    """Return who hurts again somebody who told of a hurt before: "he did it again", "marcus again"."""
    offered = offered_by(people, language)
    found = found_in(names_apart(language.comparable(said).words, offered), offered)
    if found.keys and found.rest and language.cries.again.issuperset(found.rest):
        return HurtBy(found.keys, unclear=False)
    return _by(said, people, language, language.cries.did_again)


def _by(said: str, people: tuple[Option, ...], language: Language, deeds: Phrases) -> HurtBy | None:
    offered = offered_by(people, language)
    said_apart = names_apart(language.comparable(said).words, offered)
    whole = apart(pointing(said_apart, offered), language.cries.denied)
    words, refused = before_asking(whole, offered, language)
    found = found_in(words, offered)
    names = {word for name in found.by for word in name}
    who = _who_does(deeds, words, names, language)
    if not who or set(who) == {"thing"}:
        told = told_of(words, people, language)
        return (
            HurtBy(_all_of(told, refused), unclear=False) if told else _kept(said, people, language)
        )
    too = _who_does(language.cries.did_too, words, names, language)
    return HurtBy(_all_of(found.keys, refused), "nobody" in (*who, *too))


def _who_does(
    deeds: Phrases, words: Words, names: Collection[str], language: Language
) -> Sequence[Who]:
    """Return who does each of these deeds."""
    return [
        _who(words, place, len(phrase), names, language)
        for place in range(len(words))
        if (phrase := phrase_at(words, place, deeds))
    ]


def _kept(said: str, people: tuple[Option, ...], language: Language) -> HurtBy | None:
    """Return whom words only keep it from; who asks for somebody in the same breath is told of as a hurt is."""
    words = language.comparable(said).words
    kept = keeps_from(words, people, language)
    calls = asks_for_a_person(words, language)
    return HurtBy(kept, unclear=False, hurts=calls) if kept else None


def _all_of(named: Iterable[str], refused: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*named, *refused)))


def _who(words: Words, place: int, size: int, names: Collection[str], language: Language) -> Who:
    """Say who does it: the nearest before it ("Priya hits me"), or a name behind ("hurt me, Priya")."""
    before = words[max(0, place - BEFORE) : place]
    people = [word for word in before if word in names or word in language.cries.somebody]
    if people:
        return "named" if people[-1] in names else "nobody"
    if any(word in names for word in words[place + size : place + size + BEHIND]):
        return "named"
    return "thing" if before and before[-1] in language.cries.things else "nobody"
