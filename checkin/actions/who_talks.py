"""Who talks with a person who does not agree, or wants to talk first, and by when: from that work itself."""

from datetime import datetime

from checkin.actions.who_looks import looks_of
from checkin.actions.who_will import said_of
from checkin.agreements.own_view import NEEDS_A_TALK, group_of
from checkin.storage import alerts
from checkin.storage.tables import PersonRow


def who_talks(version_id: str, person: PersonRow, now: datetime) -> tuple[str, ...]:
    """Say it of a version, as its page does; nothing where nothing is to be talked about."""
    work = alerts.live_in_group(group_of(version_id))
    if work is None:
        return ()
    looks = looks_of(work, now, NEEDS_A_TALK)
    return said_of([looks], person, {}, now) or ("Someone will talk with you.",)
