"""Who looks at what a person has sent, and by when: named after it was sent (flow-library.md B.2).

It is whoever its alert told, or whose list its task is on; where it raised nothing, whoever may
read it, first who knows the person. A time is said only where an alert or a task really has one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from checkin.actions.contacts import Contacts
from checkin.actions.may_see import said_in
from checkin.actions.telling import reached_by, told_first
from checkin.actions.who_knows import raised_by_answers
from checkin.agreements.seen import Said, Words
from checkin.agreements.will_see import those_who_may
from checkin.storage import agreements
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, CheckInRow, PersonRow, Staff


@dataclass(frozen=True, slots=True)
class Looks:
    """Who looks at it (nobody: no one here may), and until when it is to be done, if ever."""

    staff: tuple[Staff, ...]
    do_by: datetime | None = None


def who_looks(check_in: CheckInRow, person: PersonRow, now: datetime) -> Looks:
    """Return who looks at a check-in that was sent."""
    raised = sorted(
        raised_by_answers(check_in.id),
        key=lambda one: (one.level != "now", one.do_by is not None, one.do_by or now),
    )
    if raised:
        return Looks(tuple(_told(raised[0], person)), raised[0].do_by)
    return Looks(tuple(reader(said_in({check_in.id}, now)[check_in.id], person)))


def _told(alert: AlertRow, person: PersonRow) -> Sequence[Staff]:
    version = alert.agreement_version_id
    agreement = agreements.version(version).agreement if version else None
    contacts = Contacts(frozenset({alert.house_id}), frozenset(filter(None, [alert.check_in_id])))
    tell, staff = told_first(alert, person, agreement, contacts, alert.opened_at)
    return reached_by(tell, staff)


def reader(said: Said, person: PersonRow, step: str = "") -> Sequence[Staff]:
    """Return who reads what was said there, first who knows the person; nobody if no one may.

    Where nobody here may, it is a contact outside the house.
    """
    here = {one.id: one for one in staff_kept.staff_of_houses([person.house_id])}
    outside = staff_kept.staff_by_id(said.around.team.outside)
    may = those_who_may(here, Words(said, step), person.house_id, outside)
    if person.keyworker_id in may:
        return [here[person.keyworker_id or ""]]
    return [one for key, one in {**here, **outside}.items() if key in may][:1]
