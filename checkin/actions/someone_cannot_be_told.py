"""A message cannot reach someone: that is staff's to know, never a silence.

Source: texts.md section D "Provider safety" 5, trust.md decision 2 and hazard H5.
"""

from datetime import datetime

from checkin.actions.as_rules_see import covering_among
from checkin.actions.raise_alert import raise_alert
from checkin.actions.raise_reached import raise_reached
from checkin.actions.stop_texts import stop_texts
from checkin.agreements.reached import Reached
from checkin.lives.alert import Open
from checkin.lives.alert_moves import GoOn, moved
from checkin.storage import agreements, alert_life, alert_steps, alerts, people
from checkin.storage.alert_steps import AlertStep
from checkin.storage.leases import Leased
from checkin.storage.tables import PersonRow

OPTED_OUT = "21610"


def cannot_be_told(message: Leased, code: str, now: datetime) -> None:
    """Follow up a message that failed for good: opted out, bad number, no credit."""
    person = people.person(message.person_id or "")
    if message.to_person and person is not None:
        _to_person(message, person, code, now)
    elif message.alert_id:
        _to_staff(message, now)


def _to_person(message: Leased, person: PersonRow, code: str, now: datetime) -> None:
    if code == OPTED_OUT and not person.texts_stopped_at:
        stopped = stop_texts(person, message.id, None, now)
        raise_reached(person, stopped, now)
    elif code != OPTED_OUT:
        agreed = covering_among(agreements.agreements_of(person.id, now))
        raise_alert(person, _no_texts(message, person), now, agreed=agreed)


def _no_texts(message: Leased, person: PersonRow) -> Reached:
    return Reached(
        kind="cannot_be_texted_now",
        level="soon",
        key=f"not_delivered:{message.id}",
        group=f"not_delivered:{person.id}",
        title=f"Our texts do not reach {person.called}'s phone.",
        what=(f"Ring {person.called}, and check the number.",),
        about="service",
    )


def _to_staff(message: Leased, now: datetime) -> None:
    """A member of staff could not be told: go to the next one now, and do not wait."""
    alert_id = message.alert_id or ""
    life = alert_life.life_of(alerts.the_alert(alert_id))
    if isinstance(life, Open):
        words = "This message could not be sent. Going on to the next."
        alert_steps.add_steps(
            [AlertStep(alert_id, now, "not_told", words, to=moved(GoOn(life), now))]
        )
