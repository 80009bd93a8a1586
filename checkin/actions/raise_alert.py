"""A threshold was reached: open an alert once, and tell the first who should act.

The alert, what happened to it and the messages to staff are one transaction with whatever
reached the threshold; sending them is another (alerts.md 2).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from checkin.actions.alert_again import again
from checkin.actions.calls import WAITS_FOR_STAFF
from checkin.actions.contacts import Contacts
from checkin.actions.hours_of import as_agreed
from checkin.actions.telling import managers_who_may, reached_by, tell_rows, told_first, told_steps
from checkin.agreements.ladder import Tell
from checkin.agreements.reached import Reached
from checkin.lives.alert_moves import opened
from checkin.lives.new_message import NewMessage
from checkin.storage import alert_steps, alerts, messages
from checkin.storage.agreements import InForce
from checkin.storage.alert_steps import AlertStep
from checkin.storage.new_alert import NewAlert
from checkin.storage.tables import PersonRow, Staff, new_id
from checkin.storage.transaction import kept_together


class Nobody(NamedTuple):
    """Whoever texted from a number that is nobody's, as a house is told of it."""

    house_id: str
    number: str
    tells_of: tuple[str, ...] = ()  # staff ids


@dataclass(frozen=True, slots=True)
class Raised:
    """One threshold that was reached, for whom, and by which agreement and check-in."""

    person: PersonRow | Nobody
    reached: Reached
    agreed: InForce | None = None
    check_in_id: str | None = None

    @property
    def known(self) -> PersonRow | None:
        """Whose it is; None: nobody knows."""
        return None if isinstance(self.person, Nobody) else self.person


class Told(NamedTuple):
    """An alert that opened, by its id, and who is told of it."""

    alert_id: str
    staff: Sequence[Staff]


@dataclass(slots=True)
class _Gathered:
    """What a batch of alerts adds, written at once."""

    steps: list[AlertStep] = field(default_factory=list)
    tells: list[NewMessage] = field(default_factory=list)
    once_more: list[Raised] = field(default_factory=list)
    told: dict[str, Told] = field(default_factory=dict)


def raise_alert(
    person: PersonRow,
    reached: Reached,
    now: datetime,
    *,
    agreed: InForce | None = None,
    check_in_id: str | None = None,
) -> None:
    """Open one alert, unless it is open already."""
    raise_alerts([Raised(person, reached, agreed, check_in_id)], now)


def raise_alerts(raised: Sequence[Raised], now: datetime) -> Mapping[str, Told]:
    """Open alerts, each exactly once; one of the same group as a live one joins it instead.

    Return who is told of each alert that opens, by the key of what happened.
    """
    if not raised:
        return {}
    with kept_together():
        made = [(alert_of(one, now), one) for one in raised]
        new = alerts.put([alert for alert, _ in made])
        contacts = Contacts(
            frozenset(one.person.house_id for one in raised),
            frozenset(one.check_in_id for one in raised if one.check_in_id),
        )
        found = _Gathered()
        for alert, one in made:
            if alert.id in new:
                _tell_first(alert, one, contacts, found, now)
            else:
                _join(alert, one, contacts, found, now)
        opened = {alert.id: alert.person_id for alert, _ in made if alert.id in new}
        alert_steps.add_steps(found.steps, opened)
        messages.put(found.tells)
        waits = {alert.person_id or "" for alert, _ in made if alert.kind in WAITS_FOR_STAFF}
        if waits:
            messages.cancel_reminders(waits, now)
        return {**found.told, **raise_alerts(found.once_more, now)}


def alert_of(one: Raised, now: datetime) -> NewAlert:
    """Return the alert that this opens; nothing is kept."""
    reached, person = one.reached, one.person
    nobody = person if isinstance(person, Nobody) else None
    agreed = one.agreed.agreement if one.agreed else None
    hours = as_agreed(agreed, person.house_id)
    life = opened(reached.level, now, task=reached.task, do_by=reached.do_by, hours=hours)
    return NewAlert(
        id=new_id(),
        key=reached.key,
        group_key=reached.group,
        kind=reached.kind,
        level=life.level,
        about=reached.about,
        task=life.task,
        house_id=person.house_id,
        person_id=None if isinstance(person, Nobody) else person.id,
        from_number=nobody.number if nobody else None,
        tells_of=nobody.tells_of if nobody else (),
        check_in_id=one.check_in_id,
        agreement_version_id=one.agreed.version_id if one.agreed else None,
        title=reached.title,
        what=reached.what,
        agreed_words=reached.agreed_words,
        said_privately=reached.said_privately,
        for_staff=reached.for_staff,
        do_by=reached.do_by,
        next_at=life.next_at,
        opened_at=now,
    )


def _tell_first(
    alert: NewAlert, one: Raised, contacts: Contacts, found: _Gathered, now: datetime
) -> None:
    agreement = one.agreed.agreement if one.agreed else None
    tell, staff = told_first(alert, one.known, agreement, contacts, now, one.reached)
    found.tells += tell_rows(alert, tell, staff, now)
    found.steps += told_steps(alert.id, tell, staff, now)
    found.told[alert.key] = Told(alert.id, reached_by(tell, staff))


def _join(
    alert: NewAlert, one: Raised, contacts: Contacts, found: _Gathered, now: datetime
) -> None:
    if alerts.alert_with_key(alert.key) is not None:
        return
    live = alerts.held_in_group(alert.group_key)
    if live is None:  # it was closed just now: this needs an alert of its own
        found.once_more.append(one)
        return
    agreement = one.agreed.agreement if one.agreed else None
    steps, told = again(live, one.known, one.reached, agreement, contacts, now)
    found.steps += steps
    found.tells += told
    managers = managers_who_may(alert, contacts, now) if one.reached.managers_too else ()
    if managers:
        on_list = Tell(0, ("all_managers",), "list", now)
        found.steps += told_steps(live.id, on_list, managers, now)
