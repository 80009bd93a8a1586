"""What stands above every staff page: whether Checkin itself is working."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from checkin import clock
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.nobody_to_tell import nobody_to_tell
from checkin.actions.tell_who_leads import others_who_lead
from checkin.door.kept_from_me import open_to
from checkin.door.me import Me
from checkin.installation import here
from checkin.lives.refused_number import in_words
from checkin.staff.times import when
from checkin.storage import beats, nobody_told, provider_away
from checkin.storage import staff as staff_kept
from checkin.storage.outside import FEWEST, houses_with_too_few
from checkin.storage.overdue import stands_still

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something of ours that does not work, and what staff do until it does."""

    words: str
    lines: tuple[str, ...] = ()
    red: bool = True
    leads_to: str = ""  # the page where it is mended


def troubles(now: datetime, who: Me | None) -> tuple[Trouble, ...]:
    """Return what is wrong with Checkin now, for whoever looks; usually nothing (alerts.md 8, layer 1)."""
    return (
        *_nobody_told(who),
        *_nobody_looks(now),
        *_clock_jumped(),
        *(_no_account() or _nothing_goes_out(now)),
        *_broken_flows(),
        *_refused_numbers(who),
        *_nobody_outside(who),
    )


def _nobody_told(who: Me | None) -> Iterator[Trouble]:
    """Yield what calls here and nobody could be told of, as far as this one may know; and where nobody can be."""
    if who is None:
        return
    count = len(open_to(who, nobody_told.alerts_of(who.reaches)))
    if count:
        alerts = "an alert" if count == 1 else f"{count} alerts"
        it = "it" if count == 1 else "them"
        yield Trouble(f"Nobody could be told of {alerts} on your list. Take {it} now.")
    for words in nobody_to_tell(who.house_ids):
        yield Trouble(words)


def _nobody_looks(now: datetime) -> tuple[Trouble, ...]:
    last = beats.last_beat(now)
    if not stands_still(last, now):
        return ()
    since = f"since {when(last, now)}" if last else "yet"
    return (Trouble(f"Checkin has not looked for silence {since}. Ring people yourself."),)


def _clock_jumped() -> tuple[Trouble, ...]:
    by = clock.jumped_by()
    if by is None:
        return ()
    minutes = round(abs(by) / MINUTE)
    far = f"{minutes} minutes" if minutes > 1 else "a minute" if minutes else "some seconds"
    way = "ahead" if by > timedelta(0) else "back"
    words = f"The clock of this machine jumped {way} by {far}. Checkin goes by its own watch. "
    return (Trouble(f"{words}Have the clock put right."),)


def _no_account() -> tuple[Trouble, ...]:
    if here().settings.sends_texts:
        return ()
    words = "No phone company account is set. Texts and calls wait here. Ring people yourself."
    return (Trouble(words),)


def _nothing_goes_out(now: datetime) -> tuple[Trouble, ...]:
    """Say since when a provider takes nothing; a breath of it is nobody's to read."""
    return tuple(
        Trouble(
            f"No {one.channel} has gone out since {when(one.since, now)}: the phone company takes "
            "none. We go on trying. Ring people yourself."
        )
        for one in provider_away.away()
        if stands_still(one.since, now)
    )


def _refused_numbers(who: Me | None) -> Iterator[Trouble]:
    """Yield, for whoever works there, whose number is to be put right, and who does it."""
    for one in staff_kept.with_refused_numbers(who.house_ids) if who else ():
        leads = next(iter(others_who_lead(one.id)), None)
        by = leads.called if leads else "Whoever runs Checkin for you"
        yield Trouble(
            f"Put right the number of {one.called}. The phone company does not take "
            f"{in_words(one.phone_refused or '')} to it. We do not try {one.called} there until then, "
            f"and tell the next at once. {by} has the right one written down."
        )


def _nobody_outside(who: Me | None) -> Iterator[Trouble]:
    """Yield, for whoever manages, the houses of theirs with too few contacts outside."""
    for one in houses_with_too_few(who.house_ids) if who and who.manages else ():
        words = (
            f"{one.name} has fewer than {FEWEST} contacts outside it who can be rung. "
            "What somebody keeps from everybody there reaches nobody."
        )
        yield Trouble(words, leads_to="staff.outside_contacts")


def _broken_flows() -> tuple[Trouble, ...]:
    faults = [one for one in flows_in_use().faults if one.is_error]
    if not faults:
        return ()
    words = "A flow file is broken. The last one that worked is used until it is mended."
    return (Trouble(words, tuple(fault.as_text() for fault in faults), red=False),)
