"""Something to be said to someone at one of their contact points, before it waits to be sent."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

MessageChannel = Literal["text", "call"]


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """Where someone can be reached: a channel, and the address that the channel understands."""

    channel: MessageChannel
    address: str  # a phone number; for a channel to come, an e-mail address


class NewMessage(NamedTuple):
    """One message to one contact point; `key` names it once and for all.

    `not_before`: it waits until then. `despite_stop`: it goes although the person stopped texts,
    because it confirms the stop, answers a cry for help, or what they texted after the stop.
    """

    key: str
    to: ContactPoint
    to_person: bool
    about: str  # ask_leave, remind, thanks, tell_staff ...
    body: str
    urgency: int
    made_at: datetime
    person_id: str | None = None
    staff_id: str | None = None
    alert_id: str | None = None
    check_in_id: str | None = None
    not_after: datetime | None = None
    not_before: datetime | None = None
    despite_stop: bool = False
