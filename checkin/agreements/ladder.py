"""Who is told, how, and when the next one is, until someone acts.

No ladder ends in silence: after its last step what is told now or soon goes to all managers every ten
minutes; within half an hour, or an hour and then each half hour, to everybody who may know of it; and
work to do comes back every morning or week, by day, for as long as it is open.
Source: thresholds.md C.0 "Levels", alerts.md section 3.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from checkin.agreements.agreement import Cover
from checkin.agreements.by_day import USUAL, is_time_to_remind, reminded_at, told_at
from checkin.agreements.cover import Hours, all_cover, on_cover
from checkin.conversation.flows.level import Level

Target = Literal[
    "on_cover", "all_cover", "team_lead", "manager", "keyworker", "all_managers", "everybody"
]
By = Literal["call", "text", "list"]

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
FIVE_MINUTES, TEN_MINUTES = 5 * MINUTE, 10 * MINUTE
SINCE = datetime(2000, 1, 1, tzinfo=UTC)
"""From here the marks of five minutes are counted at which calls are made."""

NOT_CLOSED = "Claimed but not closed."

REMINDED = 1
"""At this step whoever should do it today reads so once more."""
EVERYBODY_SOON = 6
"""From this step on what is told soon rings them too: within the hour."""
OTHERS_OUTSIDE = 2
"""From this step on, what is for those picked outside a house is for all its contacts there."""
EVERYBODY = 4
"""From this step on what calls at once rings everybody who may know of it: within half an hour."""
WHO_LEADS = 6
"""From this step on it is for the managers of the house too: within the hour."""


@dataclass(frozen=True, slots=True)
class TellStep:
    """One step: whom we tell, how, and how long they have before the next step."""

    step: int
    to: tuple[Target, ...]
    by: By
    then_after: timedelta


@dataclass(frozen=True, slots=True)
class Tell:
    """What to do now. `exhausted`: all steps were tried, so the last is told again and again."""

    step: int
    to: tuple[Target, ...]
    by: By
    next_at: datetime
    exhausted: bool = False


STEPS: Mapping[Level, tuple[TellStep, ...]] = {
    "now": (
        TellStep(0, ("all_cover",), "call", 2 * MINUTE),
        TellStep(1, ("manager",), "call", 2 * MINUTE),
    ),
    "soon": (
        TellStep(0, ("on_cover",), "text", 5 * MINUTE),
        TellStep(1, ("team_lead",), "text", 10 * MINUTE),
        TellStep(2, ("manager",), "call", 10 * MINUTE),
    ),
    "today": (
        TellStep(0, ("on_cover",), "text", 8 * HOUR),  # or until it should be done
        TellStep(REMINDED, ("on_cover",), "text", 2 * HOUR),  # an hour before that is over
        TellStep(2, ("on_cover", "team_lead"), "text", 2 * HOUR),
        TellStep(3, ("manager",), "text", DAY),
    ),
    "plan": (
        TellStep(0, ("keyworker",), "list", 3 * DAY),
        TellStep(1, ("manager",), "list", 7 * DAY),
    ),
}
TASK_STEPS: Mapping[Level, tuple[TellStep, ...]] = {
    **STEPS,
    "today": (
        TellStep(0, ("keyworker",), "list", 8 * HOUR),
        TellStep(REMINDED, ("keyworker", "on_cover"), "text", 2 * HOUR),
        *STEPS["today"][2:],
    ),
}
AFTER_THE_LAST: Mapping[Level, TellStep] = {
    "now": TellStep(-1, ("all_managers",), "call", 10 * MINUTE),
    "soon": TellStep(-1, ("all_managers",), "call", 10 * MINUTE),
    "today": TellStep(-1, ("all_managers",), "list", DAY),
    "plan": TellStep(-1, ("all_managers",), "list", 7 * DAY),
}
RING_EVERYBODY: Mapping[Level, int] = {"now": EVERYBODY, "soon": EVERYBODY_SOON}
RINGS_EVERYBODY: Mapping[Level, TellStep] = {
    "now": TellStep(-1, ("everybody",), "call", 10 * MINUTE),
    "soon": TellStep(-1, ("everybody",), "call", 30 * MINUTE),
}
CLAIM_LASTS: Mapping[Level, timedelta] = {
    "now": 30 * MINUTE,
    "soon": 15 * MINUTE,
    "today": 8 * HOUR,
    "plan": 7 * DAY,
}

OTHERWISE: Mapping[Target, Target] = {
    "keyworker": "on_cover",
    "on_cover": "team_lead",
    "all_cover": "team_lead",
    "team_lead": "manager",
    "manager": "all_managers",
    "everybody": "all_managers",
}
"""Whom we tell where a step names nobody."""


def steps_for(level: Level, *, task: bool) -> tuple[TellStep, ...]:
    """Return the steps of a level; something to do goes to the keyworker's list first."""
    return TASK_STEPS[level] if task else STEPS[level]


def is_reminder(level: Level, step: int) -> bool:
    """Say whether this step says once more what should be done, to whoever it was promised by."""
    return level == "today" and step == REMINDED


