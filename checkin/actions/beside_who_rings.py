"""Whom a person keeps something from rings them, of a miss or a call: the person reads what that one knows.

Nothing of what was told, and that they need not answer. Where a miss rings such people alone, whoever
may know of the telling is told so on it, wherever they are; of a call `tell_of_call` does. Nobody from
whom it is kept meets anything of either. Source: trust.md A2, thresholds.md T15.
"""

import logging
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from checkin.actions.call_anew import STILL_TOLD, closed_lately
from checkin.actions.calls import CALLS, MISSED, is_missed, rings_them
from checkin.actions.tell_of_call import Told, tell_all, told_apart, told_apart_from
from checkin.actions.tell_who_called import HURT
from checkin.actions.text_person import text_to
from checkin.actions.where_told import where_told
from checkin.agreements.answers_that_tell import ASKED_APART
from checkin.lives.record import digest
from checkin.storage import alert_steps, messages, people, what_was_sent, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.kept_from import confided
from checkin.storage.tables import AlertRow, PersonRow
from checkin.storage.transaction import kept_together
from checkin.wording import in_a_row

log = logging.getLogger(__name__)

RUNG_FOR = (*CALLS, MISSED)
TOLD = (*HURT, ASKED_APART)
RINGS = "{title} It rings {names}."


def tell_beside_who_rings(now: datetime) -> None:
    """Tell of each miss that rings such people alone, and the person whenever one of them has one or a call; once."""
    for person_id in which_alerts.rung_for_and_told(RUNG_FOR, TOLD, now - STILL_TOLD):
        try:
            _tell_of_one(person_id, now)
        except Exception:  # whatever it is, it is this one's alone
            log.exception(
                "Whoever is told beside who rings %s was not; tried again soon.", person_id
            )


def _tell_of_one(person_id: str, now: datetime) -> None:
    with kept_together():
        people.held(person_id)  # what they tell is held by it too
        live = which_alerts.live_of_person(person_id)
        told = _all_told(person_id, live, now)
        for one in filter(rings_them, live):
            if one.taken_by:
                _say_who_has(one, one.taken_by, told, now)
            else:
                _say_who_rings(one, told, now)
                if is_missed(one):
                    _tell_of(one, live, now)


def _all_told(person_id: str, live: Collection[AlertRow], now: datetime) -> Sequence[Told]:
    """Return all that is kept from anybody, open or closed lately: the person keeps it from them still."""
    closed, open_ = closed_lately(person_id, now), told_apart(live)
    return [
        Told(told.kept, [*(closed[key].alerts if key in closed else ()), *told.alerts])
        for key, told in open_.items()
    ] + [told for key, told in closed.items() if key not in open_]


def nobody_who_comes_reads(check_in_id: str, call: AlertRow) -> bool:
    """Say whether it is kept from whoever has the call, or from all whom it rings while nobody has it."""
    told = confided([check_in_id]).get(check_in_id)
    comes = {call.taken_by} if call.taken_by else what_was_sent.told_last(call.id)
    return told is not None and bool(comes) and all(told.is_closed_to(one) for one in comes)


def _tell_of(miss: AlertRow, live: Collection[AlertRow], now: datetime) -> None:
    rings = staff_kept.staff_by_id(what_was_sent.told_last(miss.id))
    names = in_a_row(sorted(one.called for one in rings.values()))
    person = people.the_person(miss.whose)
    words = RINGS.format(title=miss.title, names=names)
    for told in (told_apart_from(rings, live) if rings else {}).values():
        new = [one for one in told.alerts if not alert_steps.says(one.id, words, miss.opened_at)]
        tell_all(new, words, now)
        if _was_said(told, miss):
            _text(person, miss, told, names, now)


def _say_who_rings(alert: AlertRow, all_told: Iterable[Told], now: datetime) -> None:
    """Say it of those whom it rings beside others, and of whom is known that it is kept from them."""
    rings = staff_kept.staff_by_id(what_was_sent.told_last(alert.id))
    for told in all_told:
        kept = sorted(one.called for key, one in rings.items() if told.kept.keeps_out({key}))
        if kept and _was_said(told, alert):
            _text(people.the_person(alert.whose), alert, told, in_a_row(kept), now)


def _say_who_has(alert: AlertRow, staff_id: str, all_told: Iterable[Told], now: datetime) -> None:
    name = staff_kept.staff_by_id([staff_id])[staff_id].called
    for told in all_told:
        if told.kept.is_closed_to(staff_id) and _was_said(told, alert):
            _text(people.the_person(alert.whose), alert, told, name, now)


def _was_said(told: Told, rings: AlertRow) -> bool:
    """Say whether they read by text both who was told, and who rings them: of a secret word nothing is."""
    hurts = {one.id for one in told.alerts}
    said = what_was_sent.last_said_of({rings.id, *hurts})
    return rings.id in said and not hurts.isdisjoint(said)


def _text(person: PersonRow, rings: AlertRow, told: Told, names: str, now: datetime) -> None:
    """Tell the person, as of what they told, that nobody who rings them is told of it."""
    alert = told.alerts[0]
    to = where_told(person, alert.opened_at, told_in=alert.check_in_id)
    if to and not person.texts_paused_at:
        key = f"told:{alert.check_in_id}:beside:{rings.id}:{digest(names)}"
        text = text_to(
            person, "not_told", {"staff": names}, now, key=key, check_in_id=alert.check_in_id
        )
        messages.put([text._replace(to=to)])
