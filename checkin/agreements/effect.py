"""What another wait would have done to one person, told in one easy sentence.

Only the person's own past is looked at, and nothing is predicted.
Source: thresholds.md C.0 "Backtesting" and fixture BT-1.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from checkin.agreements.silence import in_time

DUE = datetime(2026, 1, 1, 12, tzinfo=UTC)  # any moment: only what lies between counts


@dataclass(frozen=True, slots=True)
class WouldHave:
    """What a wait of so many minutes would have done.

    `minutes`: from due to alert, for each that was needed and caught.
    """

    wait: int
    alerts: int
    caught: int
    not_needed: int
    not_caught: int
    minutes: tuple[int, ...]


def would_have(
    delays: Sequence[int | None], needed: Collection[int], missed_after: int
) -> WouldHave:
    """Replay past replies: `delays` in minutes from due (None: never), `needed` by their place.

    Places count from 0 and are the check-ins where someone said that the alert was needed.
    """
    silent = {place for place, delay in enumerate(delays) if _is_missed(delay, missed_after)}
    caught = len(silent & set(needed))
    return WouldHave(
        wait=missed_after,
        alerts=len(silent),
        caught=caught,
        not_needed=len(silent) - caught,
        not_caught=len(set(needed)) - caught,
        minutes=(missed_after,) * caught,
    )


def in_easy_words(would: WouldHave) -> str:
    """Say it to the person: "If we wait 20 minutes, we would have rung you 4 times. ..."."""
    if not would.alerts:
        said = f"If we wait {would.wait} minutes, we would not have rung you."
    else:
        rung = (
            f"If we wait {would.wait} minutes, we would have rung you {times_said(would.alerts)}."
        )
        said = f"{rung} {times_said(would.caught)} you needed it."
    if would.not_caught:
        said += f" {times_said(would.not_caught)} you needed it and we would not have rung."
    return said


def _is_missed(delay: int | None, missed_after: int) -> bool:
    deadline = DUE + timedelta(minutes=missed_after)
    return delay is None or not in_time(DUE + timedelta(minutes=delay), deadline)


def times_said(number: int) -> str:
    """Say how often: 1 time, 4 times."""
    return f"{number} time" if number == 1 else f"{number} times"
