"""An agreement takes away help, and who wrote it is all of its cover: another who leads, and the person, are told."""

from datetime import datetime

from checkin.actions.another_who_leads import another_who_leads, tell_those_outside
from checkin.actions.raise_reached import raise_reached
from checkin.actions.text_person import text_to
from checkin.agreements.agreement import Agreement
from checkin.agreements.happened import AgreementNarrowed
from checkin.agreements.narrowed import taken_away
from checkin.lives.reach import reach
from checkin.storage import messages, people
from checkin.storage import staff as staff_kept


def look_at_narrowed(
    before: Agreement, after: Agreement, version_id: str, staff_id: str, now: datetime
) -> None:
    """Put it on the list of another than who wrote it, where it takes something away; text the person."""
    person = people.the_person(after.person)
    here = {one.id: one.called for one in staff_kept.staff_of_houses([person.house_id])}
    less = taken_away(before, after, staff_id, here)
    if not less:
        return
    by, reader = here.get(staff_id, "Somebody"), another_who_leads(person.house_id, staff_id)
    raise_reached(
        person, AgreementNarrowed(version_id, after.title, staff_id, by, less, reader), now
    )
    key = f"agreement_narrowed:{version_id}"
    if reader is None:
        tell_those_outside(person, "agreement_not_looked_at", by, now, key=key)
    if reach(person, "text"):
        messages.put([text_to(person, "agreement_changed", {"staff": by}, now, key=key)])
