"""A history is lived in a world, with what is kept from one member of staff or without it."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TypeVar

from checkin import clock
from checkin.actions.call_for_help import call_for_help
from checkin.actions.close_alert import NotYoursError, close_alert, log_step
from checkin.actions.close_telling import open_tellings
from checkin.actions.ends_with_promise import StillOpenError
from checkin.actions.hear_text import hear_text
from checkin.actions.keep_media import keep_media
from checkin.actions.loops import decide_loop, mark_done, read_loop
from checkin.actions.start_check_in import begin
from checkin.actions.take_alert import take_alert
from checkin.actions.take_answer import take_answer
from checkin.actions.take_back import open_answers, take_back
from checkin.actions.tell_who_called import HURT
from checkin.actions.who_may_take import ForOthers
from checkin.agreements.seen import StaffMember
from checkin.conversation.talking.said import DidIt, OwnWordsGiven, Picked, Reply, Send, Skip, Start
from checkin.example_people.cast import Cast
from checkin.storage import answers, check_ins, loops, which_alerts, which_check_ins
from checkin.storage.kept_from import confided, kept_out_of
from checkin.storage.staff import houses_of
from checkin.storage.tables import AlertRow, CheckInRow, LoopRow, MessageRow, db
from checkin.storage.transaction import kept_together
from checkin.worker.pass_time import pass_time
from tests.conftest import World
from tests.staff.happenings import DEVS_PHONE, is_answered, six_seconds
from tests.staff.histories import (
    Decide,
    Event,
    Handle,
    History,
    Morning,
    PressHelp,
    TellSomeone,
    Text,
    TextOfHurt,
    Wait,
)

FOR_HELP = ("help_or_not_ok", "agreed_word")  # hidden from nobody
T = TypeVar("T")


def live(world: World, story: History, *, with_kept: bool, in_sight: set[int]) -> list[str]:
    """Let a history happen; without what is kept from its viewer, where told so.

    `in_sight`: the places of the texts of hurt that are not kept from the viewer. What was told
    before decides it, so it is found where all of it happens, and stands where it does not. A text
    that takes from the viewer what they were told of happens in neither: they see that it went.
    Return the addresses under which what is kept would stand, were it theirs to see.
    """
    hidden: set[str] = set()
    for number, event in enumerate(story.events):
        if isinstance(event, Wait):
            _wait(world, event)
            continue
        with world.app.app_context():
            if isinstance(event, TextOfHurt) and with_kept:
                if _takes_away(world, story.viewer, event):
                    continue
                kept = _is_kept(world, story.viewer, event, hidden)
                in_sight.update(() if kept else {number})
            if isinstance(event, TextOfHurt) and (with_kept or number in in_sight):
                told = _text_of_hurt(number, event)
                hidden.update(() if number in in_sight else told)
            _happens(world, story, number, event, hidden, with_kept=with_kept)
            db.session.remove()
    with world.app.app_context():
        addresses = [one for check_in in sorted(hidden) for one in _addresses(check_in)]
        db.session.remove()
    return addresses


def _wait(world: World, event: Wait) -> None:
    """Let time pass."""
    with world.app.app_context():
        until = clock.now() + timedelta(minutes=event.minutes)
        pass_time(until, clock.stop_at, clock.now(), send=_send_all_at_once)
        db.session.remove()


def _send_all_at_once(now: datetime) -> None:
    """Send what waits: whom it is for is what counts here, not how it goes."""
    with kept_together():
        waits = db.session.query(MessageRow).filter_by(state="pending")
        waits.update({"state": "accepted", "sent_at": now, "next_at": None})


def _happens(
    world: World, story: History, number: int, event: Event, hidden: set[str], *, with_kept: bool
) -> None:
    cast = world.cast
    match event:
        case Text(words):
            hear_text(f"SM-{number}", DEVS_PHONE, words, clock.now())
        case Morning():
            _morning(cast.ana, event)
        case PressHelp(person):
            call_for_help(getattr(cast, person), clock.now())
        case TellSomeone():
            _may_tell(world, story, event, hidden, with_kept=with_kept)
        case Handle():
            _handled(cast, event, hidden)
        case Decide():
            _decided(cast, event, hidden)
        case _:
            pass


def _is_kept(world: World, viewer: str, event: TextOfHurt, hidden: set[str]) -> bool:
    """Whether it is kept from the viewer: it names them, or a hurt was kept from them before.

    Or what is kept from them is open still, also where nobody can tell from whom.
    """
    who = getattr(world.cast, viewer)
    live = which_alerts.live_of_person(world.cast.dev)
    open_ = {one.check_in_id or "" for one in live if one.kind not in FOR_HELP} & hidden
    closed = (one.is_closed_to(who) for one in confided(open_).values())
    hurts = which_alerts.raised_of_person(world.cast.dev, HURT) & hidden
    return event.is_kept_from(viewer) or any(closed) or who in kept_out_of(hurts)


def _takes_away(world: World, viewer: str, event: TextOfHurt) -> bool:
    """Whether it names the viewer, who may read something Dev told before that is open still."""
    me = getattr(world.cast, viewer)
    told = [one for one in open_tellings(world.cast.dev).values() if me not in one.kept_from]
    return viewer in event.by and any(me in one.shown_to or not one.unclear for one in told)


def _text_of_hurt(number: int, event: TextOfHurt) -> set[str]:
    """Let Dev text it, and return the check-ins that are new by that."""
    rows = db.session.query(CheckInRow).filter_by(asks="tell_someone", channel="text")
    before = {one.id for one in rows}
    hear_text(f"SM-{number}", DEVS_PHONE, event.words, clock.now())
    if event.more:
        hear_text(f"SM-{number}-more", DEVS_PHONE, "he did it again", clock.now())
    return {one.id for one in rows} - before


def _may_tell(
    world: World, story: History, event: TellSomeone, hidden: set[str], *, with_kept: bool
) -> None:
    kept = event.is_kept_from(story.viewer)
    if with_kept or not kept:
        told = _tell(world, event)
        hidden.update({told} if kept else ())
    elif event.help_meanwhile:
        call_for_help(getattr(world.cast, event.person), clock.now())


def _handled(cast: Cast, event: Handle, hidden: set[str]) -> None:
    seen = _at(event.place, [one for one in _live(cast.house) if not _is_hidden(one, hidden)])
    if seen:
        _handle(seen.id, getattr(cast, event.by), event.does)


def _decided(cast: Cast, event: Decide, hidden: set[str]) -> None:
    rows = loops.loops_of(getattr(cast, event.person))
    words = _at(event.place, [one for one in rows if one.check_in_id not in hidden])
    if words:
        _decide(words.id, getattr(cast, event.by), done=event.done)


def _is_hidden(alert: AlertRow, hidden: set[str]) -> bool:
    return alert.check_in_id in hidden and alert.kind not in FOR_HELP


def _live(house: str) -> list[AlertRow]:
    rows = which_alerts.alerts_of_houses([house])
    return sorted(rows, key=lambda one: (one.opened_at, one.title))


def _at(place: int, rows: list[T]) -> T | None:
    return rows[place] if place < len(rows) else None


def _morning(person: str, event: Morning) -> None:
    waiting = which_check_ins.waiting_for(person, clock.now())
    row = next((one for one in waiting if one.asks == "my_morning_daily" and not one.so_far), None)
    if row is None:
        return
    own = (OwnWordsGiven(None, (_voice(person, row.id),)),) if event.voice else ()
    why = (*own, Picked(("noise",))) if event.how == "not_good" else ()
    replies: tuple[Reply, ...] = (Picked((event.how,)), Picked((event.plan,)), *why, Send())
    for reply in (Start(), *replies, DidIt("self")):
        take_answer(row.id, reply, clock.now())


def _voice(person: str, check_in: str) -> str:
    return keep_media(person, check_in, "audio", six_seconds(), clock.now())


def _tell(world: World, event: TellSomeone) -> str:
    person = getattr(world.cast, event.person)
    check_in = begin(person, "tell_someone", "tablet", clock.now()).id
    replies = list(_replies(world, event, check_in))
    far = {"begun": 1, "some": 4}.get(event.how_far, len(replies))
    for number, reply in enumerate(replies[:far]):
        if number == 2 and event.help_meanwhile:
            call_for_help(person, clock.now(), check_in_id=check_in)
        take_answer(check_in, reply, clock.now())
    if far < 3 and event.help_meanwhile:
        call_for_help(person, clock.now(), check_in_id=check_in)
    if event.how_far in ("done", "taken_back"):
        take_answer(check_in, DidIt("self"), clock.now())
    if event.how_far == "taken_back":
        take_back(check_in, clock.now())
    elif event.handled_by and event.how_far == "done":
        _is_handled(check_in, getattr(world.cast, event.handled_by))
    return check_in


def _replies(world: World, event: TellSomeone, check_in: str) -> Iterator[Reply]:
    person = getattr(world.cast, event.person)
    yield Start()
    yield _faces(world, event.keep_from)
    yield Picked((event.kind,))
    yield OwnWordsGiven(
        None if event.voice else event.words, (_voice(person, check_in),) * event.voice
    )
    yield _faces(world, [one for one in event.picks if one not in event.keep_from])
    yield Picked((event.want,))
    yield Send()


def _faces(world: World, names: Sequence[str]) -> Reply:
    return Picked(tuple(getattr(world.cast, one) for one in names)) if names else Skip()


def _is_handled(check_in: str, by: str) -> None:
    open_answers(check_in, StaffMember(by, frozenset(houses_of(by))), clock.now())
    is_answered(check_in, by)
    for alert in which_alerts.alerts_of_check_in(check_in):
        if alert.kind not in FOR_HELP:
            whose = _taken(alert.id, by)
            with suppress(StillOpenError):  # it ends with what is read below
                close_alert(alert.id, whose, "Spoke to them", "", clock.now(), confirmed_by="Sam")
    person = check_ins.the_check_in(check_in).person_id
    for loop in loops.loops_of(person):
        if loop.check_in_id == check_in:
            _decide(loop.id, by, done=True)


def _taken(alert: str, by: str) -> str:
    """Return who takes it: they do, or whose it is where it is for one alone."""
    taken = take_alert(alert, by, clock.now())
    if not isinstance(taken, ForOthers):
        return by
    take_alert(alert, taken.staff[0].id, clock.now())
    return taken.staff[0].id


def _handle(alert: str, by: str, does: str) -> None:
    try:
        match does:
            case "take":
                take_alert(alert, by, clock.now())
            case "log":
                log_step(alert, by, "rang", "Rang and spoke", clock.now())
            case _:
                close_alert(alert, by, "Done", "", clock.now())
    except (NotYoursError, StillOpenError):
        pass


def _decide(loop: str, by: str, *, done: bool) -> None:
    read_loop(loop, by, clock.now())
    decide_loop(loop, by, "do", "We will see to it", clock.now())
    if done:
        mark_done(loop, by, "It is written down", clock.now())


def _addresses(check_in: str) -> Iterator[str]:
    """Return where what was said in a check-in stands for those who may see it."""
    yield f"/staff/check-ins/{check_in}"
    yield f"POST /staff/check-ins/{check_in}/say"
    for alert in which_alerts.alerts_of_check_in(check_in):
        if alert.kind not in FOR_HELP:
            yield f"/staff/alerts/{alert.id}"
    given = (*answers.answers_of(check_in), *answers.sent_answers_of(check_in))
    for answer in given:
        yield f"POST /staff/answers/{answer.id}/typed"
        yield from (f"/staff/media/{one}" for one in answer.media)
    for loop in db.session.query(LoopRow).filter_by(check_in_id=check_in):
        yield f"POST /staff/loops/{loop.id}/read"
