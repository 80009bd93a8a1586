"""What the texts to somebody who is out, and to staff about an alert, claim."""

from datetime import datetime, timedelta

from checkin.storage.tables import AlertRow, AlertStepRow, CheckInRow, HeardRow, MessageRow
from checkin.wording import day_from, plain_day, plain_time
from tests.conftest import LONDON
from tests.promised.claim import claim, listed
from tests.promised.happened import LIVE, Happened, Shown
from tests.promised.matching import names_in
from tests.promised.small import PHONES, STAFF

ASKS = ("ask_leave", "ask_arrive", "ask_home", "remind")
MISSED = ("missed_checkin",)
A_MINUTE, HALF_AN_HOUR = timedelta(minutes=1), timedelta(minutes=31)


# Who comes ----------------------------------------------------------------------------


@claim("tells on a press")
def these_are_told_on_a_press(after: Happened, shown: Shown) -> str | None:
    """Where Help was then pressed."""
    pressed = any(one.kind == "help_or_not_ok" for one in after.raised)
    return these_were_told(after, shown) if pressed else None


@claim("asks to ring", "was told")
def these_were_told(after: Happened, shown: Shown) -> str | None:
    """A message about one of the person's alerts went to each."""
    return listed("not told", {one for one in shown.names if not after.told(one, after.raised)})


@claim("asks to read")
def these_are_asked_to_read(after: Happened, shown: Shown) -> str | None:
    """A text about it went to each, or it stands on their list."""
    asked = {
        one
        for one in shown.names
        if after.told(one, after.raised) or any(after.has_on_list(one, each) for each in after.open)
    }
    return listed("not asked", set(shown.names) - asked)


@claim("has it", when="shown")
def this_one_has_it(after: Happened, shown: Shown) -> str | None:
    """Somebody took it, and it is this one."""
    took = {one.taken_by for one in after.open}
    ids = after.small.ids
    return listed("does not have it", {one for one in shown.names if ids[one] not in took})


@claim("nobody answered", when="shown")
def nobody_took_or_refused_it(after: Happened, _: Shown) -> str | None:
    """There is an open call, and of all that are open nobody said yes or no."""
    calls = _calls(after)
    answered = [one for one in calls if one.taken_by or _was_answered(after, one)]
    return None if calls and not answered else "somebody answered, or there is no call"


@claim("nobody has it", when="shown")
def somebody_answered_and_nobody_has_it(after: Happened, _: Shown) -> str | None:
    """There is an open call, of which somebody said yes or no, and which is nobody's."""
    waits = [one for one in _calls(after) if not one.taken_by and _was_answered(after, one)]
    return None if waits else "somebody has it, or nobody answered"


@claim("cannot", when="shown")
def this_one_said_so(after: Happened, shown: Shown) -> str | None:
    """Of one of the alerts of the person."""
    raised = {one.id for one in after.raised}
    steps = after.rows(AlertStepRow, AlertStepRow.kind == "given_back")
    said = {one.staff_id for one in steps if one.alert_id in raised}
    ids = after.small.ids
    return listed("did not say so", {one for one in shown.names if ids[one] not in said})


def _calls(after: Happened) -> list[AlertRow]:
    return [one for one in after.open if one.level in ("now", "soon") and not one.task]


def _was_answered(after: Happened, call: AlertRow) -> bool:
    steps = after.rows(AlertStepRow, AlertStepRow.alert_id == call.id)
    return any(one.kind in ("taken", "given_back") for one in steps)


@claim("keeps telling", minutes=12)
def the_next_are_told(after: Happened, _: Shown) -> str | None:
    """Where nobody took it, another round went out."""
    calls = [one for one in after.open if one.taken_by is None and one.level == "now"]
    return None if all(one.step > 0 for one in calls) else "nobody else was told"


@claim("call waits", minutes=1)
def it_rings(after: Happened, _: Shown) -> str | None:
    """As any press does, once the database takes it."""
    return None if after.open else "no call is there"


@claim("nobody can be told", when="shown")
def no_one_was_told(after: Happened, _: Shown) -> str | None:
    """No message about it went out."""
    return listed("told", {one for one in STAFF if after.told(one, after.open)})


@claim("got it", when="shown")
def it_is_kept(after: Happened, _: Shown) -> str | None:
    """Word for word."""
    return None if after.rows(HeardRow) else "no text is kept"


# When we ask --------------------------------------------------------------------------


def _until_it_asks(shown: Shown) -> float:
    """Return the minutes until the named time of the named day has come."""
    if not shown.last:
        return 0
    then = _at(shown.blank("time"), shown.at)
    while shown.blank("day") not in ("", "today", plain_day(then)):
        then += timedelta(days=1)
    return (then - shown.at) / A_MINUTE + 1


@claim("asks at", minutes=_until_it_asks)
def a_text_asks_then(after: Happened, shown: Shown) -> str | None:
    """In that minute of that day."""
    if not shown.last:
        return None
    day, at = shown.blank("day"), shown.blank("time")
    asked = [_local(one) for one in _asked(after, shown.at)]
    first = next((one for one in asked if plain_time(one) == at), None)
    if first is None:
        return f"no text asked at {at}"
    said = day.removeprefix("by ") or "today"
    is_day = said == day_from(_local(shown.at).date(), first.date())
    return None if is_day else f"it asked on {plain_day(first)}"


