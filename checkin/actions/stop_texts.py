"""Texts stop at once when a person says so, and begin again only when they say so."""

from datetime import datetime, timedelta

from checkin.actions.settle_task import settle_task
from checkin.agreements.calls_for_texts import group_of_call
from checkin.agreements.happened_by_text import TextsStopped
from checkin.lives import check_in_taken_back as moves
from checkin.lives.check_in import asks_now, is_in_time, is_rung
from checkin.lives.record import CHECKIN, Entry, by_person, moment
from checkin.storage import check_ins, messages, people, record, which_check_ins
from checkin.storage.tables import CheckInRow, PersonRow

SOON = timedelta(days=3)


def stop_texts(person: PersonRow, source_id: str, words: str | None, now: datetime) -> TextsStopped:
    """Turn texts off and return what staff must do. `words` is None when the carrier did it."""
    people.change(person.id, texts_stopped_at=now)
    by = by_person(person.id) if words is not None else CHECKIN
    what = {"texts_stopped": moment(now)}
    record.note([Entry(now, by, "texts_stopped", f"person:{person.id}", what, person.id)])
    messages.cancel_for_person(person.id, now)
    coming = which_check_ins.next_text(person.id, now)
    rows = which_check_ins.text_check_ins(person.id, now - SOON, now + SOON)
    stopped = moves.TextsStopped(now)
    check_ins.move_many((row, stopped) for row in rows if check_ins.still_open(row))
    return TextsStopped(source_id, words, coming.due_at if coming else None)


def start_texts(person: PersonRow, now: datetime) -> datetime | None:
    """Turn texts on again; what can still be answered is asked by text, and nobody need ring.

    Return when what is asked now was due, if anything is.
    """
    people.change(person.id, texts_stopped_at=None)
    by = by_person(person.id)
    record.note([Entry(now, by, "texts_started", by, {"texts_stopped": None}, person.id)])
    rows = which_check_ins.text_check_ins(person.id, now - SOON, now + SOON)
    started = moves.TextsStarted(now)
    again = [row for row in rows if _can_wait_again(row, now)]
    check_ins.move_many((row, started) for row in again)
    words = f"{people.name_of(person)} texted START."
    for group in (f"texts_stopped:{person.id}", *(group_of_call(row.id) for row in again)):
        settle_task(group, "texts on again", words, now)
    return next((row.due_at for row in again if asks_now(check_ins.life_of(row), now)), None)


def _can_wait_again(row: CheckInRow, now: datetime) -> bool:
    life = check_ins.life_of(row)
    return is_rung(life) and is_in_time(life, now)
