"""Whoever has a cry from a number that was nobody's says who it was: then it is that person's."""

from datetime import datetime

from checkin.actions.close_alert import NotYoursError
from checkin.agreements.from_nobody import WHOSE_NUMBER
from checkin.lives.alert import Claimed
from checkin.lives.alert_moves import LogStep, moved
from checkin.storage import alert_life, alert_steps, alerts, people
from checkin.storage.alert_steps import AlertStep
from checkin.storage.transaction import kept_together


def whose_it_was(alert_id: str, person_id: str, staff_id: str, now: datetime) -> None:
    """Let it be a person's of its house, once: what was said first stays. Whoever has it keeps it.

    NotYoursError: they do not have it, or nobody of this house is that person.
    """
    with kept_together():
        alert, person = alerts.the_alert(alert_id), people.person(person_id)
        life = alert_life.life_of(alert)
        theirs = isinstance(life, Claimed) and life.owner == staff_id
        if not theirs or person is None or person.house_id != alert.house_id:
            raise NotYoursError(NotYoursError.__doc__)
        if alert.person_id is not None or not isinstance(life, Claimed):
            return
        alert.person_id = person.id
        words = WHOSE_NUMBER.format(name=people.name_of(person))
        to, told = moved(LogStep(life), now), {"person": person.id}
        alert_steps.add_steps([AlertStep(alert_id, now, "note", words, staff_id, to, told)])
