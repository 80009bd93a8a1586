"""Kept rows, as the pure rules see them."""

from collections.abc import Sequence

from checkin.actions.zones import zone_of
from checkin.agreements.happened import Person
from checkin.storage.agreements import InForce
from checkin.storage.tables import PersonRow


def as_person(person: PersonRow, name: str, agreed: InForce | None = None) -> Person:
    """Return whom it is about. `name`: what they go by among those of their house."""
    zone = zone_of(agreed.agreement if agreed else None, person.house_id)
    return Person(person.id, name, person.keyworker_id, zone, rung=bool(person.phone))


def covering_among(in_force: Sequence[InForce]) -> InForce | None:
    """Return the agreement whose cover answers for a person: the first that names anyone."""
    covered = (one for one in in_force if one.agreement.cover.day or one.agreement.cover.night)
    return next(covered, next(iter(in_force), None))
