"""Who rings a person about their call, as a text may say it: only what the alert itself says."""

from dataclasses import dataclass

from checkin.storage import alert_steps, what_was_sent
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow
from checkin.wording import in_a_row


@dataclass(frozen=True, slots=True)
class HasIt:
    """One took the alert."""

    name: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Nobody has it yet; these were told of it last: "Jo", or "Lena and Marcus"."""

    names: str


@dataclass(frozen=True, slots=True)
class NobodyTold:
    """Nobody has it, and nobody could be told."""


Rings = HasIt | Asked | NobodyTold


def who_rings(alert: AlertRow) -> Rings:
    """Return who has an alert; else all whom its last telling rang or texted, as it was written.

    Where that reached nobody it is whoever was told before: that nobody can be told is not so.
    """
    has_it = staff_kept.staff(alert.taken_by) if alert.taken_by else None
    if has_it:
        return HasIt(has_it.called)
    cannot = set(alert_steps.who_cannot([alert.id])[alert.id])
    last = what_was_sent.told_last(alert.id) - cannot
    told = staff_kept.staff_by_id(last or what_was_sent.told_of([alert.id])[alert.id] - cannot)
    names = in_a_row(sorted(one.called for one in told.values()))
    return Asked(names) if names else NobodyTold()
