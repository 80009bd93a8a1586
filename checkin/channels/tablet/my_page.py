"""My page: hello, what staff said, what waits, and what may be begun; in quiet time a clock alone."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock, wording
from checkin.actions.about import about
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.start_check_in import (
    asks_one_thing,
    begin_again_or_go_on,
    begin_once,
    so_far_of,
)
from checkin.actions.waits_for import waits_for
from checkin.actions.words_to_person import as_staff_said
from checkin.agreements.times import local
from checkin.channels.tablet.agreements import not_spoken_about
from checkin.channels.tablet.beside import whose_page
from checkin.channels.tablet.here import Here, is_alone, is_asked_whose, who_is_here
from checkin.channels.tablet.my_devices import asked_about
from checkin.channels.tablet.page import quiet_time_of, show, tablet
from checkin.channels.tablet.sitting import row_is_for_here
from checkin.channels.tablet.words_of_staff import waiting_words
from checkin.conversation.flows.every_step import all_seen_by
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.leaned_on import TELL_SOMEONE
from checkin.conversation.flows.telling import is_telling
from checkin.conversation.talking.road import walk
from checkin.conversation.talking.standing import SoFar
from checkin.storage import agreements, houses
from checkin.storage.tables import CheckInRow

CARDS = 3  # seen at once
DAYS_IN_A_WEEK = 7
MINUTES_A_QUESTION = 0.6  # five questions in three minutes (product.md)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One check-in that waits, as its card says it."""

    id: str
    title: str
    symbol: str | None
    questions: str  # "9", or "about 9"
    minutes: int
    sees: str
    begun: bool
    begun_on: str | None  # the day, where that was before today
    told: bool  # something they began to tell: to go on with, or to throw away


@dataclass(frozen=True, slots=True)
class ThrownAway:
    """The way to throw away what they began to tell."""

    throws_away: str


@dataclass(frozen=True, slots=True)
class Offered:
    """One flow that the person may begin when they like."""

    flow: str
    title: str
    symbol: str | None


@dataclass(frozen=True, slots=True)
class Says:
    """A member of staff said something, which waits to be read."""

    words_id: str
    staff: str
    photo: str | None


@dataclass(frozen=True, slots=True)
class NewlyAgreed:
    """Something that was agreed is new to them; `agreed`: which version, where it is one alone."""

    agreed: str | None
    newly_agreed: bool = True


@dataclass(frozen=True, slots=True)
class StaffHere:
    """Staff are signed in in this browser: the way to sign them out, whatever is not shown."""

    staff_here: bool = True


@dataclass(frozen=True, slots=True)
class Quiet:
    """It is quiet time: a clock shows how much of it is left."""

    quiet_until: datetime


@dataclass(frozen=True, slots=True)
class NewDevice:
    """A new device wants to be theirs: is it?"""

    device: str
    label: str


@dataclass(frozen=True, slots=True)
class NotYetOwn:
    """This device is not known yet to be theirs."""

    not_yet_own: bool = True


@tablet.get("/my-page")
def my_page() -> Response:
    """Say hello by name and photo, and show what staff said, what waits, and what may be begun."""
    here, now = who_is_here(), clock.now()
    if is_asked_whose(here):
        return whose_page()
    rows = [row for row in waits_for(here.person, now) if _is_to_go_on(here, row)]
    waiting = [_waiting(here, row, now) for row in rows]
    said = as_staff_said(waiting_words(here))
    says = [Says(one.id, one.staff, one.photo) for one in said]
    told = [one for one in waiting if one.told]
    others = [one for one in waiting if not one.told]
    beside = () if is_alone() else (StaffHere(),)
    quiet = quiet_time_of(here)
    can_wait = (
        *others,
        *_newly_agreed(here),
        *_offered({row.asks for row in rows if not asks_one_thing(row)}),
    )
    cards = [
        *([Quiet(quiet.until)] if quiet and quiet.is_now else ()),
        *beside,
        *_whose_device(here),
        *says,
        *_each_with_its_end(told),
        *(() if quiet and quiet.is_now else can_wait),
    ]
    at_once = CARDS if len(cards) <= CARDS else CARDS - 1  # the way to more takes its place
    sets = [cards[start : start + at_once] for start in range(0, len(cards), at_once)]
    return show("my_page", here, sets=sets)