def step_after(
    level: Level, step: int, now: datetime, do_by: datetime | None, hours: Hours = USUAL
) -> int:
    """Return the step that is told now after this one: nobody is reminded of what is late, or far off."""
    reminds = is_reminder(level, step + 1)
    return step + 2 if reminds and not is_time_to_remind(now, do_by, hours) else step + 1


def next_tell(
    level: Level,
    step: int,
    now: datetime,
    *,
    task: bool = False,
    do_by: datetime | None = None,
    hours: Hours = USUAL,
) -> Tell:
    """Say whom to tell at this step, and when the next step is due if nobody acts.

    Steps count from 0 and go on counting after the last, so that each broadcast is a step of its
    own. Work that should be done by a time waits for that time before it goes further, and no step
    after puts that time off; if it is within the hour it does not lie on a list, but goes to who
    is on cover. What calls nobody goes on by day (`hours`).
    """
    may_lie = task and not (step == 0 and do_by and do_by <= now + HOUR)
    steps = steps_for(level, task=may_lie)
    told = _at_step(level, steps, step)
    rings = _at_step(level, steps, step + 1).by == "call"
    at_a_mark = rings and not _rang_quickly(level, steps, step)
    then = _at_a_mark(now, told.then_after) if at_a_mark else now + told.then_after
    next_at = _when_it_waits(level, step, then, now, do_by, hours)
    return Tell(step, told.to, told.by, next_at, exhausted=step >= len(steps))


def _when_it_waits(
    level: Level, step: int, then: datetime, now: datetime, do_by: datetime | None, hours: Hours
) -> datetime:
    """Return when the next step is due: at first, as it should be done, or an hour before."""
    today = level == "today"
    if today and step == 0 and do_by and (remind := reminded_at(do_by, hours)) > now:
        return remind
    if today and then - now == DAY:
        then = hours.next_morning(now)
    waits_for_it = step == 0 or is_reminder(level, step)
    at = do_by if waits_for_it and do_by and do_by > now else not_after(do_by, then, now)
    return told_at(level, at, hours, now, do_by)


def _rang_quickly(level: Level, steps: Sequence[TellStep], step: int) -> bool:
    """Say whether a phone may just have rung twice: sooner than agreed it would ring too often."""
    before = _at_step(level, steps, step - 1)
    return step > 0 and before.by == "call" and before.then_after < TEN_MINUTES


def _at_a_mark(now: datetime, wait: timedelta) -> datetime:
    """Return when a phone is rung after a wait: one of ten minutes ends at a mark that all alerts have.

    So those that are left alone ring a phone at one moment, as one call. Less than five minutes
    sooner: never later than was agreed.
    """
    at = now + wait
    return at if wait < TEN_MINUTES else at - (at - SINCE) % FIVE_MINUTES


def _at_step(level: Level, steps: Sequence[TellStep], step: int) -> TellStep:
    return steps[step] if step < len(steps) else _after_the_last(level, step)


def _after_the_last(level: Level, step: int) -> TellStep:
    widens = level in RING_EVERYBODY and step >= RING_EVERYBODY[level]
    return RINGS_EVERYBODY[level] if widens else AFTER_THE_LAST[level]


def everybody_next(level: Level, step: int, now: datetime) -> tuple[int, datetime] | None:
    """Return the step before everybody is told, and when they are, where all named before cannot do it.

    They are told as soon as the second is when nobody answers: to say so is never slower than
    silence. None: everybody is told already, or what it is does not call at once.
    """
    if level != "now" or not len(STEPS[level]) <= step < EVERYBODY:
        return None
    return EVERYBODY - 1, now + STEPS[level][0].then_after


def claimed_until(
    level: Level, now: datetime, do_by: datetime | None = None, hours: Hours = USUAL
) -> datetime:
    """Return when a claim runs out: taken, or a step logged, now. Then the next step is told.

    What should be done by a time is due then, whoever has it; what calls nobody, by day (`hours`).
    """
    return told_at(level, not_after(do_by, now + CLAIM_LASTS[level], now), hours, now, do_by)


def not_after(do_by: datetime | None, at: datetime, now: datetime) -> datetime:
    """Return this time, or that by which it should be done where that comes first and is to come."""
    return min(at, do_by) if do_by and do_by > now else at


def who(
    target: Target,
    cover: Cover,
    now_local: datetime,
    managers: Sequence[str],
    keyworker: str | None,
    everybody: Sequence[str] = (),
) -> tuple[str, ...]:
    """Return the staff ids behind a target; where nobody is named, those of the next target.

    Never empty while the house has a manager. `everybody`: all who may know of it.
    """
    if target == "everybody" and everybody:
        return tuple(everybody)
    found = _named(target, cover, now_local, managers, keyworker)
    following = OTHERWISE.get(target)
    if found or following is None:
        return found
    return who(following, cover, now_local, managers, keyworker)


def _named(
    target: Target,
    cover: Cover,
    now_local: datetime,
    managers: Sequence[str],
    keyworker: str | None,
) -> tuple[str, ...]:
    named: Mapping[Target, tuple[str | None, ...]] = {
        "on_cover": on_cover(cover, now_local.time()),
        "all_cover": all_cover(cover),
        "team_lead": (cover.team_lead,),
        "manager": (cover.manager,),
        "keyworker": (keyworker,),
        "all_managers": tuple(managers),
        "everybody": (),
    }
    return tuple(one for one in named[target] if one)
