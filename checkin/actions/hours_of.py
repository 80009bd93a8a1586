"""When it is day for what can wait: as the cover of a person has it, or where nothing is agreed, as usual."""

from datetime import datetime

from checkin.actions.as_rules_see import covering_among
from checkin.actions.zones import zone_of
from checkin.agreements.agreement import Agreement, Cover
from checkin.agreements.cover import Hours
from checkin.storage import agreements
from checkin.storage.tables import PersonRow


def hours_of(person: PersonRow, now: datetime) -> Hours:
    """Return the hours of what is said and done by day about one person."""
    found = covering_among(agreements.agreements_of(person.id, now))
    return as_agreed(found.agreement if found else None, person.house_id)


def as_agreed(agreed: Agreement | None, house_id: str) -> Hours:
    """Return the hours of one agreement; where nothing is agreed, as usual in the house."""
    return Hours(agreed.cover if agreed else Cover(), zone_of(agreed, house_id))
