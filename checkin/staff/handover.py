"""Handover: how each person wants their day, what to leave out, and who has read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.own_sets_for import stands_for
from checkin.actions.read_handover import CardChangedError, card_shown, read_handover
from checkin.actions.stop_asking import Stopped, stopped_for
from checkin.agreements.how_asked import Lines, Pictures, ShowAs, Size, Sound
from checkin.agreements.times import local
from checkin.door.kept_from_me import as_viewer
from checkin.door.me import me
from checkin.door.needs import STAFF, needs
from checkin.staff.alert_lines import AlertLine, alert_lines, pressing
from checkin.staff.calls_over import CallOver, calls_over
from checkin.staff.desk import show, staff
from checkin.staff.forms.how_asked import SIZES
from checkin.staff.goes_by import called
from checkin.staff.own_lines import SetUp, quiet_time, what_is_set_up
from checkin.staff.said_lately import OfTheDay, of_the_day
from checkin.staff.times import ZONE, when
from checkin.storage import own, people
from checkin.storage import staff as staff_kept
from checkin.storage.own_sets import WasSet
from checkin.storage.tables import PersonRow, Staff
from checkin.wording import begun, in_a_row

READ_AGAIN = "The card of {name} changed since you opened the page. Read it, then tick it."
TOO_LATE = 409


@dataclass(frozen=True, slots=True)
class Card:
    """What whoever comes on shift must know of one person."""

    person: PersonRow
    plan: SetUp | None
    avoid: SetUp | None
    set_up: tuple[SetUp, ...]
    quiet: SetUp | None
    pages: str
    asks_nothing: bool  # they said so today: it acts on everybody
    asked_nothing: bool  # they said so yesterday: we ask again
    open_alerts: tuple[AlertLine, ...]
    calls_over: tuple[CallOver, ...]
    day: OfTheDay
    read: tuple[str, ...]  # "Marcus 07:34", today only
    i_read: bool
    shown: str  # stands for what the card says


@staff.get("/handover")
@needs(STAFF)
def handover() -> Response:
    """Show the cards of one's houses."""
    return _page()


def _page(status: int = 200, problems: Sequence[str] = ()) -> Response:
    now, here = clock.now(), people.people_of_houses(me().house_ids)
    named = {one.id: one for one in staff_kept.staff_of_houses(me().house_ids)}
    live, over = alert_lines(pressing(me()), me(), now), calls_over(now)
    ids = [one.id for one in here]
    stands, reads = stands_for(as_viewer(me()), ids, now), own.reads_of(ids)
    day, stopped = of_the_day(ids, now), stopped_for(here, now)
    cards = [
        _card(
            one, stands[one.id], reads[one.id], named, live, over, day[one.id], stopped[one.id], now
        )
        for one in here
    ]
    return show("handover", status, cards=cards, problems=problems)


@staff.post("/handover/<person_id>/read")
@needs(STAFF)
def tick(person_id: str) -> Response:
    """I have read this card, as the page showed it."""
    try:
        who, seen = as_viewer(me()), request.form.get("seen", "")
        read_handover(person_id, who, clock.now(), seen=seen)
    except CardChangedError:
        name = called(people.the_person(person_id))
        return _page(TOO_LATE, [READ_AGAIN.format(name=name)])
    return redirect(url_for("staff.handover", _anchor=f"card-{person_id}"))


def _card(
    person: PersonRow,
    stands: Mapping[str, WasSet],
    reads: Sequence[tuple[str, datetime]],
    named: dict[str, Staff],
    live: Sequence[AlertLine],
    over: Sequence[CallOver],
    day: OfTheDay,
    stopped: Stopped,
    now: datetime,
) -> Card:
    today = {
        staff_id: at for staff_id, at in reads if local(at, ZONE).date() == local(now, ZONE).date()
    }
    read_at = [at for _, at in reads]
    set_up = what_is_set_up(stands, called(person), read_at, now)
    quiet = quiet_time(person, stands, called(person), read_at, now)
    if quiet:
        set_up.pop(Lines.QUIET, None)  # said once in words; this is what the tablet goes by
    return Card(
        person=person,
        plan=set_up.pop(Lines.PLAN, None),
        avoid=set_up.pop(Lines.AVOID, None),
        set_up=tuple(set_up.values()),
        quiet=quiet,
        pages=_pages(person),
        asks_nothing=stopped.today,
        asked_nothing=stopped.yesterday,
        open_alerts=tuple(one for one in live if one.alert.person_id == person.id),
        calls_over=tuple(one for one in over if one.alert.person_id == person.id),
        day=day,
        read=tuple(f"{named[key].called} {when(at, now)}" for key, at in today.items() if key in named),
        i_read=me().id in today,
        shown=card_shown(person, stands),
    )  # fmt: skip


def _pages(person: PersonRow) -> str:
    """Say what the person's own pages are like, where that is not what suits most."""
    words = [
        f"{SIZES[person.size].lower()} words" if person.size != Size.MEDIUM else "",
        "as a talk" if person.show_as == ShowAs.TALK else "",
        "no pictures" if person.pictures == Pictures.NONE else "",
        "no sound" if person.sound == Sound.NEVER else "",
    ]
    return begun(in_a_row([one for one in words if one]))
