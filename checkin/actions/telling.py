"""Whom to tell about an alert, in rows that wait to be sent."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import NamedTuple

from checkin.actions.calls import FOR_HELP, is_call_apart, is_from_nobody
from checkin.actions.contacts import Contacts
from checkin.actions.zones import zone_of
from checkin.agreements.agreement import Agreement, Cover
from checkin.agreements.alert_named import named
from checkin.agreements.anyone import anyone
from checkin.agreements.cover import on_cover
from checkin.agreements.ladder import By, Tell, is_reminder, next_tell, who
from checkin.agreements.reached import Reached
from checkin.agreements.times import local
from checkin.agreements.words_to_read import TO_READ
from checkin.conversation.flows.level import Level
from checkin.installation import here
from checkin.lives import alert as lives
from checkin.lives.alert import TOLD_NOBODY
from checkin.lives.new_message import NewMessage
from checkin.lives.reach import is_refused_apart, reach
from checkin.lives.telling import Telling, key_of
from checkin.storage import houses
from checkin.storage.alert_steps import AlertStep
from checkin.storage.new_alert import NewAlert
from checkin.storage.outside import is_outside
from checkin.storage.staff import manages_elsewhere
from checkin.storage.tables import AlertRow, PersonRow, Staff

URGENCY = {"now": 0, "soon": 1, "today": 3, "plan": 3}
TO_A_PERSON = 2
TAKE_IT = " Take it: "
WAYS: Mapping[By, str] = {"call": "Ringing", "text": "Texting", "list": "On the list of"}
NO_PHONE = "nobody who may be asked has a phone."
WHY_NOBODY: Mapping[By, str] = {
    "call": NO_PHONE,
    "text": NO_PHONE,
    "list": "nobody who may be asked works here.",
}
ON_COVER = ("day", "night", "team_lead", "manager")


def told_first(
    alert: AlertRow | NewAlert,
    person: PersonRow | None,
    agreement: Agreement | None,
    contacts: Contacts,
    now: datetime,
    reached: Reached | None = None,
) -> tuple[Tell, list[Staff]]:
    """Return the first step of an alert that opens now, and who is told at it.

    `reached`: what asks that others are told too, or are not the first.
    """
    tell = next_tell(alert.level, 0, now, task=alert.task, do_by=alert.do_by)
    last, too = (reached.not_first, _told_too(alert, contacts, reached)) if reached else ((), ())
    return tell, recipients(
        tell, alert, person, agreement, contacts, now, last=last, too=too, two=bool(last)
    )


def _told_too(alert: AlertRow | NewAlert, contacts: Contacts, reached: Reached) -> Collection[str]:
    managers = contacts.managers(alert.house_id) if reached.managers_too else ()
    leads = contacts.those_who_lead(alert.house_id) if reached.leads_too else ()
    return (*managers, *leads)


def recipients(
    tell: Tell,
    alert: AlertRow | NewAlert,
    person: PersonRow | None,
    agreement: Agreement | None,
    contacts: Contacts,
    now: datetime,
    *,
    but: Collection[str] = (),
    last: Collection[str] = (),
    too: Collection[str] = (),
    two: bool = False,
) -> list[Staff]:
    """Return who is told at this step, each once; never nobody while anybody can be.

    Whoever may not see this is not told, and whoever has no phone cannot be: then the next target
    is. If that leaves nobody, it is anyone able (`agreements/anyone.py`). A call for help never
    rings one alone of cover: it may be whom they told of, and says nothing of that.

    `but`: who is not told while others can be (ids). `last`: who is not while others here can be.
    `too`: who is told beside the step (ids). `two`: never one alone.
    """
    may_know = contacts.may_know(alert, now, tell.step)
    cut = any(one not in may_know for one in contacts.all_here(alert.house_id))
    able = {one.id: one for one in reached_by(tell, may_know.values(), apart=cut)}
    here = _here(able, agreement, alert.house_id, person, contacts)
    now_local = local(now, zone_of(agreement, alert.house_id))
    on_call = contacts.on_call(alert.house_id, now) if _rings_the_house(tell, alert) else ()
    named = [able[one] for one in _named_by(tell, alert, here, able, on_call, now_local)]
    both = {one.id: one for one in (*named, *(able[one] for one in too if one in able))}
    at_once = both or cut or tell.exhausted  # somebody refused, or the time of the nearest is over
    nearest = () if at_once else on_cover(here.cover, now_local.time())
    circles = (list(both.values()), [able[one] for one in nearest], list(able.values()))
    first = [[one for one in those if one.id not in last] for those in circles]
    beyond = _beyond(tell, alert, contacts, now)
    found = anyone(chain(first, circles, beyond), but)
    others = [able[one] for one in here.others if one in able and one not in {*but, *last}]
    beside = _beside(found, others) if two or _never_one(tell, alert, cut=cut) else ()
    return [*found, *beside]


def _beyond(
    tell: Tell, alert: AlertRow | NewAlert, contacts: Contacts, now: datetime
) -> Iterator[Sequence[Staff]]:
    """Yield whom to tell where nobody in the house can be, the nearest first: by no list, which is a house's."""
    if tell.by != "list":
        for circle in contacts.beyond(alert, now, tell.step):
            yield reached_by(tell, circle)


class _Here(NamedTuple):
    """Who of those who can be told stands behind the targets of a step (ids)."""

    cover: Cover
    managers: Sequence[str]
    keyworker: str | None
    everybody: Sequence[str]

    @property
    def others(self) -> Iterable[str]:
        """Whoever wrote the agreement may be all of its cover: so any manager, or anybody here."""
        leads = filter(None, (self.cover.team_lead, self.cover.manager))
        return *leads, *self.managers, *self.everybody


