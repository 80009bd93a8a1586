"""A house begins to use Checkin."""

from checkin.storage import houses, people
from checkin.storage.tables import HouseRow, new_id


def add_house(name: str) -> tuple[str, str | None]:
    """Return the id of the house with this name, however it is spaced, and its name if it is new."""
    plain = " ".join(name.split())
    found = houses.house_named(plain)
    if found:
        return found.id, None
    new = HouseRow(id=new_id(), name=plain)
    people.put(new)
    return new.id, plain
