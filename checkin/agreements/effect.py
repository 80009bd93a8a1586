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

    `unjudged`: nobody wrote down whether it was needed, or nothing was raised then. `minutes`: from due to alert, for each that was needed and caught.
    """

    wait: int
    alerts: int
    caught: int
    not_needed: int
    unjudged: int
    not_caught: int
    minutes: tuple[int, ...]


def would_have(
    delays: Sequence[int | None],
    needed: Collection[int],
    missed_after: int,
    *,
    not_needed: Collection[int],
) -> WouldHave:
    """Replay past replies: `delays` in minutes from due (None: never), the others by their place.

    Places count from 0. `needed`, `not_needed`: where someone said that the alert was, or was not.
    """
    silent = {place for place, delay in enumerate(delays) if is_missed(delay, missed_after)}
    caught, in_vain = len(silent & set(needed)), len(silent & set(not_needed))
    return WouldHave(
        wait=missed_after,
        alerts=len(silent),
        caught=caught,
        not_needed=in_vain,
        unjudged=len(silent) - caught - in_vain,
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
        said = f"{rung} {how_needed(would.alerts, would.caught, would.unjudged)}"
    if would.not_caught:
        said += f" {times_said(would.not_caught)} you needed it and we would not have rung."
    return said


def is_missed(delay: int | None, missed_after: int) -> bool:
    """Say whether a reply so many minutes after it was due (None: never) would have been missed."""
    deadline = DUE + timedelta(minutes=missed_after)
    return delay is None or not in_time(DUE + timedelta(minutes=delay), deadline)


def how_needed(alerts: int, needed: int, unjudged: int) -> str:
    """Say how often it was needed, as far as somebody wrote it down."""
    if unjudged == alerts:
        return "Nobody wrote down whether you needed it."
    said = f"{times_said(needed)} you needed it."
    nobody = f"{times_said(unjudged)} nobody wrote down whether you needed it."
    return f"{said} {nobody}" if unjudged else said


def times_said(number: int) -> str:
    """Say how often: 1 time, 4 times."""
    return f"{number} time" if number == 1 else f"{number} times"
