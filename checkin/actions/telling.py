"""Whom to tell about an alert, in rows that wait to be sent."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from checkin.actions.calls import FOR_HELP
from checkin.actions.contacts import Contacts
from checkin.actions.zones import zone_of
from checkin.agreements.agreement import Agreement, Cover
from checkin.agreements.alert_named import named
from checkin.agreements.ladder import By, Tell, next_tell, who
from checkin.agreements.reached import Reached
from checkin.agreements.times import local
from checkin.conversation.flows.level import Level
from checkin.installation import here
from checkin.lives import alert as lives
from checkin.lives.new_message import NewMessage
from checkin.lives.reach import reach
from checkin.lives.telling import Telling, key_of
from checkin.storage import houses
from checkin.storage.alert_steps import AlertStep
from checkin.storage.new_alert import NewAlert
from checkin.storage.outside import is_outside
from checkin.storage.tables import AlertRow, PersonRow, Staff

URGENCY = {"now": 0, "soon": 1, "today": 3, "plan": 3}
TO_A_PERSON = 2
TAKE_IT = " Take it: "
WAYS: Mapping[By, str] = {"call": "Ringing", "text": "Texting", "list": "On the list of"}
ON_COVER = ("day", "night", "team_lead", "manager")


def told_first(
    alert: AlertRow | NewAlert,
    person: PersonRow,
    agreement: Agreement | None,
    contacts: Contacts,
    now: datetime,
    reached: Reached | None = None,
) -> tuple[Tell, list[Staff]]:
    """Return the first step of an alert that opens now, and who is told at it.

    `reached`: what asks that others are told too, or are not the first.
    """
    tell = next_tell(alert.level, 0, now, task=alert.task, do_by=alert.do_by)
    staff = recipients(tell, alert, person, agreement, contacts, now)
    if reached and reached.managers_too:
        staff = with_managers(staff, alert, contacts, now)
    if reached and reached.leads_too:
        staff = with_those_who_lead(staff, alert, contacts, now)
    return tell, other_than(reached.not_first if reached else (), staff, alert, contacts, now)


def recipients(
    tell: Tell,
    alert: AlertRow | NewAlert,
    person: PersonRow,
    agreement: Agreement | None,
    contacts: Contacts,
    now: datetime,
) -> list[Staff]:
    """Return who is told at this step, each once; never nobody while there is a manager.

    Whoever may not see this is not told, and whoever has no phone cannot be: then the next target
    is. If that leaves nobody, all others here are told. A call for help never rings one alone of
    cover: it may be whom they told of, and says nothing of that.
    """
    may_know = contacts.may_know(alert, now, tell.step)
    able = {one.id: one for one in reached_by(tell, may_know.values())}
    if alert.for_staff in able and tell.step == 0:
        return [able[alert.for_staff]]
    cover = agreement.cover if agreement else Cover()
    unable = {role: None for role, one in cover if role in ON_COVER and one and one not in able}
    if unable:
        cover = cover.model_copy(update=unable)
    works_here = contacts.all_here(person.house_id)
    outside = [one for one in able if one not in works_here]
    managers = [*(one for one in contacts.managers(person.house_id) if one in able), *outside]
    everybody = [*(one for one in able if one in works_here), *outside]
    keyworker = person.keyworker_id if person.keyworker_id in able else None
    now_local = local(now, zone_of(agreement, person.house_id))
    ids = (
        one
        for target in tell.to
        for one in who(target, cover, now_local, managers, keyworker, everybody)
    )
    rung = tuple(dict.fromkeys(ids))
    found = [
        able[one] for one in (*rung, *_beside(tell, alert, rung, cover, (*managers, *everybody)))
    ]
    cut = any(one not in may_know for one in works_here)
    return found or (list(may_know.values()) if cut else [])


def _beside(
    tell: Tell,
    alert: AlertRow | NewAlert,
    rung: Sequence[str],
    cover: Cover,
    others_here: Sequence[str],
) -> Sequence[str]:
    """Return who else is rung at the same time where a call for help would ring one alone.

    Whoever wrote the agreement may be all of its cover: then it is any manager of the house, or
    whoever else is here.
    """
    if alert.kind not in FOR_HELP or "all_cover" not in tell.to or len(rung) != 1:
        return ()
    named = (cover.team_lead, cover.manager, *others_here)
    return [one for one in named if one and one not in rung][:1]


def with_managers(
    staff: list[Staff], alert: AlertRow | NewAlert, contacts: Contacts, now: datetime
) -> list[Staff]:
    """Return these and the managers of the house who may know, each once."""
    return _with(contacts.managers(alert.house_id), staff, alert, contacts, now)


def with_those_who_lead(
    staff: list[Staff], alert: AlertRow | NewAlert, contacts: Contacts, now: datetime
) -> list[Staff]:
    """Return these and all who lead in the house and may know, each once."""
    return _with(contacts.those_who_lead(alert.house_id), staff, alert, contacts, now)


def _with(
    ids: Collection[str],
    staff: list[Staff],
    alert: AlertRow | NewAlert,
    contacts: Contacts,
    now: datetime,
) -> list[Staff]:
    may_know = contacts.may_know(alert, now)
    too = [may_know[one] for one in ids if one in may_know]
    return list({one.id: one for one in (*staff, *too)}.values())


def other_than(
    cannot: Collection[str],
    staff: list[Staff],
    alert: AlertRow | NewAlert,
    contacts: Contacts,
    now: datetime,
    step: int = 0,
) -> list[Staff]:
    """Return these without those who said they cannot; where that is nobody, all others who may know.

    Where nobody else is here, they are told again: never nobody.
    """
    if not cannot:
        return staff
    here = contacts.may_know(alert, now, step).values()
    return (
        [one for one in staff if one.id not in cannot]
        or [one for one in here if one.id not in cannot and reach(one, "call")]
        or staff
    )


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
    """Name the house to somebody outside it: they may be a contact of several."""
    return f"{houses.house(alert.house_id).name}: " if is_outside(one) else ""


def reached_by(tell: Tell, staff: Iterable[Staff]) -> list[Staff]:
    """Return who of them this step reaches: a list reaches all."""
    return [one for one in staff if tell.by == "list" or reach(one, tell.by)]


def told_steps(
    alert_id: str, tell: Tell, staff: Iterable[Staff], now: datetime, to: lives.Alert | None = None
) -> list[AlertStep]:
    """Return the step that says who is being told, if anyone is; or that the alert moved on."""
    names = " and ".join(one.called for one in reached_by(tell, staff))
    if not names and to is None:
        return []
    words = f"{WAYS[tell.by]} {names}." if names else "Nobody here can be told."
    return [AlertStep(alert_id, now, "telling", words, to=to)]
