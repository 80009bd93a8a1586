"""By which clock on a wall something is: of what was agreed, else of the house that a person lives in."""

from checkin.agreements.agreement import Agreement
from checkin.storage import houses


def zone_of(agreement: Agreement | None, house_id: str) -> str:
    """Return the name of the zone, such as Europe/London."""
    return agreement.zone if agreement else houses.house(house_id).zone
