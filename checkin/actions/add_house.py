"""A house begins to use Checkin."""

from checkin.storage import people
from checkin.storage.tables import HouseRow, new_id


def add_house(name: str) -> str:
    """Return the id of the house with this name, new or not."""
    found = people.house_named(name)
    if found is None:
        found = HouseRow(id=new_id(), name=name)
        people.put(found)
    return found.id
