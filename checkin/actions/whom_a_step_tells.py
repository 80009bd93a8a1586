"""Whom a step of an alert that is kept would tell now, without those who gave it back."""

from datetime import datetime

from checkin.actions.contacts import Contacts
from checkin.actions.telling import other_than, recipients
from checkin.agreements.ladder import Tell
from checkin.storage import agreements, alert_steps, people
from checkin.storage.tables import AlertRow, Staff


def staff_at_step(tell: Tell, alert: AlertRow, now: datetime) -> list[Staff]:
    """Return who is told of this alert at this step."""
    person, version = people.the_person(alert.person_id), alert.agreement_version_id
    agreement = agreements.version(version).agreement if version else None
    contacts = Contacts(frozenset({alert.house_id}), frozenset(filter(None, [alert.check_in_id])))
    able = recipients(tell, alert, person, agreement, contacts, now)
    return other_than(alert_steps.gave_back(alert.id), able, alert, contacts, now)
