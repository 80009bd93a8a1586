"""A member of staff texts: they take the alert they were told of, and are told what came of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from checkin.actions.answer_staff import answer_staff
from checkin.actions.ask_which import ask_which, listed_in
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.give_back import Asked, give_back, refuse
from checkin.actions.nobody_told import those_outside_to_ring
from checkin.actions.said_of_theirs import said_of_theirs
from checkin.actions.take_alert import Taken, TakenBy, take_alert
from checkin.actions.tell_who_leads import tell_who_leads
from checkin.actions.texts_of_staff import (
    telling_meant,
    who_is_hurt,
    who_leads_beside,
    who_reads_by_its_words,
    who_reads_it,
)
from checkin.actions.whom_a_step_tells import whom
from checkin.for_whom.from_staff import from_staff
from checkin.for_whom.staff_meant import (
    CannotDoAny,
    FromStaff,
    GivesBack,
    HasIt,
    LeadsRead,
    NeedsHelp,
    NothingToTake,
    Question,
    Refuses,
    Starts,
    Stops,
    Takes,
    TakesEach,
    Told,
    WhichOne,
    WhichToRefuse,
)
from checkin.storage import alert_steps, people, texts_heard, what_was_sent, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.outside import is_outside
from checkin.storage.tables import HeardRow, Staff
from checkin.storage.what_was_sent import Said
from checkin.wording import in_a_row

AN_ANSWER_COMES_WITHIN = timedelta(minutes=10)
WHICH = "staff_which"
QUESTIONS: dict[str, Question] = {
    WHICH: "which",
    "staff_which_not": "which_not",
    "staff_which_not_link": "which_not",
}
SPEAKS_OF_ANOTHER = frozenset({"staff_has_it", "staff_taken"})
"""These end our question: what follows is about what they took."""


def for_staff(staff: Staff, heard: HeardRow) -> FromStaff:
    """Return what a text of theirs is for, with the live alerts they were told of and may know."""
    told = [
        (one, at)
        for one, at in which_alerts.told_to(staff.id)
        if staff.id in whom(one).may_hear(heard.at)
    ]
    cannot = alert_steps.when_cannot([one.id for one, _ in told], staff.id)
    about = people.known_as(one.house_id for one, _ in told)
    return from_staff(
        heard.words,
        [
            Told(
                one.id,
                one.title,
                about.get(one.whose, ""),
                told_at,
                one.level,
                one.taken_by,
                is_theirs=one.taken_by == staff.id,
                taken_at=one.taken_at,
                refused=one.id in cannot and told_at <= cannot[one.id],
            )
            for one, told_at in told
        ],
        flows_in_use().library.language,
        asked=(asked := _just_asked(staff, heard)) and QUESTIONS[asked.about],
        listed=_just_listed(staff, heard, [one.id for one, _ in told]),
    )


def _just_listed(staff: Staff, heard: HeardRow, alert_ids: Sequence[str]) -> Sequence[str]:
    """Return which of these we listed by number a moment ago: "1" takes one, and "2" then the other."""
    since = heard.at - AN_ANSWER_COMES_WITHIN
    listed = what_was_sent.last_said_to(staff.id, {WHICH}, since)
    return listed_in(listed.body, alert_ids) if listed else ()


def _just_asked(staff: Staff, heard: HeardRow) -> Said | None:
    """Return which question of ours waits for an answer; a refusal ends which one they take."""
    since = heard.at - AN_ANSWER_COMES_WITHIN
    about = QUESTIONS.keys() | SPEAKS_OF_ANOTHER
    asked = what_was_sent.last_said_to(staff.id, about, since)
    if asked and QUESTIONS.get(asked.about) == "which":
        asked = what_was_sent.last_said_to(staff.id, about | {*_REFUSED.values()}, since)
    return asked if asked and asked.about in QUESTIONS else None


def do_as_staff_said(staff: Staff, heard: HeardRow, said: FromStaff, now: datetime) -> None:
    """Do it, and text back what happened; what they text of a telling is for those who may see it."""
    _note_telling(staff, heard, said, now)
    match said:
        case Takes() | TakesEach():
            _take_each(staff, heard, said, now)
        case HasIt(alert):
            _who_has(staff, heard, alert, now)
        case GivesBack() | Refuses() | CannotDoAny():
            _cannot(staff, heard, said, now)
        case WhichOne() | WhichToRefuse():
            ask_which(staff, heard, said, now)
        case NothingToTake():
            answer_staff(staff, heard, "staff_nothing", now)
        case NeedsHelp() | Stops() | Starts():
            _tell_others(staff, heard, said, now)
        case LeadsRead():
            _leads_read(staff, heard, said, now)
    texts_heard.keep_meaning(heard.id, _MEANT[type(said)])


def _take_each(staff: Staff, heard: HeardRow, said: Takes | TakesEach, now: datetime) -> None:
    for one in said.alerts if isinstance(said, TakesEach) else (said.alert,):
        _take(staff, heard, one, now)


def _take(staff: Staff, heard: HeardRow, alert: Told, now: datetime) -> None:
    of, taken = alert.alert_id, take_alert(alert.alert_id, staff.id, now)
    match taken:
        case Taken():
            answer_staff(staff, heard, "staff_has_it", now, of=of, alert=alert.title)
        case TakenBy(name):
            answer_staff(staff, heard, "staff_taken", now, of=of, staff=name, alert=alert.title)
        case _:  # they were told of it before it was for others, or kept from them
            answer_staff(staff, heard, "staff_nothing", now, of=of)


def _cannot(
    staff: Staff, heard: HeardRow, said: GivesBack | Refuses | CannotDoAny, now: datetime
) -> None:
    """Let somebody else do it; of several, each on its own."""
    if not isinstance(said, CannotDoAny):
        _somebody_else(staff, heard, said, now)
        return
    for one in said.alerts:
        meant = GivesBack(one) if one.is_theirs else Refuses(one)
        _somebody_else(staff, heard, meant, now)


def _somebody_else(staff: Staff, heard: HeardRow, said: GivesBack | Refuses, now: datetime) -> None:
    """Ask somebody else, and answer truly who is asked."""
    if isinstance(said, GivesBack):
        told = give_back(said.alert.alert_id, staff.id, now)
        asked, answer = None if told is None else Asked(told, "now"), "staff_gave_back"
    else:
        asked = refuse(said.alert.alert_id, staff.id, now)
        answer = _REFUSED[asked.when] if asked else ""
    of = said.alert.alert_id
    names = in_a_row([one.called for one in asked.staff if one.id != staff.id] if asked else [])
    if asked is None:
        answer_staff(staff, heard, "staff_nothing", now, of=of)
    elif names:
        answer_staff(staff, heard, answer, now, of=of, staff=names, alert=said.alert.title)
    else:
        answer_staff(staff, heard, "staff_only_you", now, of=of, alert=said.alert.title)


def _who_has(staff: Staff, heard: HeardRow, alert: Told, now: datetime) -> None:
    has_it = staff_kept.staff(alert.taken_by or "")
    if has_it is None or has_it.id == staff.id:
        answer_staff(staff, heard, "staff_has_it", now, alert=alert.title)
    else:
        answer_staff(staff, heard, "staff_taken", now, staff=has_it.called, alert=alert.title)


def _note_telling(staff: Staff, heard: HeardRow, said: FromStaff, now: datetime) -> None:
    if _MEANT[type(said)] == "free" and not is_outside(staff):
        of = telling_meant(staff, heard.words, now)
        texts_heard.keep_meaning(heard.id, "free", check_in_id=of)


def _leads_read(staff: Staff, heard: HeardRow, said: LeadsRead, now: datetime) -> None:
    """Say truly whether any who leads reads it; of a hurt that nobody here may read, whom to ring.

    "Thanks" of who has something is answered by nothing.
    """
    if said.only_thanks or said_of_theirs(staff, heard, said, now):
        return
    if is_outside(staff):
        answer_staff(staff, heard, "outside_read", now)
        return
    houses = staff_kept.houses_of(staff.id)
    to_ring = [words for one in houses for words in those_outside_to_ring(one)]
    by_name = who_reads_by_its_words(heard.words, staff)
    if who_reads_it(heard, staff, now):
        some = 0 < len(by_name) < len(who_leads_beside(staff))
        names = {"staff": in_a_row([one.called for one in by_name])} if some else {}
        answer_staff(staff, heard, "staff_read_by" if some else "staff_read", now, **names)
    elif to_ring and who_is_hurt(heard.words, houses):
        answer_staff(staff, heard, "staff_ring_outside", now, outside=" ".join(to_ring))
    else:
        answer_staff(staff, heard, "outside_read", now)


def _tell_others(
    staff: Staff, heard: HeardRow, said: NeedsHelp | Stops | Starts, now: datetime
) -> None:
    """Tell who leads here, and say truly who that is; a call for help rings them too.

    STOP or START said again changes nothing, and they are not told again.
    """
    stopped = texts_heard.meant_last(staff.id, texts_heard.STOP_OR_START) == "stops"
    match said:
        case NeedsHelp():
            told = tell_who_leads(staff, heard, "staff_needs_help", now, ring=True)
            _answer_told(staff, heard, "staff_help", told, now)
        case Stops() if stopped:
            answer_staff(staff, heard, "staff_stop_again", now)
        case Stops():
            told = tell_who_leads(staff, heard, "staff_stopped", now)
            _answer_told(staff, heard, "staff_stop", told, now)
        case _:
            told = tell_who_leads(staff, heard, "staff_started", now) if stopped else ""
            _answer_told(staff, heard, "staff_start", told, now, alone="staff_start_alone")


def _answer_told(
    staff: Staff,
    heard: HeardRow,
    message: str,
    told: str,
    now: datetime,
    alone: str = "staff_alone",
) -> None:
    """Say truly who was told; `alone` is said where that is nobody."""
    if told:
        answer_staff(staff, heard, message, now, staff=told)
    else:
        answer_staff(staff, heard, alone, now)


_REFUSED = {
    "now": "staff_refused",
    "before": "staff_refused",
    "already": "staff_asked_already",
    "next": "staff_asks_again",
    "has_it": "staff_taken",
}
_MEANT: dict[type[FromStaff], str] = {
    Takes: "takes",
    TakesEach: "takes",
    HasIt: "takes",
    GivesBack: "gives_back",
    Refuses: "gives_back",
    CannotDoAny: "gives_back",
    WhichOne: "takes",
    WhichToRefuse: "free",
    NothingToTake: "takes",
    NeedsHelp: "free",
    Stops: "stops",
    Starts: "starts",
    LeadsRead: "free",
}
