"""Whoever comes on shift reads how each person wants their day, and ticks that they did."""

from collections.abc import Mapping
from datetime import datetime

from checkin.storage import people
from checkin.storage.transaction import kept_together

READ = "handover_read"


def read_handover(person_id: str, staff_id: str, now: datetime) -> None:
    """Keep when someone last read a person's card."""
    with kept_together():
        person = people.the_person(person_id)
        ticks = {**person.profile.get(READ, {}), staff_id: now.isoformat()}
        people.change(person_id, profile={**person.profile, READ: ticks})


def who_read(profile: Mapping[str, object]) -> dict[str, datetime]:
    """Return when each member of staff last read this person's card."""
    ticks = profile.get(READ)
    kept = ticks if isinstance(ticks, Mapping) else {}
    return {staff_id: datetime.fromisoformat(at) for staff_id, at in kept.items()}
