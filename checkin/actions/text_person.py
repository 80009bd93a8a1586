"""A text to a person: a row that waits to be sent, in the wording people can change."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from checkin.actions.flows_in_use import wording
from checkin.actions.telling import TO_A_PERSON
from checkin.conversation.flows.gsm7 import plain
from checkin.storage import messages
from checkin.storage.tables import PersonRow


def text_row(
    person: PersonRow,
    message: str,
    values: Mapping[str, str],
    now: datetime,
    *,
    key: str,
    body: str | None = None,
    check_in_id: str | None = None,
    alert_id: str | None = None,
    not_after: datetime | None = None,
) -> dict[str, Any]:
    """Return one text; `key` names it once and for all, `body` replaces the fixed wording."""
    return {
        "key": key,
        "to_person": True,
        "person_id": person.id,
        "staff_id": None,
        "alert_id": alert_id,
        "check_in_id": check_in_id,
        "about": message,
        "channel": "text",
        "number": person.phone,
        "body": plain(body or wording(message, values)),
        "urgency": TO_A_PERSON,
        "state": "pending",
        "next_at": now,
        "not_after": not_after,
        "made_at": now,
    }


def text_person(
    person: PersonRow,
    message: str,
    values: Mapping[str, str],
    now: datetime,
    *,
    key: str,
    body: str | None = None,
    check_in_id: str | None = None,
) -> None:
    """Keep one text to be sent."""
    if person.phone:
        messages.put(
            [text_row(person, message, values, now, key=key, body=body, check_in_id=check_in_id)]
        )
