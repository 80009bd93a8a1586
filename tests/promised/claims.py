"""What the sentences about a person's answers claim: who sees them, who acts, what became of them."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from checkin import clock
from checkin.actions.give_back import refuse
from checkin.agreements.advocate import ADVOCATE_ASKED
from checkin.agreements.errands import ERRANDS
from checkin.agreements.left_unsent import LEFT_UNSENT
from checkin.lives.loop import Unread
from checkin.lives.loop_due import due_by
from checkin.lives.loop_key import written_down_by
from checkin.storage.tables import (
    AgreementVersionRow,
    AlertRow,
    CheckInRow,
    HeardRow,
    LoopRow,
    MessageRow,
    OpeningRow,
    PersonRow,
)
from checkin.wording import plain_date, plain_day
from tests.conftest import LONDON
from tests.journeys.doors import Tablet
from tests.promised.claim import claim, listed
from tests.promised.happened import Happened, Shown, everybody
from tests.promised.matching import names_in
from tests.promised.small import OUTSIDE, PHONES, STAFF

ALL_HERE = "All staff here"
HOUSE = {
    "Staff", ALL_HERE, "All other staff here", "all other staff here", "all staff",
    "all other staff", "other staff",
}  # fmt: skip
WHOM_ELSE = {
    "all staff": frozenset(STAFF),
    "all other staff": frozenset(STAFF),
    "people outside your home": frozenset(OUTSIDE),
}
OUTSIDE_TOO = "people outside your home"
NOBODY = "Nobody here"
MINUTES_A_QUESTION, SOME, TWICE = 0.6, 1, 2
AT_ONCE, A_FEW_MINUTES = timedelta(minutes=1), timedelta(minutes=5)
WITHIN_THE_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)


# Who may read it ----------------------------------------------------------------------


@claim("will see")
def these_see_it_and_no_one_else(after: Happened, shown: Shown) -> str | None:
    """A telling is for whom was picked last: there the sentence before Send counts."""
    if not after.sent_at:
        return None
    if after.picks_who_sees and shown.where != "read-back":
        return those_outside_see_it(after, shown)
    if shown.step and not after.answers(shown.step):
        return None  # what was only practised is not kept
    named = set(shown.names)
    may = named.difference(HOUSE)
    if named & HOUSE:
        may |= set(STAFF) - after.kept_from
    see = {one for one in everybody() if after.can_open(one, shown.step)}
    read = {one for one in everybody() if after.reads(one, shown.step)}
    must = set() if named == {NOBODY} else named & set(PHONES)
    must |= set(STAFF) if ALL_HERE in named else set()
    return listed("cannot open it", must - see) or listed("can open it", read - may)


def those_outside_see_it(after: Happened, shown: Shown) -> str | None:
    """Where they are named beside those whom one picks; and else nobody there who was not picked."""
    begins = shown.where in ("my page", "card", "start")  # where nothing is kept from anybody yet
    if begins or "The people you pick" not in shown.sentence or after.hurt:
        return None
    see = {one for one in OUTSIDE if after.can_open(one)}
    if OUTSIDE_TOO in shown.names:
        return None if see else "nobody outside can open it"
    return listed("can open it", see - after.shown_to)


@claim("you say who")
def those_picked_see_it(after: Happened, shown: Shown) -> str | None:
    """And nobody else, unless somebody hurt them; whom it names where nobody was picked."""
    if not after.sent_at or not after.picks_who_sees:
        return None
    see = {one for one in everybody() if after.can_open(one)}
    if "hurt" in shown.sentence:
        alone = after.hurt and not see - after.shown_to
        return "nobody else can open it" if alone else None
    if after.shown_to:
        must, may = after.shown_to - after.kept_from, everybody() if after.hurt else after.shown_to
    else:
        named = shown.blank("who").split(" and ")
        must = may = set().union(*(WHOM_ELSE.get(one, ()) for one in named)) - after.kept_from
    if not must & set(STAFF):
        return None
    must, see = must & set(STAFF), see & set(STAFF)  # those outside: "will see"
    return listed("cannot open it", must - see) or listed(
        "was not picked, and can open it", see.difference(may)
    )


@claim("reads instead", minutes=62)
def these_read_it_once_those_picked_cannot(after: Happened, shown: Shown) -> str | None:
    """All who were picked say so of what carries the words; where nothing does, nobody was asked."""
    carries = [one for one in after.open if one.kind not in ERRANDS]
    if not after.sent_at or not carries:
        return None
    with after.small.app.app_context():
        for name in shown.names:
            for one in carries:
                refuse(one.id, after.small.ids[name], clock.now())
    others = set(names_in(shown.blank("others")))
    see = {one for one in everybody() if after.anew().can_open(one)}
    return listed("cannot open it", others - see) or listed(
        "can open it", see - others - set(shown.names)
    )


@claim("kept from")
def these_do_not_see_it(after: Happened, shown: Shown) -> str | None:
    """Neither on a page nor on a phone."""
    if not after.sent_at:
        return None
    kept = set(after.kept_from) | (set(shown.names) & set(PHONES))
    return listed("can open it", {one for one in kept if after.can_open(one)}) or listed(
        "was told", {one for one in kept if after.reached(one, A_DAY)}
    )


@claim("not the family")
def no_phone_of_the_circle_hears(after: Happened, _: Shown) -> str | None:
    """Mum and Sam have phones."""
    numbers = {one.went.number for one in after.small.reached}
    return listed("was told", numbers & {"+447700900201", "+447700900202"})


@claim("a person reads it")
def it_stands_where_staff_read_it(after: Happened, shown: Shown) -> str | None:
    """By text: a task, or the alert it was noted on; on the tablet: the check-in."""
    named = set(shown.names) & set(PHONES) or set(STAFF)
    if after.check_in:
        return (
            None if not after.sent_at or any(map(after.can_open, named)) else "nobody can open it"
        )
    heard = max(after.rows(HeardRow, HeardRow.person_id == after.person), key=lambda one: one.at)
    page = f"/staff/people/{after.person}/texts"
    blind = {one for one in named if heard.words not in after.page(one, page)}
    on_list = any(after.has_on_list(one, each) for one in named for each in after.open)
    return (
        listed("cannot read it", blind)
        or (None if on_list else "it stands on no list")
        or _nobody_said_who_is_asked_now(after, shown)
    )


def _nobody_said_who_is_asked_now(after: Happened, shown: Shown) -> str | None:
    """Where the time is over by which it was to be read, and nobody read it."""
    wall, now = shown.blank("by").removeprefix("by "), clock.now().astimezone(LONDON)
    over = shown.at.astimezone(LONDON).date() == now.date() and wall < f"{now:%H:%M}"
    if not wall[:1].isdigit() or not over or all(one.read_at for one in after.loops):
        return None
    told = MessageRow.person_id == after.person, MessageRow.about == "still_unread"
    return (
        None if after.rows(MessageRow, *told) else f"{wall} is over, and nobody said who is asked"
    )


# Who acts on it -----------------------------------------------------------------------


@claim("told at once")
def these_are_told_at_once(after: Happened, shown: Shown) -> str | None:
    """Their phones rang, or had a text."""
    return _not_reached(after, shown, AT_ONCE)


@claim("told soon", minutes=5)
def these_are_told_soon(after: Happened, shown: Shown) -> str | None:
    """Their phones had a text."""
    return _not_reached(after, shown, A_FEW_MINUTES)


@claim("told within the hour", minutes=61)
def these_are_told_within_the_hour(after: Happened, shown: Shown) -> str | None:
    """Nobody answers on these roads."""
    return _not_reached(after, shown, WITHIN_THE_HOUR)


def _not_reached(after: Happened, shown: Shown, within: timedelta) -> str | None:
    if not after.sent_at:
        return None
    return listed("not told", {one for one in shown.names if not after.reached(one, within)})


@claim("looks by", "talks by")
def these_have_it_to_do(after: Happened, shown: Shown) -> str | None:
    """It stands on their list, with that day where one is named; or words of it are to be read by then."""
    if not after.sent_at:
        return None
    day, named = shown.blank("day"), set(shown.names)
    if not named:
        return _on_no_list(after)
    due = [one for one in after.open if not day or day in _days_of(one)]
    if not due and day and day in _days_of_unread(after, shown.at):
        return listed("cannot open it", {one for one in named if not after.can_open(one)})
    if not due:
        return f"nothing is to be done {day}"
    idle = {one for one in named if not any(after.has_on_list(one, each) for each in due)}
    return listed("not on the list of", idle)


def by_then_somebody_is_asked(after: Happened, shown: Shown) -> str | None:
    """Once the day is over: what was to be done or read, and was not, was told to somebody since."""
    day, since = shown.blank("day"), shown.at
    late = [one for one in after.open if one.step > 0 or one.opened_at > since]
    told = {name for name in everybody() if after.told(name, late)}
    return None if told else f"{day} is over, and nobody is asked"


def _days_of_unread(after: Happened, at: datetime) -> Iterator[str]:
    """Yield by which day words of it that nobody had read then are to be read."""
    for one in after.loops:
        if not any(read and read < at for read in (one.read_at, after.row.seen_at)):
            due = due_by(Unread(), one.raised_at.astimezone(LONDON).date())
            yield from _names_of(due) if due else ()


@claim("rings your advocate")
def they_know_whom_to_ring(after: Happened, shown: Shown) -> str | None:
    """It stands on their list with that day, and its page has the number."""
    if not after.sent_at:
        return None
    asked = [one for one in after.open if one.kind == ADVOCATE_ASKED]
    pages = [after.page(name, f"/staff/alerts/{one.id}") for name in shown.names for one in asked]
    if not pages or not all(re.search(r"\d{5} \d{6}", page) for page in pages):
        return "whom to ring is not on the page"
    return these_have_it_to_do(after, shown)


@claim("not done yet", when="shown")
def nobody_took_it_in_time(after: Happened, _: Shown) -> str | None:
    """It is late, and is nobody's."""
    waits = [one for one in after.open if not one.taken_by and one.do_by]
    late = [one for one in waits if one.do_by <= clock.now()]
    return None if late else "it is not late, or somebody has it"