@tablet.post("/begin")
def begin_it() -> AnyResponse:
    """Begin what the person picked; begun twice, or waiting already, it is the same one."""
    here, flow = who_is_here(), request.form.get("flow", "")
    if flow not in {one.flow for one in _offered(())}:
        return redirect(url_for("tablet.my_page"))
    anew = here.waits or is_telling(flows_in_use().flows[flow])
    begins = begin_once if anew else begin_again_or_go_on
    row = begins(here.person.id, flow, clock.now())
    return redirect(url_for("tablet.question", check_in_id=row.id))


@tablet.post("/tell-someone")
def tell_someone() -> AnyResponse:
    """Begin to tell something, at any time and about anything."""
    here = who_is_here()
    row = begin_once(here.person.id, TELL_SOMEONE, clock.now())
    return redirect(url_for("tablet.question", check_in_id=row.id))


def _is_to_go_on(here: Here, row: CheckInRow) -> bool:
    """Say whether it waits for them: one question of "How I use this" only once it is answered."""
    left = asks_one_thing(row) and not so_far_of(row).answers
    return not left and row_is_for_here(here, row)


def _whose_device(here: Here) -> Iterator[NewDevice | NotYetOwn]:
    """Yield what is to be said of devices: that this one waits, or whose a new one is."""
    if here.waits:
        yield NotYetOwn()
    for row in asked_about(here):
        yield NewDevice(row.id, row.label)


def _newly_agreed(here: Here) -> Iterator[NewlyAgreed]:
    new = [] if here.waits else not_spoken_about(here)
    if new:
        yield NewlyAgreed(new[0] if len(new) == 1 else None)


def _offered(waiting: Collection[str]) -> Iterator[Offered]:
    """Yield what this copy lets people begin, the shortest first, but for what waits already."""
    flows = flows_in_use().flows.items()
    for name, flow in sorted(flows, key=lambda one: (len(one[1].steps), one[0])):
        if flow.may_start == "person" and name not in waiting:
            yield Offered(name, flow.title, _first_symbol(flow))


def _each_with_its_end(told: Iterable[Waiting]) -> Iterator[Waiting | ThrownAway]:
    """Yield what they began to tell, each with the way to throw it away beside it."""
    for one in told:
        yield one
        yield ThrownAway(one.id)


def _first_symbol(flow: Flow) -> str | None:
    return next(iter(flow.steps.values())).symbol


def _waiting(here: Here, row: CheckInRow, now: datetime) -> Waiting:
    flow = flows_in_use().flows[row.asks]
    so_far = so_far_of(row) if row.so_far else _not_begun(here, row)
    road = walk(flow, so_far.about, so_far.answers)
    return Waiting(
        id=row.id,
        title=next(iter(road.by_key.values())).ready.words
        if so_far.about.asks_only
        else flow.title,
        symbol=_first_symbol(flow),
        questions=road.how_many(so_far.answers),
        minutes=max(1, round(road.questions * MINUTES_A_QUESTION)),
        sees=so_far.about.values.get("sees_names", ""),
        begun=bool(so_far.step or so_far.answers),
        begun_on=_day_before_today(here, row, now),
        told=is_telling(flow) and any(not one.silence for one in so_far.answers.values()),
    )


def _day_before_today(here: Here, row: CheckInRow, now: datetime) -> str | None:
    zone = houses.house(here.person.house_id).zone
    due, today = local(row.due_at, zone).date(), local(now, zone).date()
    if due >= today:
        return None
    return (
        wording.plain_day(due) if (today - due).days < DAYS_IN_A_WEEK else wording.plain_date(due)
    )


def _not_begun(here: Here, row: CheckInRow) -> SoFar:
    agreed = row.agreement_version_id and agreements.version(row.agreement_version_id).agreement
    seen_by = all_seen_by(flows_in_use().flows[row.asks])
    return SoFar(about(here.person, agreed or None, clock.now(), seen_by=seen_by))
