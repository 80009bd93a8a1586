"""Who rings a person about their call, as a text may say it: only what the alert itself says."""

from dataclasses import dataclass
from datetime import datetime

from checkin.actions.about import on_cover_now
from checkin.storage import alert_steps, people, what_was_sent
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow


@dataclass(frozen=True, slots=True)
class HasIt:
    """One took the alert."""

    name: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Nobody has it yet; these were told of it last: "Jo", or "Lena or Marcus"."""

    names: str


@dataclass(frozen=True, slots=True)
class NobodyTold:
    """Nobody has it, and nobody could be told."""


Rings = HasIt | Asked | NobodyTold


def who_rings(alert: AlertRow, now: datetime) -> Rings:
    """Return who has an alert; else whom its last telling rang or texted.

    Of several who were told it is the one on cover now; else any of them may be the one. Where the
    last telling reached nobody it is whoever was told before: that nobody can be told is not so.
    """
    has_it = staff_kept.staff(alert.taken_by) if alert.taken_by else None
    if has_it:
        return HasIt(has_it.called)
    cannot = set(alert_steps.who_cannot([alert.id])[alert.id])
    last = what_was_sent.told_last(alert.id) - cannot
    told = staff_kept.staff_by_id(last or what_was_sent.told_of([alert.id])[alert.id] - cannot)
    on_cover = on_cover_now(people.the_person(alert.person_id), now)
    if on_cover and on_cover.id in told:
        return Asked(on_cover.called)
    names = " or ".join(sorted(one.called for one in told.values()))
    return Asked(names) if names else NobodyTold()
