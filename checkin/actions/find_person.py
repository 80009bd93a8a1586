"""Whom somebody means who wrote a name: one person, or a sentence on how to say which."""

from collections.abc import Sequence

from checkin import wording
from checkin.actions.new_account import as_address
from checkin.storage import circles, houses, people
from checkin.storage import staff as staff_kept
from checkin.storage.tables import CircleRow, PersonRow, Staff


class WhoError(Exception):
    """Nobody, or more than one, is called so; the message says how to write whom you mean."""


def find_person(written: str) -> PersonRow:
    """Return the one person meant by a full name, what they are called, "name, house", or an id."""
    everyone = people.everyone()
    homes = {row.id: houses.house(row.house_id).name for row in everyone}
    meant = _same(written)
    found = [
        row for row in everyone if meant == row.id or meant in _ways_to_say(row, homes[row.id])
    ]
    if not found:
        raise WhoError(
            f"Nobody here is called '{written}'. Add them first, or write the full name."
        )
    if len(found) > 1:
        raise WhoError(_several(written, found, homes))
    return found[0]


def find_staff(address: str) -> Staff:
    """Return the member of staff who signs in with this address."""
    found = staff_kept.staff_by_email(as_address(address))
    if found is None:
        raise WhoError(f"Nobody signs in as {address}. Add them first.")
    return found


def find_in_circle(person: PersonRow, written: str) -> CircleRow:
    """Return the one around a person meant by a name, "name, relation", or an id."""
    meant = _same(written)
    found = [
        row
        for row in circles.circle_of(person.id)
        if meant in (row.id, _same(row.name), _same(f"{row.name}, {row.relation}"))
    ]
    if not found:
        raise WhoError(f"'{written}' is not in {person.called}'s circle. Add them first.")
    if len(found) > 1:
        each = [f"{one.name}, {one.relation} (id {one.id})" for one in found]
        raise WhoError(
            f"In {person.called}'s circle {len(found)} are called '{written}': "
            f"{'; '.join(each)}. Write one of these, or its id."
        )
    return found[0]


def _ways_to_say(row: PersonRow, house: str) -> set[str]:
    names = (row.name, row.called)
    return {_same(name) for name in names} | {_same(f"{name}, {house}") for name in names}


def _same(name: str) -> str:
    """Return a name the same however its capitals and spaces were typed."""
    return " ".join(name.casefold().split()).replace(" ,", ",")


def _several(written: str, found: Sequence[PersonRow], houses: dict[str, str]) -> str:
    each = [f"{row.name}, {houses[row.id]}" for row in found]
    if len({_same(one) for one in each}) == len(each):
        return (
            f"{len(found)} people are called '{written}'. "
            f"Write whom you mean as one of these: {'; '.join(each)}."
        )
    with_ids = [f"{one} (id {row.id})" for one, row in zip(each, found, strict=True)]
    return (
        f"{len(found)} people are called '{written}': {wording.in_a_row(with_ids)}. "
        "Write the id of the one you mean."
    )
