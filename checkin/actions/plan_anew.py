"""Something else is agreed: what was planned and not asked yet follows it.

What the person said about a time of day holds: called off, moved by LATE, begun, put off. What
was asked or answered, or has staff with it, is not touched.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from checkin.actions.plan_check_ins import planned_by, texts_stopped
from checkin.agreements.silence import moved_to
from checkin.agreements.times import moment
from checkin.lives.check_in import waits_of
from checkin.lives.check_in_moved_by_staff import Cancelled, PlannedAnew
from checkin.lives.new_check_in import NewCheckIn
from checkin.storage import agreements, check_ins, people
from checkin.storage.tables import CheckInRow

SAYS_TOMORROW = "again:"
Asked = Mapping[tuple[str, date], NewCheckIn]
"""What is agreed now, by its key and local day: on one day a key is asked once."""


def plan_anew(agreement_id: str, since: datetime, now: datetime) -> None:
    """Let what was planned for `since` or later follow the versions that are not over."""
    asked = {
        (new.key, _slot(new).date()): new
        for new in planned_by(agreements.versions_of(agreement_id), now)
    }
    for row in check_ins.not_asked_of(agreement_id, since):
        if (row.plan_key or "").startswith(SAYS_TOMORROW):
            _keep_for_tomorrow(row, {new.key for new in asked.values()})
        elif _agreed_for(row) >= since:
            _follow(row, asked)


def _keep_for_tomorrow(row: CheckInRow, keys: set[str]) -> None:
    """Ask tomorrow what the person left until then, while anything of the kind is agreed."""
    if row.key not in keys and check_ins.still_open(row):
        check_ins.move(row, Cancelled())


def _follow(row: CheckInRow, asked: Asked) -> None:
    new = asked.get((row.key, _slot(row).date()))
    if new is None or _is_there_already(new, row):
        check_ins.move(row, Cancelled())
    elif row.so_far is None:  # what was begun goes on as it began
        later = row.due_at - _agreed_for(row)
        _plan(row, new, later)


def _is_there_already(new: NewCheckIn, row: CheckInRow) -> bool:
    there = check_ins.planned_as(new.plan_key or "")
    return there is not None and there is not row


def _plan(row: CheckInRow, new: NewCheckIn, later: timedelta) -> None:
    """Plan it as agreed now, so much later as LATE asked for; stopped where texts are."""
    check_ins.follow(row, new)
    waits = moved_to(waits_of(new.life), new.life.due_at + later)
    check_ins.move(row, PlannedAnew(waits, new.life.early_from + later))
    stopped = texts_stopped(new, people.the_person(row.person_id))
    if stopped and check_ins.still_open(row):
        check_ins.move(row, stopped)


def _slot(one: CheckInRow | NewCheckIn) -> datetime:
    """Return the agreed time on the wall, with no zone."""
    return datetime.fromisoformat(one.local_slot)


def _agreed_for(row: CheckInRow) -> datetime:
    """Return the moment that was agreed before LATE moved it."""
    wall = _slot(row)
    zone = agreements.version(row.agreement_version_id or "").agreement.zone
    second = (row.plan_key or "").endswith(":1")
    return moment(wall.date(), wall.time(), zone, second_time=second)
