"""The cards of My page: what waits, what may be begun, and what is to be said of staff and devices."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from checkin import clock, wording
from checkin.actions.about import about
from checkin.actions.begun_elsewhere import begins_anew
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.start_check_in import asks_one_thing, so_far_of
from checkin.actions.waits_for import waits_for
from checkin.actions.words_to_person import as_staff_said
from checkin.agreements.times import local
from checkin.channels.tablet.agreements import not_spoken_about
from checkin.channels.tablet.card import (
    Called,
    Card,
    NewDevice,
    NewlyAgreed,
    NotYetOwn,
    Offered,
    Quiet,
    Says,
    StaffHere,
    ThrownAway,
    Waiting,
)
from checkin.channels.tablet.here import Here, is_alone
from checkin.channels.tablet.my_devices import asked_about
from checkin.channels.tablet.page import quiet_time_of
from checkin.channels.tablet.sitting import is_card_here, was_said_before
from checkin.channels.tablet.who_comes import stands_here
from checkin.channels.tablet.who_sees import on_its_card
from checkin.channels.tablet.words_of_staff import waiting_words
from checkin.conversation.flows.every_step import all_seen_by
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.telling import is_telling
from checkin.conversation.talking.road import Road, walk
from checkin.conversation.talking.standing import SoFar
from checkin.storage import agreements, houses
from checkin.storage.tables import CheckInRow

DAYS_IN_A_WEEK = 7
MINUTES_A_QUESTION = 0.6  # five questions in three minutes (product.md)


def cards(here: Here, now: datetime) -> list[Card]:
    """Return them in their order: their call, in quiet time the clock, what staff said, and what they began to tell."""
    rows = [row for row in waits_for(here.person, now) if _is_to_go_on(here, row)]
    waiting = [_waiting(here, row, now) for row in rows]
    quiet = quiet_time_of(here)
    is_quiet = quiet is not None and quiet.is_now
    can_wait = (
        *(one for one in waiting if not one.told),
        *_newly_agreed(here),
        *offered({row.asks for row in rows if not asks_one_thing(row)}),
    )
    called = stands_here(here)
    return [
        *([Called(called)] if called else ()),
        *([Quiet(quiet.until)] if quiet and is_quiet else ()),
        *(() if is_alone() else (StaffHere(),)),
        *_whose_device(here),
        *(Says(one.id, one.staff, one.photo) for one in as_staff_said(waiting_words(here))),
        *_each_with_its_end(one for one in waiting if one.told),
        *(() if is_quiet else can_wait),
    ]


def _is_to_go_on(here: Here, row: CheckInRow) -> bool:
    """Say whether it waits for them: one question of "How I use this" only once it is answered."""
    left = asks_one_thing(row) and not so_far_of(row).answers
    return not left and is_card_here(here, row)


def _newly_agreed(here: Here) -> Iterator[NewlyAgreed]:
    new = [] if here.waits else not_spoken_about(here)
    if new:
        yield NewlyAgreed(new[0] if len(new) == 1 else None)


def _whose_device(here: Here) -> Iterator[NewDevice | NotYetOwn]:
    """Yield what is to be said of devices: that this one waits, or whose a new one is."""
    if here.waits:
        yield NotYetOwn()
    for row in asked_about(here):
        yield NewDevice(row.id, row.label)


def offered(waiting: Collection[str]) -> Iterator[Offered]:
    """Yield what this copy lets people begin, the shortest first, but for what waits already."""
    flows = flows_in_use().flows.items()
    for name, flow in sorted(flows, key=lambda one: (len(one[1].steps), one[0])):
        if flow.may_start == "person" and name not in waiting:
            yield Offered(name, flow.title, _first_symbol(flow))


def _each_with_its_end(told: Iterable[Waiting]) -> Iterator[Waiting | ThrownAway]:
    """Yield what they began to tell, each with the way to throw it away beside it, where they may."""
    for one in told:
        yield one
        if is_alone() and not one.said_before:
            yield ThrownAway(one.id)


def _first_symbol(flow: Flow) -> str | None:
    return next(iter(flow.steps.values())).symbol


def _waiting(here: Here, row: CheckInRow, now: datetime) -> Waiting:
    flow = flows_in_use().flows[row.asks]
    anew = not row.so_far or begins_anew(row, here.device_id)
    so_far = _not_begun(here, row) if anew else so_far_of(row)
    road = walk(flow, so_far.about, so_far.answers)
    return Waiting(
        id=row.id,
        title=_title(flow, road) if so_far.about.asks_only else flow.title,
        symbol=_first_symbol(flow),
        questions=road.how_many(so_far.answers),
        minutes=max(1, round(road.questions * MINUTES_A_QUESTION)),
        sees=on_its_card(here, row, flow, so_far),
        begun=bool(so_far.step or so_far.answers),
        begun_on=_day_before_today(here, row, now),
        said_before=was_said_before(here, row.id, so_far),
        told=is_telling(flow) and any(not one.silence for one in so_far.answers.values()),
    )


def _title(flow: Flow, road: Road) -> str:
    """Return what the one thing is that is asked."""
    return next(iter(road.by_key.values())).ready.words or flow.title


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