def _days_of(alert: AlertRow) -> Iterator[str]:
    if alert.do_by is not None:
        yield from _names_of(alert.do_by.astimezone(LONDON).date())


def _names_of(day: date) -> Iterator[str]:
    if day <= clock.now().astimezone(LONDON).date():
        yield "today"
    for name in (plain_day(day), plain_date(day)):
        yield from (name, f"by {name}")


@claim("you agreed", when="shown")
def they_agreed_so(after: Happened, shown: Shown) -> str | None:
    """In the very words."""
    versions = after.rows(AgreementVersionRow)
    words = shown.blank("quoted").strip('"')
    return None if any(words in one.document for one in versions) else "nobody agreed so"


@claim("is today", when="shown")
def this_is_a_day_of_that_group(after: Happened, shown: Shown) -> str | None:
    """As agreed."""
    today = f"{shown.at.astimezone(LONDON):%a}".lower()
    agreed = [json.loads(one.document) for one in after.rows(AgreementVersionRow)]
    groups = {one["group_name"] for one in agreed for at in one["times"] if today in at["days"]}
    return None if shown.blank("group") in groups else f"on this day it is {groups}"


@claim("left unsent", minutes=61)
def those_outside_hear_that_it_was_begun(after: Happened, _: Shown) -> str | None:
    """Where a hurt was said and left: each outside is told, and nobody reads it."""
    left = [one for one in after.raised if one.kind == LEFT_UNSENT]
    silent = {one for one in OUTSIDE if left and not after.told(one, left)}
    can = {one for one in everybody() if left and not after.sent_at and after.can_open(one)}
    return listed("not told", silent) or listed("can open it", can)


