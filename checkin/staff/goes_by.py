"""What a person goes by on the staff pages: each house is asked about once a page."""

from flask import g

from checkin.storage import people
from checkin.storage.tables import PersonRow


def called(person: PersonRow) -> str:
    """Return what somebody goes by among those of their house."""
    houses: dict[str, dict[str, str]] = g.setdefault("names_of_houses", {})
    if person.house_id not in houses:
        houses[person.house_id] = dict(people.known_as([person.house_id]))
    return houses[person.house_id][person.id]
