"""Who reads what a person wrote, and until when: from the task that holds the words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from checkin.actions.who_looks import who_has
from checkin.actions.whom_a_step_tells import whom
from checkin.actions.zones import zone_of
from checkin.agreements.times import local
from checkin.agreements.words_to_read import TO_READ
from checkin.storage import alerts
from checkin.storage.tables import AlertRow, Staff
from checkin.wording import by_time


@dataclass(frozen=True, slots=True)
class Reads:
    """Who they are, and until when: "by 21:30". Then others are told of it."""

    each: tuple[str, ...]
    by: str

    @property
    def names(self) -> str:
        """Their names: "Marcus or Lena"."""
        return " or ".join(self.each)


def who_reads(words_id: str, now: datetime) -> Reads | None:
    """Return it for the words with this id; nothing where nobody has them to read.

    Where whom they are for is not on cover now, it is whoever is as well, if they may.
    """
    task = alerts.live_in_group(f"{TO_READ}:{words_id}")
    if task is None:
        return None
    those, have_it = whom(task), list(who_has(task, now))
    if not task.taken_by:
        may = those.contacts.may_know(task, now)
        have_it += [may[one] for one in those.on_cover(now) if one in may]
    return reads_by(task, have_it, now) if have_it else None


def reads_by(alert: AlertRow, staff: Iterable[Staff], now: datetime) -> Reads:
    """Return that these read it, and until when, as a clock on the wall shows it there."""
    names = {one.id: one.called for one in staff}
    those = whom(alert)
    zone = zone_of(those.agreement, alert.house_id)
    return Reads(tuple(names.values()), _until(alert, local(now, zone), zone))


def _until(task: AlertRow, here: datetime, zone: str) -> str:
    """Say by when it is to be done; where that is over, or was never said, when it goes on."""
    ends = (one for one in (task.do_by, task.next_at) if one and local(one, zone) > here)
    return by_time(here, local(next(ends, here), zone))