@claim("nobody told")
def nobody_here_is_told(after: Happened, _: Shown) -> str | None:
    """No phone of the house hears of it."""
    return listed("told", {one for one in STAFF if after.sent_at and after.reached(one, AT_ONCE)})


@claim("can be rung", when="shown")
def this_is_their_number(_: Happened, shown: Shown) -> str | None:
    """As people write it."""
    number = f"+44{shown.blank('number').replace(' ', '')[1:]}"
    return None if [PHONES.get(one) for one in shown.names] == [number] else "it is another's"


@claim("must act")
def whom_we_tell_was_named(after: Happened, _: Shown) -> str | None:
    """On the read-back, before it was sent; and somebody is told."""
    if not after.sent_at or not after.hurt:
        return None
    told = {one for one in everybody() if after.reached(one, AT_ONCE)}
    unnamed = listed("told, and not named before", told - after.foretold)
    return unnamed or (None if told else "nobody was told")


@claim("somebody acts")
def somebody_has_it(after: Happened, _: Shown) -> str | None:
    """It stands on a list."""
    return _on_no_list(after) if after.sent_at else None


def _on_no_list(after: Happened) -> str | None:
    found = any(after.has_on_list(one, each) for one in everybody() for each in after.open)
    return None if found else "it stands on nobody's list"


@claim("plan seen")
def the_plan_is_on_the_handover(after: Happened, _: Shown) -> str | None:
    """In the person's own words: one of those picked."""
    if not after.sent_at:
        return None
    page = after.page("Priya", "/staff/handover")
    return None if any(words in page for words in after.said.values()) else "no line of it is there"


@claim("told what we did")
def it_comes_back(after: Happened, _: Shown) -> str | None:
    """It stands on You said."""
    if not after.sent_at or after.loops:
        return None
    return "nothing of it is kept to be answered"


# What became of it --------------------------------------------------------------------


@claim("not sent", "not read")
def nobody_can_open_it(after: Happened, _: Shown) -> str | None:
    """Nobody here, and nobody outside."""
    return listed("can open it", {one for one in everybody() if after.can_open(one)})


