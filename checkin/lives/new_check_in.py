"""A check-in that is to be, before it is kept."""

from dataclasses import dataclass
from datetime import time

from checkin.conversation.flows.flow import Channel
from checkin.lives.check_in import CheckIn


@dataclass(frozen=True, slots=True)
class NewCheckIn:
    """One occurrence of an agreement at one time; `plan_key` lets it be planned once only.

    None: the person began it on their own.
    """

    plan_key: str | None
    person_id: str
    agreement_version_id: str | None
    key: str  # leave, arrive, daily ...
    asks: str  # a flow, or a message of travel_texts
    channel: Channel
    local_slot: str  # "2026-10-25T01:30", as agreed
    life: CheckIn
    leg: str | None = None
    later_at: time | None = None  # when "later today" asks again, where that is agreed
