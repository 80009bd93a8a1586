"""When it is day for what can wait: as the cover of a person has it, or where nothing is agreed, as usual."""

from datetime import datetime

from checkin.actions.as_rules_see import covering_among
from checkin.actions.zones import zone_of
from checkin.agreements.agreement import Cover
from checkin.agreements.cover import Hours
from checkin.storage import agreements
from checkin.storage.tables import PersonRow


def hours_of(person: PersonRow, now: datetime) -> Hours:
    """Return the hours of what is said and done by day about one person."""
    found = covering_among(agreements.agreements_of(person.id, now))
    agreed = found.agreement if found else None
    return Hours(agreed.cover if agreed else Cover(), zone_of(agreed, person.house_id))
