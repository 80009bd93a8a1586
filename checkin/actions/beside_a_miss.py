"""A miss rings those alone from whom the person keeps what they told: others are told, and so is the person.

Whoever may know of that telling is told on it, wherever they are; the person reads that nobody whom
the miss rings is told of it, and that they need not answer. Nobody from whom it is kept meets anything
of either. Source: trust.md A2, thresholds.md T15.
"""

from collections.abc import Collection, Mapping
from datetime import datetime

from checkin.actions.calls import MISSED, is_missed
from checkin.actions.tell_of_call import Told, tell_all, told_apart_from
from checkin.actions.tell_who_called import HURT
from checkin.actions.text_person import text_to
from checkin.actions.where_told import where_told
from checkin.agreements.answers_that_tell import ASKED_APART
from checkin.lives.record import digest
from checkin.storage import alert_steps, messages, people, what_was_sent, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, PersonRow, Staff
from checkin.storage.transaction import kept_together
from checkin.wording import in_a_row

TOLD = (*HURT, ASKED_APART)
RINGS = "{person} did not answer. It rings {names}."


def tell_of_misses(now: datetime) -> None:
    """Tell of each miss that rings such people alone, once for all whom it rings then."""
    for person_id in which_alerts.missed_and_told(MISSED, TOLD):
        with kept_together():
            people.held(person_id)  # what they tell is held by it too
            live = which_alerts.live_of_person(person_id)
            for miss in filter(is_missed, live):
                _tell_of(miss, live, now)


def _tell_of(miss: AlertRow, live: Collection[AlertRow], now: datetime) -> None:
    rings = staff_kept.staff_by_id(what_was_sent.told_last(miss.id))
    names = in_a_row(sorted(one.called for one in rings.values()))
    person = people.the_person(miss.person_id)
    words = RINGS.format(person=person.called, names=names)
    for told in _told_apart(rings, live).values():
        new = [one for one in told.alerts if not alert_steps.says(one.id, words, miss.opened_at)]
        tell_all(new, words, now)
        if new and _was_said(told, miss):
            _text(person, miss, told, names, now)


def _told_apart(rings: Mapping[str, Staff], live: Collection[AlertRow]) -> Mapping[str, Told]:
    return told_apart_from(rings, live) if rings else {}


def _was_said(told: Told, miss: AlertRow) -> bool:
    """Say whether they read by text both who was told, and whom the miss rings."""
    hurts = {one.id for one in told.alerts}
    said = what_was_sent.last_said_of({miss.id, *hurts})
    return miss.id in said and not hurts.isdisjoint(said)


def _text(person: PersonRow, miss: AlertRow, told: Told, names: str, now: datetime) -> None:
    """Tell the person, as of what they told, that nobody whom the miss rings is told of it."""
    alert = told.alerts[0]
    to = where_told(person, alert.opened_at, told_in=alert.check_in_id)
    if to and not person.texts_paused_at:
        key = f"alert:{alert.id}:beside:{miss.id}:{digest(names)}"
        text = text_to(
            person, "not_told", {"staff": names}, now, key=key, check_in_id=alert.check_in_id
        )
        messages.put([text._replace(to=to)])
