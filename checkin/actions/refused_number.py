"""The phone company never reaches a number of staff: it is out of every ladder until it is put right.

Source: texts.md section D "Provider safety" 5.
"""

from datetime import datetime

from checkin.actions.known_to_all import known_to_all
from checkin.actions.tell_who_leads import others_who_lead
from checkin.actions.text_staff import text_staff
from checkin.lives.record import Entry, by_staff
from checkin.lives.refused_number import refused_ways, with_more
from checkin.storage import record
from checkin.storage import staff as staff_kept
from checkin.storage.leases import Leased
from checkin.storage.tables import Staff


def keep_refused(message: Leased, code: str, now: datetime) -> None:
    """Keep by which ways the number is never reached to which an alert went.

    Where the alert is kept from somebody, for the ladder of such alone: that one whom it rings is
    rung no more, or has a number to put right, would tell them that something rang.
    """
    ways, alert_id = refused_ways(code, message.to.channel), message.alert_id or ""
    one = staff_kept.staff_by_number(message.to.address) if ways else None
    if one is None:
        return
    if alert_id in known_to_all([alert_id], now):
        _keep_for_all(one, with_more(one.phone_refused, ways), message, now)
    else:
        staff_kept.change(one.id, refused_apart=with_more(one.refused_apart, ways))


def _keep_for_all(one: Staff, refused: str, message: Leased, now: datetime) -> None:
    if refused == one.phone_refused:
        return
    staff_kept.change(one.id, phone_refused=refused)
    what = {"refused": refused}
    record.note([Entry(now, by_staff(None), "phone_changed", by_staff(one.id), what)])
    values = {"staff": one.called, "phone": message.to.address}
    leads = others_who_lead(one.id)
    text_staff(leads, "staff_number_refused", values, now, key=f"refused:{message.id}")