def _until_it_is_missed(shown: Shown) -> float:
    """Return the minutes until somebody must have been told."""
    until = _at(shown.blank("time"), shown.at) + HALF_AN_HOUR
    return (until - shown.at) / A_MINUTE + 1 if shown.last else 0


@claim("waits until", minutes=_until_it_is_missed)
def nobody_is_told_before(after: Happened, shown: Shown) -> str | None:
    """And somebody is soon after, where nothing more was heard."""
    if not shown.last:
        return None
    until = _at(shown.blank("time"), shown.at)
    missed = [one for one in after.raised if one.kind in MISSED and one.opened_at > shown.at]
    early = [one for one in missed if one.opened_at < until]
    if early:
        return f"{plain_time(_local(early[0].opened_at))}: somebody was told already"
    soon = [one for one in missed if one.opened_at <= until + HALF_AN_HOUR]
    return None if soon else "nobody was told that there was no answer"


@claim("no more", minutes=8 * 60)
def no_text_asks_today(after: Happened, shown: Shown) -> str | None:
    """Until midnight."""
    today = shown.at.astimezone(LONDON).date()
    asked = [one for one in _asked(after, shown.at) if _local(one).date() == today]
    return f"{plain_time(_local(asked[0]))}: a text asked" if asked and shown.last else None


@claim("stopped", minutes=45)
def no_text_asks(after: Happened, shown: Shown) -> str | None:
    """Nothing more of that morning."""
    asked = _asked(after, shown.at)
    return f"{_local(asked[0])}: a text asked" if asked and shown.last else None


@claim("on again", minutes=45)
def a_text_asks_today(after: Happened, shown: Shown) -> str | None:
    """The same day."""
    if not shown.last:
        return None
    today = shown.at.astimezone(LONDON).date()
    asked = [one for one in _asked(after, shown.at) if _local(one).date() == today]
    return None if asked else "no text asked"


@claim("asks what you want")
def it_is_on_a_list(after: Happened, shown: Shown) -> str | None:
    """Of somebody who works here."""
    if not shown.last:
        return None
    stopped = [one for one in after.open if one.kind == "texts_stopped"]
    there = any(after.has_on_list(one, each) for one in STAFF for each in stopped)
    return None if there else "on nobody's list"


@claim("still open", when="shown")
def it_can_be_answered(after: Happened, shown: Shown) -> str | None:
    """A check-in of that time waits."""
    of = CheckInRow.person_id == after.person, CheckInRow.answered_at.is_(None)
    times = {plain_time(_local(one.due_at)) for one in after.rows(CheckInRow, *of)}
    return None if shown.blank("time") in times else "no check-in of that time waits"


# To staff -----------------------------------------------------------------------------


@claim("you have it", when="shown")
def whoever_texted_has_it(after: Happened, shown: Shown) -> str | None:
    """An alert of that title is theirs."""
    name = next(one for one, number in PHONES.items() if number == shown.where)
    return None if name in _who_has(after) else "somebody else has it, or nobody"


@claim("another has it", when="shown")
def this_one_took_it(after: Happened, shown: Shown) -> str | None:
    """An alert of the person is theirs."""
    return listed("does not have it", set(shown.names) - _who_has(after))


@claim("tells another", "asks again")
def these_hear_of_it(after: Happened, shown: Shown) -> str | None:
    """A message about it went to each."""
    return listed("not told", {one for one in shown.names if not after.told(one, after.raised)})


@claim("did not ask")
def nothing_was_asked_then(after: Happened, shown: Shown) -> str | None:
    """What was due at each of these times was missed and never asked, and its alert says so."""
    times = set(names_in(shown.blank("times")))
    due = [
        one
        for one in after.rows(CheckInRow, CheckInRow.person_id == after.person)
        if plain_time(_local(one.due_at).time()) in times and one.state == "missed"
    ]
    if {plain_time(_local(one.due_at).time()) for one in due} != times or any(
        one.asked_at or one.reminded_at for one in due
    ):
        return "it was asked, or was not due then"
    titles = [one.title for one in after.raised if one.check_in_id in {each.id for each in due}]
    told = [one for one in titles if "was not asked" in one]
    return None if len(told) == len(due) else "staff are not told so"


def _who_has(after: Happened) -> set[str]:
    taken = {one.taken_by for one in after.rows(AlertRow, AlertRow.state.in_(LIVE))}
    return {name for name, key in after.small.ids.items() if key in taken}


def _asked(after: Happened, since: datetime) -> list[datetime]:
    """Return when texts that ask something went to Dev after that."""
    mine = MessageRow.person_id == after.person, MessageRow.about.in_(ASKS)
    sent = [one.sent_at for one in after.rows(MessageRow, *mine) if one.sent_at]
    return sorted(one for one in sent if one > since)


def _local(moment: datetime) -> datetime:
    return moment.astimezone(LONDON)


def _at(wall: str, said_at: datetime) -> datetime:
    """Return the next moment at which the clock on the wall shows this."""
    hour, minute = map(int, wall.split(":"))
    then = _local(said_at).replace(hour=hour, minute=minute, second=0, microsecond=0)
    return then if then >= said_at - A_MINUTE else then + timedelta(days=1)
