"""A member of staff needs somebody, or may be out of reach: team leads and managers are told.

There is no alert, for an alert is about a person who draws on support (DECISIONS.md).
"""

from collections.abc import Iterable
from datetime import datetime

from checkin.actions.flows_in_use import wording
from checkin.actions.telling import URGENCY
from checkin.conversation.flows.gsm7 import plain
from checkin.lives.new_message import MessageChannel, NewMessage
from checkin.lives.reach import reach
from checkin.storage import messages
from checkin.storage import staff as staff_kept
from checkin.storage.tables import HeardRow, Staff

LEADS = frozenset({"team_lead", "manager"})


def tell_who_leads(
    about: Staff, heard: HeardRow, message: str, now: datetime, *, ring: bool = False
) -> str:
    """Text all others who lead where they work, and ring them; return their names, or ""."""
    leads = [one for one in _leads(about.id) if reach(one, "call")]
    body = plain(wording(message, {"staff": about.called, "phone": heard.number}))
    ways: tuple[MessageChannel, ...] = ("text", "call") if ring else ("text",)
    messages.put(
        [
            NewMessage(
                key=f"heard:{heard.id}:{message}:{one.id}:{by}",
                to=to,
                to_person=False,
                staff_id=one.id,
                about=message,
                body=body,
                urgency=URGENCY["now"],
                made_at=now,
            )
            for one in leads
            for by in ways
            if (to := reach(one, by))
        ]
    )
    return " and ".join(one.called for one in leads)


def _leads(staff_id: str) -> Iterable[Staff]:
    """Return who else leads in a house of theirs, by name."""
    here = staff_kept.staff_of_houses(staff_kept.houses_of(staff_id))
    for one in here:
        if one.id != staff_id and not LEADS.isdisjoint(role.name for role in one.roles):
            yield one
