"""A house begins to use Checkin."""

import difflib

from checkin.storage import houses, people
from checkin.storage.tables import HouseRow, new_id


class HouseNameError(Exception):
    """A house is called almost so; the message says what to write."""


def add_house(name: str, *, new: bool = False) -> tuple[str, str | None]:
    """Return the id of the house with this name, however it is spaced, and its name if it is new.

    HouseNameError where it is almost that of another, unless it is said to be `new`.
    """
    plain = " ".join(name.split())
    found = houses.house_named(plain)
    if found:
        return found.id, None
    if not new:
        _refuse_what_is_almost_there(plain)
    row = HouseRow(id=new_id(), name=plain)
    people.put(row)
    return row.id, plain


def _refuse_what_is_almost_there(name: str) -> None:
    here = houses.names()
    if difflib.get_close_matches(name.casefold(), [one.casefold() for one in here], cutoff=0.8):
        raise HouseNameError(
            f"No house is called '{name}'. The houses here: {'; '.join(here)}. "
            "Write one of these, or say --new-house."
        )
