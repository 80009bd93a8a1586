"""From which number a text came, where nobody checked it, or it is the person's no more: as it is now."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from checkin.actions.own_phones import as_written, never_known
from checkin.actions.where_told import is_from_before, used_by
from checkin.agreements.own_phones import MAYBE_THEIRS, from_before, from_new, not_checked
from checkin.lives.loop_key import text_of
from checkin.storage import people, phone_changes, texts_heard
from checkin.storage.tables import AlertRow, HeardRow, LoopRow, PhoneChangeRow

Lines = tuple[str, ...]


def numbers_of_texts(texts: Iterable[HeardRow], now: datetime) -> Mapping[str, str]:
    """Return it by text, ready for staff to read; of a number that is known for theirs nothing."""
    theirs = [one for one in texts if one.person_id]
    changes = phone_changes.changes_of(one.person_id or "" for one in theirs)
    said = ((one.id, _said(one, changes[one.person_id or ""], now)) for one in theirs)
    return {key: line for key, line in said if line}


def number_of_a_stranger(text: HeardRow, now: datetime) -> str:
    """Return whose the number of a text was of late that is nobody's now; "" of any other."""
    changed = _took(text)
    if changed is None:
        return ""
    if changed.phone != text.number:
        return _before(changed, now)
    written = as_written(changed, now)
    return not_checked(written) if changed.used_from else from_new(written)


class Took(NamedTuple):
    """Who of staff (id) took a number from somebody, of which house."""

    house_id: str
    staff_id: str | None


def who_took(text: HeardRow) -> Took | None:
    """Return who took the number of a text from somebody of late; None: it was nobody's."""
    changed = _took(text)
    if changed is None:
        return None
    return Took(people.the_person(changed.person_id).house_id, changed.changed_by)


def _took(text: HeardRow) -> PhoneChangeRow | None:
    return phone_changes.maybe_theirs(text.number, text.at - MAYBE_THEIRS)


def numbers_of_loops(rows: Iterable[LoopRow], now: datetime) -> Mapping[str, Lines]:
    """Return it by loop whose words were texted."""
    texted = {row.id: key for row in rows if (key := text_of(row.key))}
    said = numbers_of_texts(texts_heard.texts_by_id(texted.values()), now)
    return {row: (said[key],) for row, key in texted.items() if key in said}


def numbers_of_check_ins(check_in_ids: Collection[str], now: datetime) -> Mapping[str, Lines]:
    """Return it by check-in, each number once."""
    texts = texts_heard.texts_in(check_in_ids)
    said = numbers_of_texts(texts, now)
    return {
        key: tuple(
            dict.fromkeys(
                said[one.id] for one in texts if one.check_in_id == key and one.id in said
            )
        )
        for key in check_in_ids
    }


def numbers_of_alerts(rows: Iterable[AlertRow], now: datetime) -> Mapping[str, Lines]:
    """Return it by alert that is of no check-in: what the person texted openly while it was there."""
    kept = list(rows)
    changes = phone_changes.changes_of(row.whose for row in kept)
    return {row.id: _while_open(row, now) for row in kept if changes[row.whose]}


def _while_open(row: AlertRow, now: datetime) -> Lines:
    texts = texts_heard.texts_from(row.whose, row.opened_at)
    until = row.closed_at or now
    open_ = [one for one in texts if one.at <= until and one.meaning != texts_heard.TOLD]
    said = numbers_of_texts((one for one in open_ if one.private == row.said_privately), now)
    return tuple(dict.fromkeys(said.values()))


def _said(text: HeardRow, changes: list[PhoneChangeRow], now: datetime) -> str:
    then = [one for one in changes if one.changed_at <= text.at]
    wrote = next((each for each in then if each.phone == text.number), None)
    took = next((one for one in used_by(changes, text.at) if one.was == text.number), None)
    if wrote and not (took and wrote.changed_at < (took.used_from or took.changed_at)):
        return from_new(as_written(wrote, now)) if never_known(wrote) else ""
    if not (took and is_from_before(text, changes)):
        return ""
    if wrote is None or phone_changes.was_known(took):
        return _before(took, now)
    return not_checked(as_written(wrote, now))


def _before(changed: PhoneChangeRow, now: datetime) -> str:
    name = people.name_of(people.the_person(changed.person_id))
    return from_before(as_written(changed, now), name)
