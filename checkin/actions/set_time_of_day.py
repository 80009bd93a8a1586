"""A person sets when they like to be asked: what is agreed follows, from the next day on."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import cast

from checkin.actions.change_agreement import change_agreement
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.tell_of_set_up import tell_it_cannot_be, tell_of_set_up
from checkin.agreements.agreement import Agreement
from checkin.agreements.part_of_day import PartOfDay, asked_in
from checkin.agreements.problem import Problem
from checkin.agreements.review import ends_on
from checkin.agreements.times import local
from checkin.lives.record import Entry, by_person
from checkin.storage import agreements, own_sets, record
from checkin.storage.own_sets import Line, NewSet
from checkin.storage.transaction import kept_together

TIME = "time"
DAY = timedelta(days=1)


def set_time_of_day(
    person_id: str,
    part: str | None,
    now: datetime,
    *,
    check_in_id: str | None = None,
    undoes: int | None = None,
) -> None:
    """Keep when a person likes to be asked, and change what is agreed so; or tell staff why not.

    `part` None: as it was agreed.
    """
    by = by_person(person_id)
    with kept_together():
        lines = (Line(part, f"time.{part}"),) if part else ()
        kept = own_sets.put(NewSet(person_id, TIME, lines, by, now, check_in_id, undoes))
        if kept is None:
            return
        record.note(
            [Entry(now, by, "how_asked_changed", f"person:{person_id}", {TIME: part}, person_id)]
        )
        problems = tuple(_change_all(person_id, cast("PartOfDay | None", part), now))
        tell_of_set_up(person_id, now)
        if problems:
            tell_it_cannot_be(person_id, kept, problems, now)


def ask_as_it_is_set(person_id: str, now: datetime) -> None:
    """Change what is agreed to what stands again: what was set since was taken back."""
    stands = own_sets.standing([person_id])[person_id].get(TIME)
    part = next(iter(stands.words), None) if stands else None
    problems = tuple(_change_all(person_id, cast("PartOfDay | None", part), now))
    if problems and stands:
        tell_it_cannot_be(person_id, stands, problems, now)


def _change_all(person_id: str, part: PartOfDay | None, now: datetime) -> Iterator[Problem]:
    for goes_on, ends in _go_on(
        one.agreement for one in agreements.agreements_not_over(now, person_id)
    ):
        draft = asked_in(goes_on, part, flows_in_use().flows)
        if draft != goes_on:
            today = local(now, goes_on.zone).date()
            starts = max(goes_on.valid_from, today + DAY, *(last + DAY for last in ends))
            yield from change_agreement(draft.model_copy(update={"valid_from": starts}), None, now)


def _go_on(versions: Iterable[Agreement]) -> Iterator[tuple[Agreement, list[date]]]:
    """Yield the newest that the person agreed to of each, and the last days of what stands before it."""
    by_key: dict[str, list[Agreement]] = {}
    for one in sorted(versions, key=lambda one: one.version):
        by_key.setdefault(one.key, []).append(one)
    for each in by_key.values():
        agreed = [one for one in each if one.view_of_person == "agrees"]
        if agreed:
            newer = (one for one in each if one.version > agreed[-1].version)
            yield agreed[-1], [ends_on(one) for one in newer]