@claim("opened with a reason", "opened before")
def these_opened_it(after: Happened, shown: Shown) -> str | None:
    """Whoever is named did; where it was taken back then, nobody else can."""
    rows = after.rows(OpeningRow, OpeningRow.person_id == after.person)
    opened = {one.staff_id for one in rows}
    did_not = {one for one in shown.names if after.small.ids[one] not in opened}
    return listed("did not open it", did_not) or (
        None if shown.names else nobody_can_open_it(after, shown)
    )


@claim("kept")
def it_waits_to_be_carried_on(after: Happened, _: Shown) -> str | None:
    """Unless it was then thrown away."""
    row = after.row
    gone = row.sent_at is None and not row.so_far
    return "the answers are gone" if gone else None


@claim("staff know")
def it_stands_on_a_list_without_the_words(after: Happened, _: Shown) -> str | None:
    """Something is open about it."""
    return None if after.raised else "nothing was raised"


@claim("was read", when="shown")
def somebody_opened_it(after: Happened, _: Shown) -> str | None:
    """A desk opened the page."""
    return None if after.row.seen_at else "nobody opened it"


@claim("nobody read", when="shown")
def nobody_opened_it(after: Happened, _: Shown) -> str | None:
    """Each loop of which it is said is held, for one page may show several."""
    loops = after.rows(LoopRow, LoopRow.person_id == after.person)
    return None if any(one.read_at is None for one in loops) else "it was read"


@claim("written down")
def this_one_wrote_it(after: Happened, shown: Shown) -> str | None:
    """Words of a talk are of whoever wrote them."""
    name, loops = shown.blank("who"), after.rows(LoopRow, LoopRow.person_id == after.person)
    wrote = {written_down_by(one.key) for one in loops}
    return None if after.small.ids[name] in wrote else f"did not write it down: {name}"


@claim("what we do", "said on", when="shown")
def it_is_as_kept(after: Happened, shown: Shown) -> str | None:
    """The day and the name are those of the loop."""
    loops = after.rows(LoopRow, LoopRow.person_id == after.person)
    name = shown.blank("name")
    if name and after.small.ids[name] not in {one.owner_id for one in loops}:
        return f"{name} has nothing to do"
    day = shown.blank("date")
    days = {plain_date(one.raised_at.astimezone(LONDON).date()) for one in loops}
    days |= {plain_date(one.due_on) for one in loops if one.due_on}
    return None if not day or day in days else f"no words are of {day}"


@claim("what we did", when="shown")
def it_was_done(after: Happened, shown: Shown) -> str | None:
    """In the very words that are shown."""
    loops = after.rows(LoopRow, LoopRow.person_id == after.person)
    done = {f"{(one.we_did or '').rstrip('.')}." for one in loops if one.done_at}
    words = shown.blank("words")
    return None if (words in done if words else done) else "nobody wrote that it is done"


@claim("late", when="shown")
def a_day_is_over(after: Happened, shown: Shown) -> str | None:
    """Something promised was due before today, and is not done."""
    today = clock.now().astimezone(LONDON).date()
    over = [one.due_on for one in after.loops if one.due_on and not one.done_at]
    days = {plain_date(one) for one in over if one < today}
    date = shown.blank("date")
    return None if (date in days if date else days) else "no promise is late"


@claim("quiet until", when="shown")
def it_is_quiet(after: Happened, shown: Shown) -> str | None:
    """As the person set it."""
    (person,) = after.rows(PersonRow, PersonRow.id == after.person)
    return None if person.quiet_from else "no quiet time is set"


@claim("how long")
def so_many_questions_came(after: Happened, shown: Shown) -> str | None:
    """As the road counted them: on its card, and before it began."""
    if not after.sent_at or shown.where not in ("card", "start"):
        return None
    n, came = int(shown.blank("n")), after.questions
    if "minute" in shown.sentence:
        n = round(n / MINUTES_A_QUESTION)
    least = 0 if after.cut_short else n - SOME
    about = least <= came <= n * TWICE + SOME
    return None if (about if "bout" in shown.sentence else came == n) else f"{came} came"


# When we ask --------------------------------------------------------------------------


@claim("asks later", minutes=24 * 60)
def it_is_asked_again(after: Happened, shown: Shown) -> str | None:
    """A day later it stood on My page, or was answered."""
    was = after.row
    same = CheckInRow.person_id == after.person, CheckInRow.asks == was.asks
    asked = [one for one in after.rows(CheckInRow, *same) if one.asked_at or one.id == was.id]
    later = [
        one for one in asked if (one.asked_at or one.due_at) > shown.at or one.left_until == "today"
    ]
    return None if later else "it was not asked again"


@claim("does not ask")
def it_is_on_my_page_no_more(after: Happened, _: Shown) -> str | None:
    """No card leads to it."""
    tablet = Tablet(after.small, after.small.cast.house_tablet, after.person)
    return "it stands on My page" if after.check_in in tablet.page.html else None
