"""When the watchdog says what is wrong: at once, as more goes wrong, each quarter of an hour, and as it is right again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from checkin.watchdog.what_is_wrong import Wrong

AGAIN = timedelta(minutes=15)
RIGHT_AGAIN = "Checkin works again."


@dataclass(frozen=True, slots=True)
class Said:
    """What was said last, and when; nothing while all is right."""

    kinds: frozenset[str] = frozenset()
    at: datetime | None = None


def to_say(said: Said, wrong: Sequence[Wrong], now: datetime) -> tuple[str | None, Said]:
    """Return what is to be said now, if anything, and what was said by then."""
    kinds = frozenset(one.kind for one in wrong)
    if not kinds:
        return (RIGHT_AGAIN if said.kinds else None), Said()
    is_new = not kinds <= said.kinds
    if is_new or said.at is None or now - said.at >= AGAIN:
        words = " ".join(one.words for one in wrong)
        return f"Checkin: {words} Ring people yourself.", Said(kinds | said.kinds, now)
    return None, said
