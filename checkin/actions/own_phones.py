"""A phone that staff wrote down for a person: who checks it with them, and who hears of it meanwhile."""

from datetime import datetime, timedelta

from checkin import installation
from checkin.actions.another_who_leads import another_who_leads, tell_those_outside
from checkin.actions.raise_reached import raise_reached
from checkin.actions.settle_task import settle_task
from checkin.actions.text_person import text_to
from checkin.actions.whose_phone import must_be_free_for_person
from checkin.agreements.happened import OwnPhone
from checkin.agreements.own_phones import MAYBE_THEIRS, Written, group_of
from checkin.agreements.times import in_words, local
from checkin.lives.record import Entry, RecordKind, What, by_staff, digest
from checkin.phone_numbers.reading import as_people_write
from checkin.storage import facts, houses, messages, people, phone_changes, record
from checkin.storage import staff as staff_kept
from checkin.storage.tables import PersonRow, PhoneChangeRow, new_id
from checkin.storage.transaction import kept_together
from checkin.wording import short_date

ANOTHER = "Another phone was written down since."
CHECKED = "Checked with them."
BY_NOBODY = "somebody"
A_DAY = timedelta(days=1)


def keep_change(
    person: PersonRow, phone: str | None, by: str | None, now: datetime
) -> PhoneChangeRow | None:
    """Keep that a person's phone (E.164) is to become another; None where it stays. `by`: a staff id.

    Their own number, written down while another waits, is kept too: it ends what waits. The number
    they have gets one text of another. Hand in the person as they were before.
    """
    waits = waits_to_be_checked(person.id)
    if person.phone == phone and not (waits and waits.used_from is None):
        return None
    settle_task(group_of(person.id), "another", ANOTHER, now, by)
    row = PhoneChangeRow(
        id=new_id(),
        person_id=person.id,
        was=person.phone,
        phone=phone,
        changed_at=now,
        changed_by=by,
        used_from=now if _is_used_at_once(person, phone, by) else None,
    )
    phone_changes.put(row)
    _note("phone_written", row, by, now)
    if by and person.phone and not stays(row):
        _say_to_their_number(person, row, now)
    return row


def _is_used_at_once(person: PersonRow, phone: str | None, by: str | None) -> bool:
    """Say whether it takes the place of no number that is known for theirs, or nobody else could check it."""
    doubted = waits_to_be_checked(person.id)
    known = person.phone is not None and not (doubted and doubted.phone == person.phone)
    return (
        by is None
        or phone == person.phone
        or not known
        or another_who_leads(person.house_id, by) is None
    )


def _say_to_their_number(person: PersonRow, row: PhoneChangeRow, now: datetime) -> None:
    message = "number_changed" if row.used_from else "number_waits"
    key = f"phone_change:{row.id}"
    messages.put([text_to(person, message, {"staff": who_changed(row)}, now, key=key)])


def have_it_checked(row: PhoneChangeRow, now: datetime) -> None:
    """Put it on the list of another who leads; where nobody else does, those outside are told."""
    person, first = people.the_person(row.person_id), first_to_read(row)
    written = as_written(row, now)
    happened = OwnPhone(
        row.id,
        written.number,
        written.by,
        reader=first,
        instead_of="" if row.used_from else written.was,
    )
    raise_reached(person, happened, now)
    if first is None:
        key = f"phone_change:{row.id}"
        tell_those_outside(person, "phone_not_checked", happened.by, now, key=key)


def first_to_read(row: PhoneChangeRow) -> str | None:
    """Return who leads and did not change it (id); None: nobody does."""
    return another_who_leads(people.the_person(row.person_id).house_id, row.changed_by)


def waits_to_be_checked(person_id: str) -> PhoneChangeRow | None:
    """Return the last change of a person's phone, while nobody else checked it with them."""
    row = phone_changes.last_change(person_id)
    return row if row and still_unchecked(row) else None


def told_since(person_id: str, number: str) -> datetime | None:
    """Return since when this number is used, or written down, while nobody checked it: it hears of nothing told before."""
    waits = waits_to_be_checked(person_id)
    return (waits.used_from or waits.changed_at) if waits and waits.phone == number else None


def wrote_of_late(person_id: str, now: datetime) -> tuple[str, ...]:
    """Return who of staff (ids) wrote down a number for them in the last day that was never known for theirs.

    Though it was taken back since: what they called for from it may be open.
    """
    changes = phone_changes.changes_of([person_id])[person_id]
    wrote = (one.changed_by for one in changes if never_known(one) and now - one.changed_at < A_DAY)
    return tuple(dict.fromkeys(filter(None, wrote)))


def stays(row: PhoneChangeRow) -> bool:
    """Say whether the number that they had was written down again."""
    return row.was == row.phone


def still_unchecked(row: PhoneChangeRow) -> bool:
    """Say whether nobody checked what staff changed."""
    return row.changed_by is not None and row.checked_at is None and not stays(row)


def never_known(row: PhoneChangeRow) -> bool:
    """Say whether the number that staff wrote down was never known to be the person's."""
    return still_unchecked(row) or row.used_from is None


def may_check(row: PhoneChangeRow, staff_id: str) -> bool:
    """Say whether this one, who leads, may: nobody who wrote that number down for them of late."""
    changes = phone_changes.changes_of([row.person_id])[row.person_id]
    since = row.changed_at - MAYBE_THEIRS
    of_late = (each for each in changes if each.changed_at >= since)
    return staff_id not in {each.changed_by for each in of_late if each.phone == row.phone}


def check_phone(change_id: str, person_id: str, staff_id: str, now: datetime) -> None:
    """Somebody who leads checked with the person that their phone is as it is written down, once.

    From now on it is theirs. Raises NumberTakenError where it became another's meanwhile.
    """
    with kept_together():
        row = phone_changes.held(change_id)
        waits = waits_to_be_checked(person_id)
        if row is None or waits is None or row.id != waits.id or not may_check(row, staff_id):
            return
        if row.used_from is None:
            must_be_free_for_person(row.phone, person_id)
            row.used_from = now
            people.change(person_id, phone=row.phone, phone_unread=None)
            what: What = {"phone": digest(row.phone)}
            changed = f"person:{person_id}"
            by = by_staff(staff_id)
            record.note([Entry(now, by, "phone_changed", changed, what, person_id)])
        row.checked_at, row.checked_by = now, staff_id
        _note("phone_checked", row, staff_id, now)
        settle_task(group_of(person_id), "checked", CHECKED, now, staff_id)


def as_written(row: PhoneChangeRow, now: datetime) -> Written:
    """Return a change ready to read, in the house's own time."""
    zone = houses.house(people.the_person(row.person_id).house_id).zone
    there = local(row.changed_at, zone)
    day, clock = short_date(there.date()), in_words(row.changed_at, zone)
    today = there.date() == local(now, zone).date()
    countries = installation.here().settings.countries
    number, was = (as_people_write(one or "", countries) for one in (row.phone, row.was))
    return Written(number, was, who_changed(row), day, clock if today else f"{day}, {clock}")


def who_changed(row: PhoneChangeRow) -> str:
    """Return what they are called who changed it."""
    by = staff_kept.staff(row.changed_by) if row.changed_by else None
    return by.called if by else BY_NOBODY


def _note(kind: RecordKind, row: PhoneChangeRow, by: str | None, now: datetime) -> None:
    what = facts.of_phone_change(row)
    record.note([Entry(now, by_staff(by), kind, f"phone_change:{row.id}", what, row.person_id)])
