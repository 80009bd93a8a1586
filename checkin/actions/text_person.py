"""A text to a person: a message that waits to be sent, in the wording people can change."""

from collections.abc import Mapping
from datetime import datetime

from checkin.actions.flows_in_use import wording
from checkin.actions.telling import TO_A_PERSON
from checkin.conversation.flows.gsm7 import plain
from checkin.lives.new_message import ContactPoint, NewMessage
from checkin.lives.reach import reach
from checkin.storage.tables import PersonRow

DESPITE_STOP = frozenset(
    {
        "unknown_help", "unknown_has_it",
        "stopped", "started", "started_now", "cover",
        "help", "call_me", "has_it", "nobody_told", "nobody_told_ring",
        "rings_now", "nobody_yet", "nobody_can_yet", "asking_next", "one_cannot",
        "hurt", "hurt_has_it", "hurt_more", "hurt_next", "hurt_one_cannot", "not_told",
    }
)  # fmt: skip
"""These go although texts are stopped: they confirm it, or tell who called for help who comes."""


def text_to(
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
    answers: bool = False,
) -> NewMessage:
    """Return one text; `key` names it once and for all, `body` replaces the fixed wording.

    `answers`: it answers what the person just texted, so it goes even if texts are off by now.
    """
    texts_off = bool(person.texts_stopped_at or person.texts_paused_at)
    return NewMessage(
        key=key,
        to=reach(person, "text") or ContactPoint("text", ""),
        to_person=True,
        about=message,
        body=plain(body or wording(message, values)),
        urgency=TO_A_PERSON,
        made_at=now,
        person_id=person.id,
        alert_id=alert_id,
        check_in_id=check_in_id,
        not_after=not_after,
        despite_stop=message in DESPITE_STOP or (answers and texts_off),
    )


def text_back(
    person: PersonRow,
    message: str,
    values: Mapping[str, str],
    now: datetime,
    *,
    key: str,
    body: str | None = None,
    check_in_id: str | None = None,
    alert_id: str | None = None,
    number: str,
) -> NewMessage:
    """Return one text that answers what was texted from this number: it goes back there."""
    text = text_to(
        person,
        message,
        values,
        now,
        key=key,
        body=body,
        check_in_id=check_in_id,
        alert_id=alert_id,
        answers=True,
    )
    return text._replace(to=ContactPoint("text", number))
