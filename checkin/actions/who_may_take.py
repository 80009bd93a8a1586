"""Who may take an alert: who may know of it, of a task for one whose it is, never whom it is about."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from checkin.actions.whom_a_step_tells import Whom, whom
from checkin.agreements.for_one import ForOne, takers
from checkin.agreements.ladder import next_tell, steps_for
from checkin.agreements.words_to_read import TO_READ
from checkin.storage import what_was_sent
from checkin.storage.tables import AlertRow, Staff
from checkin.wording import in_a_row


@dataclass(frozen=True, slots=True)
class ForOthers:
    """It is not for them, but for these, the first of them whom it is for."""

    staff: tuple[Staff, ...]
    about: bool = False  # it is about what they did

    @property
    def words(self) -> str:
        """Say it to who may not."""
        names = in_a_row([one.called for one in self.staff])
        only = f"Only {names} can take it." if names else "Somebody else has to take it."
        return f"This is about what you did. {only}" if self.about else only


def for_others(
    those: Whom, staff_id: str, told: Collection[str], now: datetime
) -> ForOthers | None:
    """Return whose it is where it is not for this one. `told`: who was sent a message of it."""
    row = those.alert
    here = those.contacts.may_hear(row, now, told, row.step)
    about = staff_id in those.contacts.about(row)
    may = _takers(those, told, now) if row.task and row.for_staff else frozenset(here)
    if not about and staff_id in may:
        return None
    first = sorted((here[one] for one in may), key=lambda one: one.id != row.for_staff)
    return ForOthers(tuple(first), about)


def whose_it_is(alert: AlertRow, staff_id: str, now: datetime) -> ForOthers | None:
    """Return it of one alert, looked up now."""
    return for_others(whom(alert), staff_id, what_was_sent.told_of([alert.id])[alert.id], now)


def _takers(those: Whom, told: Collection[str], now: datetime) -> frozenset[str]:
    row = those.alert
    stands_in = those.on_cover(now) if row.kind == TO_READ else ()
    task = ForOne(
        row.for_staff or "",
        frozenset(those.contacts.may_hear(row, now, told)),
        frozenset((*told, *_named_by_steps(those, now), *stands_in)),
        frozenset(those.contacts.managers(row.house_id)),
        of_service=row.about == "service",
    )
    return takers(task)


def _named_by_steps(those: Whom, now: datetime) -> set[str]:
    """Return whom its steps told so far: a list leaves no message behind."""
    row = those.alert
    so_far = range(min(row.step, len(steps_for(row.level, task=True))) + 1)
    tells = [next_tell(row.level, step, now, task=True, do_by=row.do_by) for step in so_far]
    return {one.id for tell in tells for one in those.at_step(tell, now)}
