"""Somebody has a call, or a miss, of a person who keeps from them what they told: others go there too.

Whoever may know of that telling is told on it, and it goes on until one of them acts; where it was
closed, within the last 30 days, they are called anew: of a call at once, of a miss soon. Whoever has
it meets nothing of that.
Source: trust.md A2, thresholds.md T15.
"""

from datetime import datetime
from functools import partial

from checkin.actions.call_anew import ComesTo, call_anew
from checkin.actions.calls import FOR_HELP, is_a_call, rings_them
from checkin.actions.tell_of_call import tell_all, told_apart_from
from checkin.agreements.times import local
from checkin.conversation.flows.level import Level
from checkin.storage import alert_steps, houses, people, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.kept_from import Confided
from checkin.storage.tables import AlertRow, PersonRow
from checkin.wording import plain_time

TOOK_IT = "{staff} took {person}'s {call} at {time}. {why} Go there."
"""True later too: it is the name of what calls anew, also once the call was given back or closed."""
ENDED = "{staff} closed {person}'s {call}: {outcome}. {why} Go and see."
WITH_THEM = "{staff} says that {person} is with {staff}, at {time}. {why} Go and see."
KEPT = "{person} keeps this from {staff}."
UNCLEAR = "Nobody can tell whom {person} means."


def tell_who_has_it(person_id: str, now: datetime) -> None:
    """Tell whoever may know of what is kept from one who is to ring or go; once of each time they took it."""
    live = which_alerts.live_of_person(person_id)
    for call in (one for one in live if rings_them(one) and one.taken_by):
        told = told_apart_from({call.taken_by or ""}, live)
        for one in told.values():
            words = _has_it(call, one.kept)
            new = [each for each in one.alerts if not _is_said(each, words, call.taken_at)]
            tell_all(new, words, now)
        took = call.taken_at.isoformat() if call.taken_at else ""
        call_anew(_of_call(call), told, partial(_has_it, call), f"has_call:{took}:{call.id}", now)


def tell_who_ended(call: AlertRow, staff_id: str, outcome: str, now: datetime) -> None:
    """Tell whoever may know of what is kept from one who ends a call or a miss, before it ends, that they do.

    Where that was closed here, it calls anew, as where they took the call.
    """
    if not rings_them(call):
        return
    live = which_alerts.live_of_person(call.whose)
    told = told_apart_from({staff_id}, live)
    for one in told.values():
        tell_all(one.alerts, _ended(call, one.kept, outcome), now)
    call_anew(
        _of_call(call), told, partial(_ended, call, outcome=outcome), f"ended_call:{call.id}", now
    )


def tell_who_is_with_them(person_id: str, staff_id: str, now: datetime) -> None:
    """Tell whoever may know of what is kept from one who says that the person is with them: nothing is asked then."""
    person = people.the_person(person_id)
    zoned = local(now, houses.house(person.house_id).zone)

    def words(kept: Confided) -> str:
        return _of_staff(WITH_THEM, staff_id, person, kept, time=plain_time(zoned))

    told = told_apart_from({staff_id}, which_alerts.live_of_person(person_id))
    for one in told.values():
        tell_all(one.alerts, words(one.kept), now)
    there = ComesTo(person, staff_id)
    call_anew(there, told, words, f"with_them:{staff_id}:{zoned.isoformat()}", now)


def _of_call(call: AlertRow) -> ComesTo:
    level: Level = "now" if is_a_call(call) else "soon"
    version = call.agreement_version_id
    return ComesTo(people.the_person(call.whose), call.taken_by or "", level, version)


def _is_said(alert: AlertRow, words: str, since: datetime | None) -> bool:
    """Say whether it stands there since then."""
    return since is not None and alert_steps.says(alert.id, words, since)


def _has_it(call: AlertRow, kept: Confided) -> str:
    """Say who has it, since when, and what that one has to do with what was told."""
    since = local(call.taken_at or call.opened_at, houses.house(call.house_id).zone)
    return _of_owner(TOOK_IT, call, kept, time=plain_time(since))


def _ended(call: AlertRow, kept: Confided, outcome: str) -> str:
    """Say who ended it, and how."""
    return _of_owner(ENDED, call, kept, outcome=outcome)


def _of_owner(words: str, call: AlertRow, kept: Confided, **more: str) -> str:
    person = people.the_person(call.whose)
    return _of_staff(words, call.taken_by or "", person, kept, call=_what(call), **more)


def _of_staff(words: str, staff_id: str, person: PersonRow, kept: Confided, **more: str) -> str:
    staff = staff_kept.staff_by_id([staff_id])[staff_id].called
    why = KEPT if kept.keeps_out({staff_id}) else UNCLEAR
    named = why.format(person=person.called, staff=staff)
    return words.format(staff=staff, person=person.called, why=named, **more)


def _what(call: AlertRow) -> str:
    """Return what somebody took or ended, as others read it: also of a check-in that we did not ask."""
    if not is_a_call(call):
        return "check-in without an answer"
    return "call for help" if call.kind in FOR_HELP else "call"