def _here(
    able: Collection[str],
    agreement: Agreement | None,
    house_id: str,
    person: PersonRow | None,
    contacts: Contacts,
) -> _Here:
    cover = agreement.cover if agreement else Cover()
    unable = {role: None for role, one in cover if role in ON_COVER and one and one not in able}
    works_here = contacts.all_here(house_id)
    outside = [one for one in able if one not in works_here]
    return _Here(
        cover.model_copy(update=unable) if unable else cover,
        [*(one for one in contacts.managers(house_id) if one in able), *outside],
        person.keyworker_id if person and person.keyworker_id in able else None,
        [*(one for one in able if one in works_here), *outside],
    )


def _named_by(
    tell: Tell,
    alert: AlertRow | NewAlert,
    here: _Here,
    able: Collection[str],
    on_call: Iterable[str],
    now_local: datetime,
) -> Iterable[str]:
    if rung := [one for one in on_call if one in able]:
        return rung
    cover, managers, keyworker, everybody = here
    if alert.for_staff and alert.for_staff in able and _is_for_one(tell, alert):
        return [alert.for_staff]
    if is_reminder(alert.level, tell.step) and alert.for_staff in able:
        keyworker = alert.for_staff
    return dict.fromkeys(
        one
        for target in tell.to
        for one in who(target, cover, now_local, managers, keyworker, everybody)
    )


def _is_for_one(tell: Tell, alert: AlertRow | NewAlert) -> bool:
    """Say whether this step is for whom the alert is for alone: words may be read by who is on cover too."""
    reminds = is_reminder(alert.level, tell.step) and alert.kind != TO_READ
    return tell.step == 0 or reminds


def _rings_the_house(tell: Tell, alert: AlertRow | NewAlert) -> bool:
    """Say whether this step rings whoever is on call in the house: of a cry of nobody whom we know."""
    return is_from_nobody(alert) and tell.step == 0


def _never_one(tell: Tell, alert: AlertRow | NewAlert, *, cut: bool) -> bool:
    """Say whether this step rings no one alone: of a call for help, or of one that is kept from somebody here."""
    calls = alert.kind in FOR_HELP or is_from_nobody(alert)
    at_first = cut and tell.step == 0 and is_call_apart(alert)
    return at_first or (calls and "all_cover" in tell.to)


def _beside(rung: Sequence[Staff], others: Iterable[Staff]) -> Sequence[Staff]:
    """Return who else is rung at the same time where one would be rung alone."""
    if len(rung) != 1:
        return ()
    return [one for one in others if one not in rung][:1]


def managers_who_may(alert: AlertRow | NewAlert, contacts: Contacts, now: datetime) -> list[Staff]:
    """Return the managers of the house who may know of it."""
    may_know = contacts.may_know(alert, now)
    return [may_know[one] for one in contacts.managers(alert.house_id) if one in may_know]


def _named(alert: AlertRow | NewAlert, now: datetime) -> str:
    """Return its title, with its day where it was opened on another."""
    if isinstance(alert, NewAlert):
        return alert.title
    return named(alert.title, alert.opened_at, now, houses.house(alert.house_id).zone)


def tell_rows(
    alert: AlertRow | NewAlert,
    tell: Tell,
    staff: Iterable[Staff],
    now: datetime,
    round_: int = 0,
    *,
    called: str = "",
) -> list[NewMessage]:
    """Return the messages of one step: one for each member of staff who has a phone.

    `round_`: how often it has happened again. `called`: of which call, beside it, they are told now.
    """
    if tell.by == "list":
        return []
    level: Level = "now" if called else alert.level
    title = called or f"{'Again: ' if round_ else ''}{_named(alert, now)}"
    said = f"{title}{TAKE_IT}{here().addresses.alert(alert.id)}"
    return [
        NewMessage(
            key=key_of(alert.id, Telling(round_, tell.step), one.id, tell.by),
            to=to,
            to_person=False,
            staff_id=one.id,
            person_id=alert.person_id,
            alert_id=alert.id,
            about="tell_staff",
            body=f"{level.upper()}. {where(alert, one)}{said}",
            urgency=URGENCY[level],
            made_at=now,
        )
        for one in staff
        if (to := reach(one, tell.by))
    ]


def where(alert: AlertRow | NewAlert, one: Staff) -> str:
    """Name the house to somebody who does not work in it: they may be a contact of several."""
    elsewhere = is_outside(one) or manages_elsewhere(one, alert.house_id)
    return f"{houses.house(alert.house_id).name}: " if elsewhere else ""


def reached_by(tell: Tell, staff: Iterable[Staff], *, apart: bool = False) -> list[Staff]:
    """Return who of them this step reaches: a list reaches all. `apart`: it is kept from somebody here."""
    by = tell.by
    if by == "list":
        return list(staff)
    found = [one for one in staff if reach(one, by)]
    return [one for one in found if not is_refused_apart(one, by)] if apart else found


def told_steps(
    alert_id: str, tell: Tell, staff: Iterable[Staff], now: datetime, to: lives.Alert | None = None
) -> list[AlertStep]:
    """Return the step that says who is being told, or that nobody could be; `to`: where it moved on."""
    names = " and ".join(one.called for one in reached_by(tell, staff))
    if not names:
        return [AlertStep(alert_id, now, "not_told", f"{TOLD_NOBODY} {WHY_NOBODY[tell.by]}", to=to)]
    return [AlertStep(alert_id, now, "telling", f"{WAYS[tell.by]} {names}.", to=to)]
