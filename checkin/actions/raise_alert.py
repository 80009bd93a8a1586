"""A threshold was reached: open an alert once, and tell the first who should act.

The alert, what happened to it and the messages to staff are one transaction with whatever
reached the threshold; sending them is another (alerts.md 2).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from checkin.actions.few_messages import as_few
from checkin.actions.telling import Contacts, recipients, tell_rows
from checkin.agreements.ladder import next_tell
from checkin.agreements.reached import Reached
from checkin.installation import here
from checkin.storage import alerts, messages
from checkin.storage.agreements import InForce
from checkin.storage.tables import PersonRow, new_id
from checkin.storage.transaction import kept_together


@dataclass(frozen=True, slots=True)
class Raised:
    """One threshold that was reached, for whom, and by which agreement and check-in."""

    person: PersonRow
    reached: Reached
    agreed: InForce | None = None
    check_in_id: str | None = None
    after_outage: bool = False  # told together with others, so that nobody gets a burst


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


def raise_alerts(raised: Sequence[Raised], now: datetime) -> None:
    """Open alerts, each exactly once; one of the same group as a live one joins it instead."""
    if not raised:
        return
    with kept_together():
        rows = {(made := _alert(one, now))["id"]: (made, one) for one in raised}
        new = alerts.put([made for made, _ in rows.values()])
        contacts = Contacts(
            frozenset(one.person.house_id for one in raised),
            frozenset(one.check_in_id for one in raised if one.check_in_id),
        )
        tells: list[dict[str, Any]] = []
        many: list[dict[str, Any]] = []
        steps, again = [], []
        for made, one in rows.values():
            if made["id"] in new:
                told = _tell_first(made, one, contacts, now)
                (many if one.after_outage else tells).extend(told)
                steps += _first_steps(made, told, contacts, now)
            elif alerts.alert_with_key(made["key"]) is None:
                live = alerts.held_in_group(made["group_key"])
                if live is None:  # it was closed just now: this needs an alert of its own
                    again.append(one)
                else:
                    steps.append(_joined(live.id, one.reached, now))
        alerts.add_steps(steps)
        messages.put([*tells, *as_few(many)])
        raise_alerts(again, now)


def _alert(one: Raised, now: datetime) -> dict[str, Any]:
    reached = one.reached
    tell = next_tell(reached.level, 0, now, task=reached.task, do_by=reached.do_by)
    return {
        "id": new_id(),
        "key": reached.key,
        "group_key": reached.group,
        "kind": reached.kind,
        "level": reached.level,
        "about": reached.about,
        "task": reached.task,
        "house_id": one.person.house_id,
        "person_id": one.person.id,
        "check_in_id": one.check_in_id,
        "agreement_version_id": one.agreed.version_id if one.agreed else None,
        "title": reached.title,
        "what": list(reached.what),
        "agreed_words": reached.agreed_words,
        "said_privately": reached.said_privately,
        "for_staff": reached.for_staff,
        "do_by": reached.do_by,
        "state": "open",
        "next_at": tell.next_at,
        "opened_at": now,
    }


def _tell_first(
    made: dict[str, Any], one: Raised, contacts: Contacts, now: datetime
) -> list[dict[str, Any]]:
    reached = one.reached
    tell = next_tell(reached.level, 0, now, task=reached.task, do_by=reached.do_by)
    agreement = one.agreed.agreement if one.agreed else None
    staff = recipients(tell, made, one.person, agreement, contacts, now)
    return tell_rows(made, tell, staff, here().addresses.alert(made["id"]), now)


def _first_steps(
    made: dict[str, Any], told: list[dict[str, Any]], contacts: Contacts, now: datetime
) -> list[dict[str, Any]]:
    opened = {
        "alert_id": made["id"],
        "at": now,
        "staff_id": None,
        "kind": "opened",
        "words": made["title"],
    }
    return [opened, *told_steps(made["id"], told, contacts, now)]


def told_steps(
    alert_id: str, told: Sequence[dict[str, Any]], contacts: Contacts, now: datetime
) -> list[dict[str, Any]]:
    """Return the step that says who is being told, if anyone is."""
    names = [contacts.staff[row["staff_id"]].called for row in told]
    if not names:
        return []
    way = "Ringing" if told[0]["channel"] == "call" else "Texting"
    words = f"{way} {' and '.join(names)}."
    return [{"alert_id": alert_id, "at": now, "staff_id": None, "kind": "telling", "words": words}]


def _joined(alert_id: str, reached: Reached, now: datetime) -> dict[str, Any]:
    words = " ".join((reached.title, *reached.what))
    return {"alert_id": alert_id, "at": now, "staff_id": None, "kind": "again", "words": words}
