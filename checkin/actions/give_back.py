"""Whoever took an alert cannot do it after all: the next one is told, at once."""

from collections.abc import Sequence
from datetime import datetime

from checkin.actions.contacts import Contacts
from checkin.actions.telling import other_than, recipients, tell_rows, told_steps
from checkin.agreements.ladder import Tell, next_tell
from checkin.lives.alert import Claimed, Open
from checkin.lives.alert_moves import GiveBack, TellNext, moved
from checkin.storage import agreements, alert_life, alert_steps, alerts, messages, people
from checkin.storage import staff as staff_kept
from checkin.storage.alert_steps import AlertStep
from checkin.storage.tables import AlertRow, Staff
from checkin.storage.transaction import kept_together


def give_back(alert_id: str, staff_id: str, now: datetime) -> list[Staff] | None:
    """Give an alert back, and return who is told now; None where they do not have it.

    It goes up the ladder, past whoever gave it back, and never stays with nobody.
    """
    with kept_together():
        alert = alerts.the_alert(alert_id)
        life = alert_life.life_of(alert)
        if not isinstance(life, Claimed) or life.owner != staff_id:
            return None
        name = staff_kept.staff_by_id([staff_id])[staff_id].called
        words = f"{name} cannot do it."
        given = AlertStep(alert_id, now, "given_back", words, staff_id, moved(GiveBack(life), now))
        alert_steps.add_steps([given])
        to, tell, staff = _next_who_can(alert, now)
        alert_steps.add_steps(told_steps(alert_id, tell, staff, now, to))
        messages.put(tell_rows(alert, tell, staff, now, life.round))
    return staff


def gave_back_last(alert_id: str, staff_id: str) -> bool:
    """Say whether they gave it back and nobody took it since: pressed twice, it is one press."""
    since = [one for one in alert_steps.steps_of(alert_id) if one.kind in ("given_back", "taken")]
    return bool(since) and (since[-1].kind, since[-1].staff_id) == ("given_back", staff_id)


def _next_who_can(alert: AlertRow, now: datetime) -> tuple[Open, Tell, list[Staff]]:
    """Return the next step at which there is somebody else; the last one, where there is nobody."""
    life, person = alert_life.life_of(alert), people.the_person(alert.person_id)
    version = alert.agreement_version_id
    agreement = agreements.version(version).agreement if version else None
    contacts = Contacts(frozenset({alert.house_id}), frozenset(filter(None, [alert.check_in_id])))
    gave_back = alert_steps.gave_back(alert.id)
    while True:
        if not isinstance(life, Open):
            raise TypeError(f"Alert {alert.id} was given back, and is {alert.state}.")
        tell = next_tell(life.level, life.step, now, task=life.task)
        found = recipients(tell, alert, person, agreement, contacts, now)
        if tell.exhausted or not _all_gave_back(found, gave_back):
            return life, tell, other_than(gave_back, found, alert, contacts, now)
        after = moved(TellNext(life), now)
        life = after if isinstance(after, Open) else life


def _all_gave_back(found: Sequence[Staff], gave_back: frozenset[str]) -> bool:
    return all(one.id in gave_back for one in found)
