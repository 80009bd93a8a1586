"""Who knows already that a person told something: taking it back does not take that back."""

from collections.abc import Sequence
from dataclasses import dataclass

from checkin.actions.calls import FOR_HELP
from checkin.agreements.left_unsent import LEFT_UNSENT
from checkin.lives.alert import LIVE
from checkin.storage import staff as staff_kept
from checkin.storage import what_was_sent, which_alerts
from checkin.storage.tables import AlertRow, Staff


@dataclass(frozen=True, slots=True)
class Knows:
    """Who was told already, by name; and whether what it raised still goes on."""

    staff: tuple[Staff, ...]
    goes_on: bool


def who_knows(check_in_id: str) -> Knows | None:
    """Return who knows that this was told; None where it raised nothing."""
    raised = raised_by_answers(check_in_id)
    if not raised:
        return None
    told = {
        one.staff_id
        for row in raised
        for one in what_was_sent.messages_of_alert(row.id)
        if one.staff_id and one.sent_at and one.state not in what_was_sent.NOT_TOLD
    }
    has_it = {row.taken_by for row in raised if row.taken_by}
    named = staff_kept.staff_by_name(told | has_it)
    return Knows(named, any(row.state in LIVE for row in raised))


def raised_by_answers(check_in_id: str) -> Sequence[AlertRow]:
    """Return what the answers raised, once sent; a call for help made meanwhile stands by itself."""
    apart = (*FOR_HELP, LEFT_UNSENT)
    return [one for one in which_alerts.alerts_of_check_in(check_in_id) if one.kind not in apart]
