"""Who rings a person about their call, as a text may say it: only what the alert itself says."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from checkin.actions.calls import is_missed
from checkin.actions.help_coming import ASKED_FOR
from checkin.storage import alert_steps, what_was_sent, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, Staff
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


def who_rings(alert: AlertRow, but: Collection[str] = ()) -> Rings:
    """Return who has an alert; else all whom its last telling rang or texted, as it was written.

    Where that reached nobody it is whoever was told before: that nobody can be told is not so.
    `but`: who is not rung for this, though they have it (staff ids): then it is whoever was.
    """
    has_it = staff_kept.staff(alert.taken_by) if alert.taken_by else None
    if has_it and has_it.id not in but:
        return HasIt(has_it.called)
    names = in_a_row(sorted(one.called for one in _asked(alert).values() if one.id not in but))
    return Asked(names) if names else NobodyTold()


def all_ring(alerts: Sequence[AlertRow], but: Collection[str] = ()) -> Rings:
    """Return who rings a person of whom several wait: who took one, else all who are asked of any.

    `but`: who is not rung for this (staff ids).
    """
    each = [who_rings(one, but) for one in alerts]
    has_it = [one for one in each if isinstance(one, HasIt)]
    if has_it:
        return has_it[-1]
    asked = (one for row in alerts for one in _asked(row).values())
    names = in_a_row(sorted({one.called for one in asked if one.id not in but}))
    return Asked(names) if names else NobodyTold()


def asked_besides(person_id: str, but: str = "") -> Mapping[str, Staff]:
    """Return by id all who are asked to ring a person, and did not say that they cannot.

    Of what they missed, and of a call for somebody by text; of nothing that they told to some
    alone, and of no secret word. `but`: the id of an alert that is left out.
    """
    live = which_alerts.live_of_person(person_id)
    waits = [one for one in live if _is_open(one) and one.id != but and not one.taken_by]
    return {key: one for row in waits for key, one in _asked(row).items()}


def _is_open(alert: AlertRow) -> bool:
    """Say whether it is of what everybody here may know: a miss, or a call by text."""
    return is_missed(alert) or (alert.kind == ASKED_FOR and not alert.check_in_id)


def _asked(alert: AlertRow) -> Mapping[str, Staff]:
    cannot = set(alert_steps.who_cannot([alert.id])[alert.id])
    last = what_was_sent.told_last(alert.id) - cannot
    return staff_kept.staff_by_id(last or what_was_sent.told_of([alert.id])[alert.id] - cannot)
