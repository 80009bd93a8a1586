"""So many of the last check-ins were missed: staff talk with the person, and nothing changes by itself.

Maybe the time is wrong, or the way, or they are fed up of it. What we ourselves did not ask is no
miss. Source: thresholds.md T2.
"""

from collections.abc import Sequence
from datetime import datetime

from checkin.agreements.happened import Person, Silent
from checkin.agreements.reached import Reached
from checkin.agreements.threshold import RepeatedMissed
from checkin.agreements.working_days import working_days_on

MISSED_OFTEN = "repeated_missed"  # the kind of its task
TALK_WITHIN = 3  # working days
TALK_FIRST = (
    "Talk with {name} first. Maybe the time is wrong.",
    "Together: another time, another way, more support, or nothing.",
)


def is_missed_often(threshold: RepeatedMissed, missed: Sequence[bool]) -> bool:
    """Say whether enough of the last were missed. `missed`: of each, the newest first."""
    return sum(missed[: threshold.of_last]) >= threshold.count


def missed_often(
    threshold: RepeatedMissed, silent: Silent, now: datetime, person: Person
) -> Reached | None:
    """Return the talk that this miss asks for; None where it asks for none."""
    missed = (True, *silent.before)[: threshold.of_last]
    if silent.not_asked or silent.down_from or not is_missed_often(threshold, missed):
        return None
    return Reached(
        kind=threshold.kind,
        level=threshold.level,
        key=f"{MISSED_OFTEN}:{silent.check_in_id}",
        group=f"{MISSED_OFTEN}:{person.id}",
        title=f"{person.name} missed {sum(missed)} of the last {len(missed)} check-ins.",
        what=tuple(one.format(name=person.name) for one in TALK_FIRST),
        agreed_words=threshold.agreed_words,
        threshold=threshold,
        task=True,
        do_by=working_days_on(now, TALK_WITHIN, person.zone),
        for_staff=person.keyworker,
    )


def times_reached(threshold: RepeatedMissed, missed: Sequence[bool]) -> int:
    """Count how often it would have asked for a talk, had each talk begun it anew. The oldest first."""
    times, since = 0, list[bool]()
    for one in missed:
        since.insert(0, one)
        if one and is_missed_often(threshold, since):
            times, since = times + 1, []
    return times
