"""What staff see of a cry from a number that is nobody's here, beside what every alert shows."""

from checkin.door.me import me
from checkin.storage import houses, people
from checkin.storage.tables import AlertRow


def of_nobody(row: AlertRow) -> dict[str, object]:
    """Return whose it may be told to be: whoever lives in its house. `house`: its name, to others."""
    works_here = row.house_id in me().house_ids
    return {
        "house": "" if works_here else houses.house(row.house_id).name,
        "persons": people.people_of_houses([row.house_id]) if works_here else (),
        "ends_with": None,
    }
