"""When an agreement asks: wall-clock times in its zone, made into moments in UTC.

The clocks change. A time that the clocks jump over is asked at the first minute after the jump;
a time that comes twice is asked the first time only, unless a one-off names the second.
Source: alerts.md section 6, scenarios.md D28 to D33 and variant D-SPRING.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from checkin.agreements.agreement import Agreement, CheckTime, Day
from checkin.agreements.review import ends_on
from checkin.wording import plain_time

WEEK: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time at which we ask. `local_slot` is the agreed wall time and, with `key`, its name.

    `fold` is 1 only for the second of two equal wall times. `due_at` and `early_from` are UTC;
    an answer counts from `early_from` on.
    """

    key: str
    local_slot: str  # "2026-10-25T01:30"
    fold: int
    due_at: datetime
    early_from: datetime
    time: CheckTime


def occurrences(agreement: Agreement, first: date, last: date) -> tuple[Occurrence, ...]:
    """Return every time the agreement asks from `first` to `last`, both included, soonest first."""
    found = [
        _occurrence(time, day, agreement.zone)
        for day in _days(max(first, agreement.valid_from), min(last, ends_on(agreement)))
        for time in agreement.times
        if _falls_on(time, day)
    ]
    return tuple(sorted(found, key=lambda one: (one.due_at, one.key)))


def moment(on: date, at: time, zone: str, *, second_time: bool = False) -> datetime:
    """Return the UTC moment of a wall-clock time, by the policy above."""
    wall = datetime.combine(on, at)
    while _is_jumped_over(wall, zone):
        wall += MINUTE
    return _with_zone(wall, zone, fold=int(second_time)).astimezone(UTC)


def one_off_problem(on: date, at: time, zone: str) -> str | None:
    """Say why nobody can be asked at this time on this date, if the clocks jump over it."""
    wall = datetime.combine(on, at)
    if not _is_jumped_over(wall, zone):
        return None
    start, end = wall, wall
    while _is_jumped_over(start - MINUTE, zone):
        start -= MINUTE
    while _is_jumped_over(end, zone):
        end += MINUTE
    return (
        f"There is no {plain_time(at)} that night. "
        f"The clocks jump from {plain_time(start)} to {plain_time(end)}."
    )


def happens_twice(on: date, at: time, zone: str) -> bool:
    """Say whether the clocks go back over this time: "01:30 happens twice tonight. First or second?"."""
    first, second = _both_offsets(datetime.combine(on, at), zone)
    return first > second


def local(moment: datetime, zone: str) -> datetime:
    """Return a moment as the clock on the wall shows it there."""
    return moment.astimezone(ZoneInfo(zone))


def in_words(moment: datetime, zone: str) -> str:
    """Return "01:43", and which one where that time came twice: "01:43, before the clocks changed"."""
    wall = local(moment, zone)
    if not happens_twice(wall.date(), wall.time(), zone):
        return plain_time(wall)
    return f"{plain_time(wall)}, {'after' if wall.fold else 'before'} the clocks changed"


def _days(first: date, last: date) -> list[date]:
    return [first + number * DAY for number in range((last - first).days + 1)]


def _falls_on(time: CheckTime, day: date) -> bool:
    return day == time.on if time.on else WEEK[day.weekday()] in time.days


def _occurrence(time: CheckTime, day: date, zone: str) -> Occurrence:
    second = bool(time.on) and time.second_time and happens_twice(day, time.at, zone)
    due_at = moment(day, time.at, zone, second_time=second)
    return Occurrence(
        key=time.key,
        local_slot=slot_of(datetime.combine(day, time.at)),
        fold=int(second),
        due_at=due_at,
        early_from=due_at - timedelta(minutes=time.early_minutes),
        time=time,
    )


def _is_jumped_over(wall: datetime, zone: str) -> bool:
    # In a gap the offset before the jump (fold 0) is the smaller one, in a repeat the larger.
    first, second = _both_offsets(wall, zone)
    return first < second


def _both_offsets(wall: datetime, zone: str) -> tuple[timedelta, timedelta]:
    return _offset(_with_zone(wall, zone, fold=0)), _offset(_with_zone(wall, zone, fold=1))


def _with_zone(wall: datetime, zone: str, *, fold: int) -> datetime:
    return wall.replace(tzinfo=ZoneInfo(zone), fold=fold)


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta(0)


def slot_of(wall: datetime) -> str:
    """Return the name of a time on the wall: "2026-10-25T01:30"."""
    return f"{wall:%Y-%m-%dT%H:%M}"
