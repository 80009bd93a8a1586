"""Which version of an agreement is in force at a moment, and which of its thresholds count on a day.

Source: thresholds.md C.0 "Who may change it".
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from typing import Protocol, TypeVar

from checkin.agreements.agreement import Agreement
from checkin.agreements.review import threshold_runs
from checkin.agreements.threshold import Threshold
from checkin.agreements.times import moment
from checkin.conversation.flows.level import Level

URGENCY: tuple[Level, ...] = ("now", "soon", "today", "plan")
DAY = timedelta(days=1)
MIDNIGHT = time(0)
BEFORE = timedelta(microseconds=1)

T = TypeVar("T", bound=Threshold)


class Version(Protocol):
    """One version: what it says, when it begins, and from when on it is over for good (None: never)."""

    @property
    def agreement(self) -> Agreement: ...
    @property
    def in_force_from(self) -> datetime: ...
    @property
    def in_force_to(self) -> datetime | None: ...


V = TypeVar("V", bound=Version)


@dataclass(frozen=True, slots=True)
class Lasts:
    """A version as it was kept. `held`: it does not begin, the person said no to it before."""

    agreement: Agreement
    in_force_from: datetime
    held: bool = False
    in_force_to: datetime | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when a version is in force; `until` None: with no end."""

    version: int
    since: datetime
    until: datetime | None


def in_force_at(versions: Iterable[V], at: datetime) -> V | None:
    """Return the version of one agreement that is in force: the newest that has begun and is not over."""
    begun = [one for one in versions if one.in_force_from <= at and not is_over(one, at)]
    return max(begun, key=_number, default=None)


def is_over(one: Version, at: datetime) -> bool:
    """Say whether a version is over for good."""
    return one.in_force_to is not None and one.in_force_to <= at


def waits(one: Version, versions: Iterable[Version], now: datetime) -> bool:
    """Say whether a version does not begin until the person's yes: said now, it would let it begin."""
    begins = max(one.in_force_from, now)
    newer = (each for each in versions if _takes_its_place(each, one) and not _never_begins(each))
    gone = any(each.in_force_from <= begins for each in newer)
    return _never_begins(one) and _stays(one) and not gone


def _never_begins(one: Version) -> bool:
    return is_over(one, one.in_force_from)


def in_force_until(versions: Iterable[V], at: datetime) -> V | None:
    """Return the version that is in force up to a moment: what one that begins then takes the place of."""
    return in_force_at(versions, at - BEFORE)


def spans(versions: Sequence[Version]) -> tuple[Span, ...]:
    """Return when each version of one agreement is in force, in order: never two at one moment."""
    found: list[Span] = []
    for since, until in _between(versions):
        one = in_force_at(versions, since)
        before = found[-1] if found else None
        if one and before and (before.version, before.until) == (_number(one), since):
            found[-1] = Span(before.version, before.since, until)
        elif one:
            found.append(Span(_number(one), since, until))
    return tuple(found)


def _between(versions: Sequence[Version]) -> Iterator[tuple[datetime, datetime | None]]:
    begin = {one.in_force_from for one in versions}
    moments = sorted(begin | {one.in_force_to for one in versions if one.in_force_to})
    yield from zip_longest(moments, moments[1:])


def over_at(one: Lasts, versions: Iterable[Lasts]) -> datetime | None:
    """Return from when on a version is over for good, beside all versions of its agreement.

    What begins ends every older one; but what ends by itself only stands before what was agreed,
    which goes on after.
    """
    if one.held:
        return one.in_force_from
    newer = (each for each in versions if _takes_its_place(each, one) and not each.held)
    ends = [each.in_force_from for each in newer]
    own = ends_by_itself(one.agreement)
    return min([*ends, own] if own else ends, default=None)


def ends_by_itself(agreement: Agreement) -> datetime | None:
    """Return when a change without the person's yes ends; never the first version: nothing stood before."""
    if agreement.view_of_person == "agrees" or agreement.version == 1:
        return None
    return moment(agreement.review_on + DAY, MIDNIGHT, agreement.zone)


def _takes_its_place(newer: Version, one: Version) -> bool:
    """Say whether a version is over for good once another begins."""
    return _number(newer) > _number(one) and (_stays(newer) or not _stays(one))


def _stays(one: Version) -> bool:
    return ends_by_itself(one.agreement) is None


def _number(one: Version) -> int:
    return one.agreement.version


def thresholds_on(agreements: Sequence[Agreement], day: date) -> list[Threshold]:
    """Return all thresholds that count that day, of all agreements handed in."""
    return [
        threshold
        for agreement in agreements
        for threshold in agreement.thresholds
        if threshold_runs(threshold, agreement, day)
    ]


def agreed(thresholds: Sequence[Threshold], kind: type[T]) -> T | None:
    """Return what was agreed of one kind; of several the most urgent, of equals the first."""
    found = [one for one in thresholds if isinstance(one, kind)]
    return min(found, key=lambda one: URGENCY.index(one.level), default=None)
