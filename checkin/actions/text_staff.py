"""Staff are told something by text that is no alert: an alert is about a person, and is taken."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from checkin.actions.flows_in_use import wording
from checkin.actions.telling import URGENCY
from checkin.conversation.flows.gsm7 import plain
from checkin.lives.new_message import MessageChannel, NewMessage
from checkin.lives.reach import reach
from checkin.storage import messages
from checkin.storage.tables import Staff


def text_staff(
    to: Iterable[Staff],
    message: str,
    values: Mapping[str, str],
    now: datetime,
    *,
    key: str,
    ring: bool = False,
    not_before: datetime | None = None,
) -> None:
    """Text these, and ring them too, each once for a `key`; who has no phone is left out."""
    body = plain(wording(message, values))
    ways: tuple[MessageChannel, ...] = ("text", "call") if ring else ("text",)
    messages.put(
        [
            NewMessage(
                key=f"{key}:{message}:{one.id}:{by}",
                to=point,
                to_person=False,
                staff_id=one.id,
                about=message,
                body=body,
                urgency=URGENCY["now"],
                made_at=now,
                not_before=not_before,
            )
            for one in to
            for by in ways
            if (point := reach(one, by))
        ]
    )
