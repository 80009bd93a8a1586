"""Who hurts a person, as their own words say it, among all who are around them; or whom words only name in doubt."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from checkin.actions.flows_in_use import flows_in_use
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.names_said import somebody
from checkin.conversation.replies.of_staff import kept_by
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.you import as_you
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.standing import SoFar
from checkin.storage import circles, people
from checkin.storage import staff as staff_kept
from checkin.storage.outside import contacts_of
from checkin.storage.tables import PersonRow, Staff


def who_hurts(person_id: str, given: Iterable[Given]) -> Mapping[str, HurtBy]:
    """Return by step who it is, for those answers whose words say that somebody hurts, or frightens, them.

    Or that name one of staff, and are not plainly good (`hurts` false).
    """
    return who_hurts_in([(person_id, given)])[0]


def who_hurts_in(
    talks: Iterable[tuple[str, Iterable[Given]]],
) -> Sequence[Mapping[str, HurtBy]]:
    """Return it for each of these talks (person id, answers), in a few questions for each house."""
    language = flows_in_use().frame.language
    telling = [(person_id, [one for one in given if one.words]) for person_id, given in talks]
    around = who_is_around({person_id for person_id, given in telling if given})
    return [
        _by_step(given, around[person_id], language) if given else {}
        for person_id, given in telling
    ]


def _by_step(
    given: Iterable[Given], around: tuple[Option, ...], language: Language
) -> Mapping[str, HurtBy]:
    """Return it by step; what was written there before another counts with it."""
    found: dict[str, HurtBy] = {}
    for one in given:
        by, before = kept_by(one.words or "", around, language), found.get(one.step)
        if by and before:
            by = HurtBy(
                (*before.named, *by.named), before.unclear or by.unclear, before.hurts or by.hurts
            )
        if by:
            found[one.step] = by
    return found


def who_hurts_in_answer(person_id: str, words: str, asked_by: str) -> HurtBy | None:
    """Return it for an answer to words of staff: "you" is whoever said them (staff id)."""
    return kept_by(words, around_them(person_id, asked_by), flows_in_use().frame.language)


def as_they_speak(person_id: str, given: Iterable[Given]) -> OnAJourney:
    """Return how these words are heard: with all who are around, where there are words."""
    return OnAJourney(flows_in_use().frame.language, around=around_as_told(person_id, given))


def around_as_told(person_id: str, given: Iterable[Given]) -> tuple[Option, ...]:
    """Return who may be named by this person, where these answers have words that may name one."""
    return around_them(person_id) if any(one.words for one in given) else ()


def all_as_they_speak(person_id: str, so_far: SoFar) -> OnAJourney:
    """Return how all that was said in a conversation is heard."""
    return as_they_speak(person_id, so_far.answers.values())


def around_them(person_id: str, asked_by: str | None = None) -> tuple[Option, ...]:
    """Return who may be named by this person; `asked_by`: who is "you" in what they answer (staff id)."""
    around = who_is_around([person_id])[person_id]
    return tuple(as_you(one) if one.key == asked_by else one for one in around)


def who_is_around(person_ids: Iterable[str]) -> Mapping[str, tuple[Option, ...]]:
    """Return by person who may be named: who works there, is outside it or may be called in, lives there, or is in their circle."""
    asked = sorted(person_ids)
    if not asked:
        return {}
    around = circles.circles_of(asked)
    houses: dict[str, list[str]] = defaultdict(list)
    for one in people.people_by_id(asked).values():
        houses[one.house_id].append(one.id)
    return {
        person_id: (
            *(option for key, option in here if key != person_id),
            *(_named(one.id, one.name, one.name) for one in around[person_id]),
        )
        for house, theirs in houses.items()
        for here in [_in_house(house)]
        for person_id in theirs
    }


def who_is_in(house: str) -> Sequence[Option]:
    """Return who may be named by anybody of a house: who works there, or beyond it for it, or lives there."""
    return [option for _, option in _in_house(house)]


def _in_house(house: str) -> Sequence[tuple[str, Option]]:
    called_in = staff_kept.who_manages_elsewhere(
        house
    )  # they may be, where nobody here can be told
    outside = contacts_of([house]).get(house, ())
    staff = (*staff_kept.staff_of_houses([house]), *outside, *called_in)
    others = people.people_of_houses([house])
    both: Sequence[Staff | PersonRow] = (*staff, *others)
    return [(one.id, as_named(one)) for one in both]


def as_named(one: Staff | PersonRow) -> Option:
    """Return somebody, as words may name them."""
    return replace(_named(one.id, one.called, one.name), reads=isinstance(one, Staff))


def _named(key: str, called: str, name: str) -> Option:
    return somebody(key, called, name, flows_in_use().library.language)
