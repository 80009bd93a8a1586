"""Whoever is to hear an answer to words of staff is told of it, at the level of what is open there.

While somebody is to act on what was told in that talk, an answer is more of it: whoever has it is
told again, and so is whoever asked. Else it is on the list of whoever asked, the same day, and
they get one text that it came, by day, without a word of it.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from checkin.actions.alert_again import more_was_said
from checkin.actions.hours_of import hours_of
from checkin.actions.more_of_hurt import told_alerts
from checkin.actions.raise_reached import raise_reached
from checkin.actions.text_staff import text_staff
from checkin.actions.who_looks import who_has
from checkin.actions.who_reads import Reads, reads_by, who_reads
from checkin.actions.whom_a_step_tells import whom
from checkin.agreements.happened_by_text import StaffAnswered
from checkin.agreements.words_to_read import TO_READ
from checkin.installation import here
from checkin.storage import alert_steps, alerts, check_ins, messages, people
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, WordsOfStaffRow

PRESSING = ("now", "soon")


def tell_of_answer(
    words: WordsOfStaffRow,
    answered: StaffAnswered,
    now: datetime,
    *,
    calls: bool,
    waits: bool,
    but: Collection[str] = (),
) -> None:
    """Tell whoever asked, and whoever has what is open there.

    `calls`: it may call for somebody, and is told soon. `waits`: something of ours waits for it.
    `but`: alerts that went on to others just now, who are told by that.
    """
    open_there = _open_there(words) if waits else []
    for alert in (one for one in open_there if one.id not in but):
        _tell_more(alert, answered, now)
    if calls and not any(one.level in PRESSING for one in open_there):
        _raise(words, replace(answered, calls=True), now)
    elif not any(_hears(one, words.staff_id, now) for one in open_there):
        _raise(words, answered, now)
        _text_who_asked(words, now)


def reads_answers(words: WordsOfStaffRow, now: datetime) -> tuple[Reads | None, AlertRow | None]:
    """Return who reads what is answered to these words, and the alert that tells them of it."""
    alert = next(iter(_open_there(words)), None)
    if alert is None:
        return who_reads(words.id, now), None
    asked = staff_kept.staff_by_id([words.staff_id] if _hears(alert, words.staff_id, now) else [])
    those = [*who_has(alert, now), *asked.values()]
    return reads_by(alert, those, now) if those else None, alert


def _open_there(words: WordsOfStaffRow) -> list[AlertRow]:
    check_in = check_ins.as_it_stands(words.check_in_id) if words.check_in_id else None
    return told_alerts(check_in) if check_in else []


def _tell_more(alert: AlertRow, answered: StaffAnswered, now: datetime) -> None:
    those = whom(alert)
    person = people.the_person(alert.whose)
    said = f"{person.called} answered {answered.staff_name}."
    steps, told = more_was_said(alert, those, now, said=said, also=answered.staff)
    alert_steps.add_steps(steps)
    messages.put(told)


def _hears(alert: AlertRow, staff_id: str, now: datetime) -> bool:
    return staff_id in whom(alert).contacts.may_know(alert, now)


def _raise(words: WordsOfStaffRow, answered: StaffAnswered, now: datetime) -> None:
    person = people.the_person(words.person_id)
    raise_reached(person, answered, now, check_in_id=words.check_in_id)


def _text_who_asked(words: WordsOfStaffRow, now: datetime) -> None:
    """Once for each time it is put on their list; who may not know of it gets none."""
    task = alerts.live_in_group(f"{TO_READ}:{words.id}")
    asked = whom(task).contacts.may_know(task, now).get(words.staff_id) if task else None
    if task and asked:
        person = people.the_person(words.person_id)
        values = {"name": people.name_of(person), "alert": here().addresses.alert(task.id)}
        waits = hours_of(person, now).wait_until(now)
        key = f"answered:{task.id}"
        text_staff([asked], "answered_you", values, now, key=key, not_before=waits)
