"""Somebody texts that their advocate is to be rung: staff do it today, and the person reads who does.

Their own number to ring is said too. Source: flow-library.md M2.
"""

from checkin import wording
from checkin.actions.advocates import advocates_of
from checkin.actions.alert_again import texted
from checkin.actions.have_it_read import written
from checkin.actions.hearing import Hearing
from checkin.actions.said_in import said_in
from checkin.actions.tell_who_called import nobody
from checkin.actions.who_looks import who_has
from checkin.agreements.advocate import ADVOCATE_ASKED, Advocate
from checkin.agreements.happened_by_text import AdvocateAsked
from checkin.agreements.seeing import in_confidence
from checkin.conversation.replies.meaning import CallMe
from checkin.storage import alert_steps, alerts, which_alerts
from checkin.storage.alert_steps import AlertStep
from checkin.storage.tables import AlertRow

RUNG, NOT_KNOWN = "advocate", "no_advocate"


def ask_for_advocate(hearing: Hearing, asks: CallMe) -> None:
    """Put it on the list of who rings them, once while it is open, and say so truly."""
    known = advocates_of(hearing.person)
    hearing.meant("advocate")
    call = _asked_on_a_page(hearing)
    if call:
        words = texted(f'"{asks.words}"')
        alert_steps.add_steps([AlertStep(call.id, hearing.now, "heard", words)])
    else:
        hearing.raise_reached(AdvocateAsked(hearing.heard.id, asks.words, known))
        call = alerts.live_in_group(f"{ADVOCATE_ASKED}:{hearing.person.id}")
    if call:
        message, values = _answer(hearing, call, known)
        hearing.answer(message, alert_id=call.id, **values)


def _asked_on_a_page(hearing: Hearing) -> AlertRow | None:
    """Return the open task that they asked for on a page: never one that was told to some alone."""
    live = which_alerts.live_of_person(hearing.person.id)
    asked = {one.check_in_id: one for one in live if one.kind == ADVOCATE_ASKED and one.check_in_id}
    said = said_in(set(asked), hearing.now)
    return next((one for key, one in asked.items() if not in_confidence(said[key])), None)


def _answer(
    hearing: Hearing, call: AlertRow, known: tuple[Advocate, ...]
) -> tuple[str, dict[str, str]]:
    names = wording.begun(wording.in_a_row([one.called for one in who_has(call, hearing.now)]))
    if not names:
        return nobody()
    values = {"staff": names, "by": hearing.by_day(call.do_by or hearing.now)}
    message = RUNG if known else NOT_KNOWN
    if message not in written():
        return "free_msg", values
    first = known[0] if known else None
    return message, {**values, **({"advocate": first.name, "phone": first.phone} if first else {})}
