"""Who rings a person about their call, as a text may say it: only what the alert itself says."""

from datetime import datetime

from checkin.actions.about import on_cover_now
from checkin.storage import people, what_was_sent
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow

STAFF = "Staff"


def who_rings(alert: AlertRow, now: datetime) -> str:
    """Return who has an alert; else whom its last telling rang or texted; else "Staff".

    Of several who were told it is the one on cover now; else any of them may be the one.
    """
    has_it = staff_kept.staff(alert.taken_by) if alert.taken_by else None
    if has_it:
        return has_it.called
    told = staff_kept.staff_by_id(what_was_sent.told_last(alert.id))
    on_cover = on_cover_now(people.the_person(alert.person_id), now)
    if on_cover and on_cover.id in told:
        return on_cover.called
    return " or ".join(sorted(one.called for one in told.values())) or STAFF
