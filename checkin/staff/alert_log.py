"""What staff can say they did about an alert, and how it can end: plain words for each."""

from collections.abc import Mapping
from datetime import datetime, time

from checkin.actions.reached_them import GOT_HELP, SPOKE, WITH_THEM
from checkin.agreements.times import in_words, local, moment
from checkin.lives.alert import StaffStep, StepKind
from checkin.staff.times import ZONE
from checkin.wording import plain_time

STEPS: Mapping[StaffStep, str] = {
    "rang": "Rang and spoke",
    "no_answer": "Rang: no answer",
    "voicemail": "Rang: voicemail",
    "reached_other": "Reached someone else",
    "with_them": "With them now",
    "texted": "Sent a text",
    "told": "Told a colleague",
    "note": "Note",
}
"""The kinds of `log_step`, as staff say them; the first words of what is kept."""

SAID_BY_US: Mapping[StepKind, str] = {
    "opened": "raised this alert",
    "telling": "tells staff",
    "taken": "took it",
    "given_back": "cannot do it",
    "ran_out": "noticed: not closed in time",
    "again": "noticed: it happened again",
    "not_told": "could not tell",
    "heard": "heard",
    "heard_late": "heard late",
    "closed": "closed it",
    "cancelled": "took it off the list",
    "judged": "was it needed?",
}

WORDS = dict[StepKind, str]([*STEPS.items(), *SAID_BY_US.items()])

OF_SILENCE = ("Phone was off or flat", "They forgot to answer")
"""How a silence ends, and no hurt that somebody told of."""

OUTCOMES: tuple[str, ...] = (
    SPOKE,
    "Someone with them told us",
    WITH_THEM,
    *OF_SILENCE,
    GOT_HELP,
    "Done",
    "Safeguarding: referral made",
    "Safeguarding: no referral",
    "Not needed",
)

NEEDED: tuple[str, ...] = ("needed", "not needed", "too late")

WAYS: tuple[str, ...] = ("by phone", "by text", "face to face")


def step_words(kind: StepKind) -> str:
    """Return a kind of step in plain words."""
    return WORDS[kind]


def with_time(words: str, at: time | None) -> str:
    """Return what was done, with the time where it was not just now: "At 10:24: voicemail"."""
    if at is None:
        return words
    return f"At {plain_time(at)}: {words}" if words else f"At {plain_time(at)}."


def wrong_time(
    at: time,
    since: datetime,
    now: datetime,
    zone: str = ZONE,
    *,
    write: str = "Write when you knew.",
) -> str | None:
    """Say why nothing was done or known at this time: `since` is when it began."""
    if earlier_today(at, now, zone) >= since.replace(second=0, microsecond=0):
        return None
    if _still_to_come(at, since, now, zone):
        return f"{plain_time(at)}: this is still to come. {write}"
    return f"{plain_time(at)} is before this began, {in_words(since, zone)}. {write}"


def _still_to_come(at: time, since: datetime, now: datetime, zone: str = ZONE) -> bool:
    """Say whether 10:24 is later today, and no time in the night since it began."""
    then = earlier_today(at, now, zone)
    if then >= since.replace(second=0, microsecond=0):
        return False
    return local(then, zone).date() < local(now, zone).date()


def earlier_today(at: time, now: datetime, zone: str = ZONE) -> datetime:
    """Return the last time the clock on the wall showed this."""
    today = local(now, zone).date()
    then = moment(today, at, zone)
    yesterday = today.fromordinal(today.toordinal() - 1)
    return then if then <= now else moment(yesterday, at, zone)
