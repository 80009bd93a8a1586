"""How I use this: what is set for a person, each thing to be changed right there, or put back.

Source: screens.md C11.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.own_sets_for import for_a_screen_of_many
from checkin.actions.set_on_page import (
    OldPageError,
    how_it_was_done,
    put_back,
    set_now,
    set_on_page,
)
from checkin.actions.start_check_in import begin_once, begin_one_question
from checkin.agreements.how_asked import Lines
from checkin.agreements.own_plan import is_all_their_own, is_their_own
from checkin.channels.tablet.choices import screenfuls
from checkin.channels.tablet.here import Here, is_alone, staff_signed_in, who_is_here, who_pressed
from checkin.channels.tablet.page import show, tablet
from checkin.conversation.flows.set_where import SetWhere, set_where
from checkin.conversation.talking.said import Done
from checkin.storage import own_sets
from checkin.storage.own_sets import WasSet, newest
from checkin.storage.tables import CheckInRow

CARDS, ANSWERS = 2, 3  # seen at once
LARGEST = 2**31 - 1  # that a database keeps as a number
WRITTEN_BY_STAFF = "Staff wrote this with you. What you set takes its place."
PLAN, PLAN_OF_BEFORE = "My plan of the morning.", "My plan of the morning, before I set some of it."
NOTHING = "Nothing yet."
NOT_SHOWN = "Some things you tell us are not shown on this tablet."
"""What stands in place of words of their own where others look, whether any were told apart or not."""
DONE: Mapping[str, Done] = {one: one for one in get_args(Done)}


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that can be set, as its card says it; `now`: what stands, none where nothing does."""

    name: str
    asks: str
    symbol: str | None
    now: str
    media: tuple[str, ...] = ()
    said: str = ""  # more about it, where it was not theirs
    nothing: str = NOTHING  # what is said where nothing stands


@tablet.get("/how-i-use-this")
def how_i_use_this() -> Response:
    """Show what is set, a few things at a time, and what can be put back."""
    here = who_is_here()
    history = _history(here)
    things = list(_things(here, newest(history)))
    sets = [things[start : start + CARDS] for start in range(0, len(things), CARDS)]
    last = history[-1] if history else None
    can_undo = last is not None and last.can_be_put_back
    return show(
        "how_i_use_this",
        here,
        sets=sets,
        undo=last.number if last and can_undo else None,
        old_page=request.args.get("old") == "1",
    )


@tablet.get("/how-i-use-this/<what>")
def one_thing(what: str) -> AnyResponse:
    """Show one thing: what can be picked, or what stands in the person's own words."""
    here = who_is_here()
    history = _history(here)
    stands = newest(history)
    place = _places_of(stands).get(what)
    if place is None:
        return _back()
    return show(
        "one_thing",
        here,
        thing=_thing(here, place, stands),
        one_tap=True,
        kept=(set_now(here.person, what, stands),),
        sets=screenfuls(place.options, max(here.profile.per_page, ANSWERS)),
        seen=history[-1].number if history else 0,
    )


@tablet.post("/how-i-use-this/<what>")
def set_thing(what: str) -> AnyResponse:
    """Keep what was picked; for a line, put the question that asks for it, alone."""
    here = who_pressed()
    place = _places_of(newest(_history(here))).get(what)
    if place is None:
        return _back()
    if not place.options:
        row = _asked(here, place)
        return redirect(url_for("tablet.question", check_in_id=row.id))
    value, seen = request.form.get("choice", ""), request.form.get("seen", 0, type=int)
    if place.option(value) is None:
        return _back()
    try:
        number = set_on_page(here.person.id, what, value, clock.now(), seen=seen)
    except OldPageError:
        return _back(old="1")
    if number is not None and is_alone():
        return redirect(url_for("tablet.how_it_was", number=number))
    if number is not None:
        _with_help(here, number)
    return _back()


@tablet.post("/how-i-use-this")
def undo() -> AnyResponse:
    """Put back what the last change changed, once."""
    here = who_pressed()
    try:
        number = put_back(here.person.id, request.form.get("undo", 0, type=int), clock.now())
    except OldPageError:
        return _back(old="1")
    if not is_alone():
        _with_help(here, number)
    return _back()


@tablet.get("/how-it-was-done/<int:number>")
def how_it_was(number: int) -> Response:
    """Ask how the person did this change."""
    return show("how_it_was", who_is_here(), number=number)


@tablet.post("/how-it-was-done/<int:number>")
def say_how_it_was(number: int) -> AnyResponse:
    """Keep how they did it; said once, it stays."""
    here = who_pressed()
    done = DONE.get(request.form.get("choice", ""))
    if done and number <= LARGEST and (done != "self" or is_alone()):
        beside = staff_signed_in()
        how_it_was_done(here.person.id, number, done, clock.now(), beside=beside)
    return _back()


def _history(here: Here) -> Sequence[WasSet]:
    """Return what was set, as it may stand here: where others look, nothing of what was told apart."""
    history = own_sets.history_of([here.person.id])[here.person.id]
    return for_a_screen_of_many(history, clock.now()) if _others_look(here) else history


def _others_look(here: Here) -> bool:
    return here.shared or here.waits or not is_alone()


def _with_help(here: Here, number: int) -> None:
    """Keep that staff who are signed in helped, and who."""
    how_it_was_done(here.person.id, number, "helped", clock.now(), beside=staff_signed_in())


def _asked(here: Here, place: SetWhere) -> CheckInRow:
    """Put its question alone; the plan that staff wrote is changed by the whole talk about it."""
    if place.step:
        return begin_one_question(
            here.person.id, place.flow, place.step, clock.now(), here.device_id
        )
    return begin_once(here.person.id, place.flow, clock.now(), here.device_id)


def _places_of(stands: Mapping[str, WasSet]) -> Mapping[str, SetWhere]:
    """Return all that can be set, and the plan that staff wrote while it stands."""
    places = set_where(flows_in_use().flows.values())
    kinds = [kind for kind, one in stands.items() if one.lines]
    morning = places.get(Lines.START)
    if is_all_their_own(kinds) or morning is None or Lines.PLAN not in kinds:
        return places
    named = PLAN_OF_BEFORE if is_their_own(kinds) else PLAN
    plan = SetWhere(Lines.PLAN, morning.flow, "", named, "life.plan")
    return {Lines.PLAN.value: plan, **places}


def _things(here: Here, stands: Mapping[str, WasSet]) -> Iterator[Thing]:
    """Yield all that can be set, whether something stands there or not."""
    for place in _places_of(stands).values():
        yield _thing(here, place, stands)


def _thing(here: Here, place: SetWhere, stands: Mapping[str, WasSet]) -> Thing:
    picked = place.option(set_now(here.person, place.name, stands))
    if place.options:
        now = picked.label if picked else ""
        return Thing(place.name, place.asks, (picked or place).symbol, now)
    one = stands.get(place.name)
    media = tuple(line.media_id for line in one.lines if line.media_id) if one else ()
    words = ", ".join(one.words) if one else ""
    said = "" if place.step else WRITTEN_BY_STAFF
    nothing = NOT_SHOWN if _others_look(here) else NOTHING
    return Thing(place.name, place.asks, place.symbol, words, media, said, nothing)


def _back(old: str | None = None) -> AnyResponse:
    return redirect(url_for("tablet.how_i_use_this", old=old))
