"""A claim ran out: whoever had the alert reads that it went on, for their phone says "You have it"."""

from collections.abc import Sequence
from datetime import datetime

from checkin.actions.flows_in_use import wording
from checkin.actions.telling import TO_A_PERSON, where
from checkin.actions.whom_a_step_tells import Whom
from checkin.conversation.flows.gsm7 import plain
from checkin.lives.alert import Claimed
from checkin.lives.new_message import NewMessage
from checkin.lives.reach import reach
from checkin.storage.tables import Staff
from checkin.wording import in_a_row


def who_had_it(those: Whom, had: Claimed, told: Sequence[Staff], now: datetime) -> list[NewMessage]:
    """Return the text to whoever had it; none where they may not know of it, or have no phone.

    It is no telling of the alert, so it is not kept as one of its messages.
    """
    alert = those.alert
    owner = those.may_hear(now).get(had.owner)
    to = reach(owner, "text") if owner else None
    if owner is None or to is None:
        return []
    names = in_a_row([one.called for one in told if one.id != owner.id])
    message = "staff_ran_out" if names else "staff_ran_out_alone"
    values = {"staff": names, "alert": f"{where(alert, owner)}{alert.title}"}
    return [
        NewMessage(
            key=f"alert:{alert.id}:ran_out:{had.since.isoformat()}",
            to=to,
            to_person=False,
            staff_id=owner.id,
            about=message,
            body=plain(wording(message, values)),
            urgency=TO_A_PERSON,
            made_at=now,
        )
    ]
