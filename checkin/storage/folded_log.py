"""What was done about an alert, with what we did again told once: folded by the query, and paged by it.

A page holds the last things that people did; what we did between two of them, of one kind and to the
same one, is one row of it, with its last times. Each by itself: `all_of`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, case, func, literal, select

from checkin.lives.alert import StepKind
from checkin.storage.tables import AlertStepRow, MessageRow, db

OURS: tuple[StepKind, ...] = ("telling", "not_told", "ran_out")
"""What we do by ourselves, again and again, where nobody acts."""
BY_US = AlertStepRow.kind.in_(OURS) & AlertStepRow.staff_id.is_(None)
MOST_DONE, MOST_TIMES, MOST_AT_ONCE = 20, 10, 50
SAME_STEP = (AlertStepRow.kind, AlertStepRow.words)
SAME_MESSAGE = (
    MessageRow.to_person, MessageRow.staff_id, MessageRow.address, MessageRow.channel,
    MessageRow.key.endswith(":call"), MessageRow.state, MessageRow.fault,
)  # fmt: skip
IN_ORDER = (MessageRow.made_at, MessageRow.to_person, MessageRow.address, MessageRow.key)

It = TypeVar("It", AlertStepRow, MessageRow)


@dataclass(frozen=True, slots=True)
class Again(Generic[It]):
    """One thing that was done, or the same so often: its last times in order, and since when."""

    last: tuple[It, ...]
    times: int
    since: datetime


class Folded(NamedTuple):
    """The last of what was done; `before`: the number of its first step, where more was done before."""

    steps: Sequence[Again[AlertStepRow]]
    messages: Sequence[Again[MessageRow]]
    before: int | None


class Each(NamedTuple):
    """A part of what was done, each thing by itself; `before`: as in `Folded`."""

    steps: Sequence[AlertStepRow]
    messages: Sequence[MessageRow]
    before: int | None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What was done from one step on, and before another (numbers, moments); None: no such end."""

    alert_id: str
    first: int | None
    since: datetime | None
    before: int | None
    until: datetime | None

    @property
    def steps(self) -> list[ColumnElement[bool]]:
        found = [AlertStepRow.alert_id == self.alert_id]
        found += [] if self.first is None else [AlertStepRow.number >= self.first]
        return found + ([] if self.before is None else [AlertStepRow.number < self.before])

    @property
    def messages(self) -> list[ColumnElement[bool]]:
        found = [MessageRow.alert_id == self.alert_id]
        found += [] if self.since is None else [MessageRow.made_at >= self.since]
        return found + ([] if self.until is None else [MessageRow.made_at < self.until])


def folded(alert_id: str) -> Folded:
    """Return the last of what was done about an alert, in order of when it began."""
    it = _stretch(alert_id, None, MOST_DONE, ~BY_US)
    done = db.session.scalars(
        select(AlertStepRow).where(*it.steps, ~BY_US).order_by(AlertStepRow.number)
    ).all()
    ours = _again(
        AlertStepRow,
        [*it.steps, BY_US],
        [_part(AlertStepRow.number, [one.number for one in done]), *SAME_STEP],
        (AlertStepRow.at, AlertStepRow.number),
    )
    sent = _again(
        MessageRow,
        it.messages,
        [_part(MessageRow.made_at, [one.at for one in done]), *SAME_MESSAGE],
        IN_ORDER,
    )
    steps = [*(Again((one,), 1, one.at) for one in done), *ours]
    return Folded(sorted(steps, key=lambda one: (one.since, one.last[0].number)), sent, it.first)


def all_of(alert_id: str, before: int | None) -> Each:
    """Return the last of what was done about an alert before a step (its number), each by itself."""
    it = _stretch(alert_id, before, MOST_AT_ONCE)
    steps = select(AlertStepRow).where(*it.steps).order_by(AlertStepRow.number)
    sent = select(MessageRow).where(*it.messages).order_by(*IN_ORDER)
    return Each(db.session.scalars(steps).all(), db.session.scalars(sent).all(), it.first)


def _stretch(alert_id: str, before: int | None, most: int, *which: ColumnElement[bool]) -> _Stretch:
    """Return where the last so many steps of that kind begin, and all from there on."""
    until = _at(alert_id, before) if before is not None else None
    ends = _Stretch(alert_id, None, None, before, until)
    newest = select(AlertStepRow.number, AlertStepRow.at).where(*ends.steps, *which)
    found = db.session.execute(newest.order_by(AlertStepRow.number.desc()).limit(most + 1)).all()
    if len(found) <= most:
        return ends
    number, at = found[-2]
    return _Stretch(alert_id, number, at, before, until)


def _at(alert_id: str, number: int) -> datetime | None:
    return db.session.scalar(
        select(AlertStepRow.at).where(
            AlertStepRow.alert_id == alert_id, AlertStepRow.number == number
        )
    )


def _part(column: Any, ends: Sequence[Any]) -> ColumnElement[int]:
    """Return between which two of these something stands: so many of them came before it."""
    if not ends:
        return literal(0)
    return case(*((column < end, place) for place, end in enumerate(ends)), else_=len(ends))


def _again(
    table: type[It], which: Sequence[ColumnElement[bool]], same: Sequence[Any], order: Sequence[Any]
) -> Sequence[Again[It]]:
    """Return what is the same as one, each with its last times, by when it began."""
    at = order[0]
    numbered = (
        select(
            table.id.label("id"),
            func.row_number()
            .over(partition_by=same, order_by=[one.desc() for one in order])
            .label("nth"),
            func.min(table.id).over(partition_by=same).label("these"),
            func.count().over(partition_by=same).label("times"),
            func.min(at).over(partition_by=same).label("since"),
        )
        .where(*which)
        .subquery()
    )
    rows = db.session.execute(
        select(table, numbered.c.these, numbered.c.times, numbered.c.since)
        .join(numbered, table.id == numbered.c.id)
        .where(numbered.c.nth <= MOST_TIMES)
        .order_by(numbered.c.since, *order)
    )
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.these, []).append(row)
    return [
        Again(tuple(row[0] for row in those), those[0].times, those[0].since)
        for those in found.values()
    ]
