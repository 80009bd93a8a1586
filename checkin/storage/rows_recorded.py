"""Do the rows that act agree with what the record tells of them?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, select

from checkin.lives.record import What
from checkin.storage import facts, facts_of_talk
from checkin.storage.tables import (
    AgreementRow,
    AgreementVersionRow,
    AlertRow,
    AlertStepRow,
    AnswerToStaffRow,
    DeviceRow,
    LoopDecisionRow,
    LoopRow,
    OpeningRow,
    PersonRow,
    PhoneChangeRow,
    Staff,
    WordsOfStaffRow,
    db,
    outside_contacts,
    staff_houses,
)

Key = tuple[str, object]
"""A row as the record names it ("alert:ID"), and the number of its part; None: the row itself."""

WATCHED = (
    "alert:", "loop:", "person:", "staff:", "device:", "agreement_version:", "words_of_staff:",
    "opening:", "phone_change:",
)  # fmt: skip
PARTS = {"alert": "step", "loop": "decision", "words_of_staff": "answer"}


@dataclass(slots=True)
class Told:
    """What the record tells of rows and of their parts, the newest word on each fact."""

    of: dict[Key, dict[str, Any]] = field(default_factory=dict)

    def add(self, row: str, number: object, what: What) -> None:
        """Take in what an entry tells."""
        if row.startswith(WATCHED):
            self.of.setdefault((row, number), {}).update(what)


def rows_disagree(told: Told) -> Iterator[str]:
    """Say which rows do not agree with what the record told of them, or are gone."""
    unseen = set(told.of)
    for key, says in _rows():
        unseen.discard(key)
        yield from _compared(_named(key), told.of.get(key), says)
    for row in db.session.scalars(select(LoopRow).where(LoopRow.decisions > 0)):
        tells = told.of.get((f"loop:{row.id}", row.decisions))
        yield from _compared(
            f"What was decided last of loop {row.id}", tells, facts_of_talk.of_newest(row)
        )
    for key in sorted(unseen, key=str):
        yield f"{_named(key)} is gone."


def _compared(name: str, tells: What | None, says: What) -> Iterator[str]:
    if tells is None:
        yield f"{name} is not in the record."
    elif differ := [fact for fact in says if tells.get(fact) != says[fact]]:
        yield f"{name} is not as it was recorded: {', '.join(differ).replace('_', ' ')}."


def _named(key: Key) -> str:
    row, number = key
    kind, _, id_ = row.partition(":")
    name = f"{kind.replace('_', ' ')} {id_}"
    name = name if number is None else f"{PARTS.get(kind, 'part')} {number} of {name}"
    return name[0].upper() + name[1:]


def _rows() -> Iterator[tuple[Key, What]]:
    ask = db.session.scalars
    yield from _people()
    yield from _staff()
    for device in ask(select(DeviceRow)):
        yield (f"device:{device.id}", None), facts.of_device(device)
    versions = select(AgreementVersionRow, AgreementRow).join(
        AgreementRow, AgreementRow.id == AgreementVersionRow.agreement_id
    )
    for version, agreement in db.session.execute(versions):
        yield (f"agreement_version:{version.id}", None), facts.of_version(version, agreement)
    for alert in ask(select(AlertRow)):
        yield (f"alert:{alert.id}", None), facts.of_alert(alert)
    for step in ask(select(AlertStepRow)):
        yield (f"alert:{step.alert_id}", step.number), facts.of_step(step)
    for loop in ask(select(LoopRow)):
        yield (f"loop:{loop.id}", None), facts_of_talk.of_loop(loop)
    for made in ask(select(LoopDecisionRow)):
        yield (f"loop:{made.loop_id}", made.number), facts_of_talk.of_decision(made)
    yield from _words_of_staff()
    yield from _openings()


def _people() -> Iterator[tuple[Key, What]]:
    for person in db.session.scalars(select(PersonRow)):
        yield (f"person:{person.id}", None), facts.of_person(person)
    for change in db.session.scalars(select(PhoneChangeRow)):
        yield (f"phone_change:{change.id}", None), facts.of_phone_change(change)


def _words_of_staff() -> Iterator[tuple[Key, What]]:
    for words in db.session.scalars(select(WordsOfStaffRow)):
        yield (f"words_of_staff:{words.id}", None), facts_of_talk.of_words(words)
    for one in db.session.scalars(select(AnswerToStaffRow)):
        key = (f"words_of_staff:{one.words_id}", one.number)
        yield key, facts_of_talk.as_answered(one.number, one)


def _openings() -> Iterator[tuple[Key, What]]:
    for one in db.session.scalars(select(OpeningRow)):
        yield (f"opening:{one.id}", None), facts_of_talk.of_opening(one)


def _staff() -> Iterator[tuple[Key, What]]:
    houses, outside = _houses_by_staff(staff_houses), _houses_by_staff(outside_contacts)
    for one in db.session.scalars(select(Staff)):
        yield (f"staff:{one.id}", None), facts.of_staff(one, houses[one.id], outside[one.id])


def _houses_by_staff(linked: Table) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for staff_id, house_id in db.session.execute(select(linked.c.staff_id, linked.c.house_id)):
        found[staff_id].append(house_id)
    return found
