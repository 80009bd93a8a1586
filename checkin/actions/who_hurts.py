"""Who hurts a person, as their own words say it, among all who are around them."""

from collections.abc import Iterable, Mapping, Sequence

from checkin.actions.flows_in_use import flows_in_use
from checkin.conversation.replies.hurt_by import HurtBy, hurt_by
from checkin.conversation.replies.option import Option
from checkin.conversation.talking.consequences import says_hurt
from checkin.conversation.talking.given import Given
from checkin.storage import people
from checkin.storage import staff as staff_kept
from checkin.storage.outside import contacts_of
from checkin.storage.tables import PersonRow


def who_hurts(person_id: str, given: Iterable[Given]) -> Mapping[str, HurtBy]:
    """Return by step who it is, for those answers whose words say that somebody hurts them."""
    language = flows_in_use().frame.language
    telling = [one for one in given if says_hurt(one, language)]
    if not telling:
        return {}
    around = _around(people.the_person(person_id))
    found = {one.step: hurt_by(one.words or "", around, language) for one in telling}
    return {step: one for step, one in found.items() if one}


def _around(person: PersonRow) -> tuple[Option, ...]:
    """Return who may be named: who works there, is outside it, lives there, or is in their circle."""
    house = person.house_id
    staff = (*staff_kept.staff_of_houses([house]), *contacts_of([house]).get(house, ()))
    others: Sequence[PersonRow] = people.people_of_houses([house])
    return (
        *(_named(one.id, one.called, one.name) for one in staff),
        *(_named(one.id, one.called, one.name) for one in others if one.id != person.id),
        *(_named(one.id, one.name, one.name) for one in people.circle_of(person.id)),
    )


def _named(key: str, called: str, name: str) -> Option:
    return Option(key, called, also=(name, name.partition(" ")[0]))
