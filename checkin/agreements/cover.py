"""Who will act at a given time, and which times nobody covers.

No check-in without cover: a time needs a named person, or the agreement cannot be kept.
Source: thresholds.md C.0 "Cover rule", product.md rule 8.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from checkin.agreements.agreement import Agreement, CheckTime, Cover, Day
from checkin.agreements.problem import Problem
from checkin.agreements.times import local, moment
from checkin.wording import plain_date, plain_time

DAY_NAMES: Mapping[Day, str] = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday",
    "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip
ANY_DAY = date(2000, 1, 1)


def on_cover(cover: Cover, local_time: time) -> tuple[str, ...]:
    """Return the staff id of who is on cover at this time of day, or nothing where nobody is."""
    named = cover.day if is_day(cover, local_time) else cover.night
    return (named,) if named else ()


def all_cover(cover: Cover) -> tuple[str, ...]:
    """Return everyone named for cover, day and night, each once."""
    return tuple(dict.fromkeys(one for one in (cover.day, cover.night) if one))


def cover_at_its_times(agreement: Agreement) -> frozenset[str]:
    """Return who is on cover when it asks, and when silence is missed."""
    times = (at for one in agreement.times for at in _times_to_cover(agreement, one))
    return frozenset(one for at in times for one in on_cover(agreement.cover, at))


def is_one_alone(cover: Cover) -> bool:
    """Say whether the same one is on cover by day and by night, or only one of both is named."""
    return len(all_cover(cover)) == 1


def shift_ends(cover: Cover, now: datetime, zone: str) -> datetime:
    """Return when the shift that is on ends, in UTC."""
    here = local(now, zone)
    if is_day(cover, here.time()):
        return moment(here.date(), cover.night_from, zone)
    tomorrow = here.date() + timedelta(days=here.time() >= cover.night_from)
    return moment(tomorrow, cover.day_from, zone)


@dataclass(frozen=True, slots=True)
class Hours:
    """When texts that can wait go out: by day, as the cover of a person has it."""

    cover: Cover
    zone: str

    def wait_until(self, now: datetime) -> datetime | None:
        """Return when they begin; None where it is day."""
        by_day = is_day(self.cover, local(now, self.zone).time())
        return None if by_day else shift_ends(self.cover, now, self.zone)

    def night_began(self, at: datetime) -> datetime:
        """Return when the night of a moment in the night began."""
        here = local(at, self.zone)
        before = here.time() < self.cover.day_from
        return self.ends(here.date() - timedelta(days=before))

    def next_morning(self, now: datetime) -> datetime:
        """Return when the next day shift begins."""
        ends = shift_ends(self.cover, now, self.zone)
        return self.wait_until(ends) or ends

    def ends(self, day: date) -> datetime:
        """Return when that day's work ends."""
        return moment(day, self.cover.night_from, self.zone)


def cover_problems(agreement: Agreement, names: Mapping[str, str]) -> tuple[Problem, ...]:
    """Say for which times nobody who works here (`names` by staff id) is on cover.

    Looked at when a check-in is due and when silence would be missed, for someone must act then.
    """
    if not any(threshold.level in {"now", "soon"} for threshold in agreement.thresholds):
        return ()
    return tuple(
        Problem(
            f"No one is on cover on {day} at {plain_time(at)}. Pick a person or change the time.",
            "cover",
        )
        for check_time in agreement.times
        for at in _times_to_cover(agreement, check_time)
        if not any(staff in names for staff in on_cover(agreement.cover, at))
        for day in _days_in_words(check_time)
    )


def is_day(cover: Cover, at: time) -> bool:
    """Say whether the cover by day answers at this time of day."""
    return cover.day_from <= at < cover.night_from


def _times_to_cover(agreement: Agreement, check_time: CheckTime) -> Iterator[time]:
    yield check_time.at
    if agreement.missed_after:
        due_at = datetime.combine(ANY_DAY, check_time.at, UTC)
        missed_at = (due_at + agreement.missed_after).time()
        if is_day(agreement.cover, missed_at) != is_day(agreement.cover, check_time.at):
            yield missed_at


def _days_in_words(check_time: CheckTime) -> tuple[str, ...]:
    if check_time.on:
        return (plain_date(check_time.on),)
    return tuple(DAY_NAMES[day] for day in check_time.days)
