"""The houses in which nobody can be rung or texted, and where their calls go: said before one comes."""

from collections.abc import Collection, Iterator

from checkin.lives.reach import reach
from checkin.storage import houses
from checkin.storage import staff as staff_kept
from checkin.storage.outside import contacts_of
from checkin.storage.tables import Staff
from checkin.wording import in_a_row


def nobody_to_tell(house_ids: Collection[str] | None = None) -> Iterator[str]:
    """Yield a sentence for each house in use where nobody has a phone: of all houses, or of some."""
    for house_id in houses.ids() if house_ids is None else house_ids:
        here = staff_kept.staff_of_houses([house_id])
        if not _with_a_phone(here) and houses.is_open(house_id):
            yield _sentence(houses.house(house_id).name, house_id)


def _sentence(name: str, house_id: str) -> str:
    outside = contacts_of([house_id]).get(house_id, ())
    beyond = _with_a_phone(staff_kept.who_manages_elsewhere(house_id)) or _with_a_phone(outside)
    go_to = f"go to {in_a_row([one.called for one in beyond])}" if beyond else "reach nobody"
    return f"Nobody who works in {name} has a phone written down. Its calls {go_to}."


def _with_a_phone(staff: Collection[Staff]) -> list[Staff]:
    return [one for one in staff if reach(one, "call")]
