"""Staff are with the person: what is due now or soon need not be asked (scenarios.md D25).

Who has a phone is texted that they said so: whoever is not there would make a day silent. Whoever
may know of what the person keeps from who says it is told.
"""

from datetime import datetime

from checkin.actions.tell_who_has_it import tell_who_is_with_them
from checkin.actions.text_person import text_to
from checkin.lives.check_in import may_be_with_staff
from checkin.lives.check_in_moved_by_staff import WithStaff
from checkin.lives.reach import reach
from checkin.lives.record import Entry, by_staff, moment
from checkin.storage import check_ins, messages, people, record
from checkin.storage.tables import PersonRow
from checkin.storage.transaction import kept_together


def say_with_staff(check_in_id: str, staff_id: str, staff_name: str, now: datetime) -> bool:
    """Mark a check-in as with staff; False when it was answered or missed already, or is not due soon."""
    with kept_together():
        check_in = check_ins.the_check_in(check_in_id)
        if not may_be_with_staff(check_ins.life_of(check_in), now):
            return False
        check_ins.move(check_in, WithStaff(staff_name, now))
        row, by = f"check_in:{check_in_id}", by_staff(staff_id)
        record.note([Entry(now, by, "with_staff", row, {}, check_in.person_id)])
        tell_who_is_with_them(check_in.person_id, staff_id, now)
        _say_so(people.the_person(check_in.person_id), check_in_id, staff_name, now)
    return True


def _say_so(person: PersonRow, check_in_id: str, staff_name: str, now: datetime) -> None:
    if reach(person, "text"):
        key = f"with_staff:{check_in_id}:{moment(now)}"
        messages.put([text_to(person, "with_staff", {"staff": staff_name}, now, key=key)])
