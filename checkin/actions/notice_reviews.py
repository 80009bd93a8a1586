"""A review date comes: it cannot pass silently (thresholds.md C.0, T16)."""

from datetime import datetime

from checkin.actions.raise_alert import raise_alert
from checkin.agreements.review import review_task
from checkin.agreements.times import local
from checkin.storage import agreements, alerts, people


def notice_reviews(now: datetime) -> None:
    """Ask staff to look again at what is due for review, once while they have it to do."""
    in_force = agreements.agreements_in_force(now)
    persons = people.people_by_id(one.agreement.person for one in in_force)
    names = people.known_as(one.house_id for one in persons.values())
    for agreed in in_force:
        agreement = agreed.agreement
        person = persons[agreement.person]
        task = review_task(agreement, names[person.id], local(now, agreement.zone).date())
        if task and not alerts.live_in_group(task.group) and not alerts.alert_with_key(task.key):
            raise_alert(person, task, now, agreed=agreed)
