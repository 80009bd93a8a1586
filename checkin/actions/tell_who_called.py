"""Whoever called by text is told who comes, as it goes on: each thing once, and when it is so.

Staff were told, nobody answered and the next are tried, somebody took it, somebody cannot. It is
said in the transaction in which it happens. While texts are paused, after the secret word, that
is so of what they called for openly alone (thresholds.md T3, T4).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from checkin.actions.calls import AGREED_WORD, MISSED, is_a_call, is_call_apart, is_missed
from checkin.actions.nobody_told import help_number
from checkin.actions.telling import reached_by
from checkin.actions.text_person import text_to
from checkin.actions.where_told import where_told
from checkin.actions.who_looks import who_has
from checkin.actions.who_reads import reads_by
from checkin.actions.who_rings import Asked, HasIt, Rings, all_ring, asked_besides, who_rings
from checkin.actions.whom_a_step_tells import Whom
from checkin.agreements.answers_that_tell import ASKED_APART
from checkin.agreements.disclosure import SOMEONE_HURT
from checkin.agreements.ladder import Tell
from checkin.agreements.told_outside import TOLD_OUTSIDE
from checkin.agreements.words_to_read import STAFF_ANSWERED
from checkin.conversation.flows.gsm7 import plain
from checkin.lives.new_message import ContactPoint, NewMessage
from checkin.storage import alerts, messages, people, what_was_sent
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, PersonRow, Staff
from checkin.storage.what_was_sent import Said
from checkin.wording import begun, in_a_row

News = Literal["rings_now", "nobody_yet", "nobody_can_yet", "asking_next", "one_cannot"]
HURT = (SOMEONE_HURT, TOLD_OUTSIDE)
TOLD_APART = (*HURT, STAFF_ANSWERED, ASKED_APART)
HAS_IT = "hurt_has_it"
HAVE_IT = ("has_it", "rings_now", HAS_IT)
OF_HURT = {"rings_now": HAS_IT, "asking_next": "hurt_next", "one_cannot": "hurt_one_cannot"}
"""What is said of a hurt in place of these: nobody said that they will ring."""
TRIES, MOST_TRIES = ("nobody_yet", "nobody_can_yet", "asking_next", "one_cannot"), 2
"""Of a miss nobody called: who is tried in place of the first is said so often, and no more."""
FIRST = {
    "help_or_not_ok": "help",
    "person_asked_for": "call_me",
    "late_too_long": "late_too_long",
    STAFF_ANSWERED: "call_me",
}

ASKED = {"now": "help", "soon": "call_me"}
"""The same for a call that is told apart, by its level."""


@dataclass(frozen=True, slots=True)
class GoesOn:
    """What became of one call: the text that says so, who is named in it, and which time it is.

    `cannot`: who just said so, in whose place these are asked.
    """

    alert: AlertRow
    person: PersonRow
    news: News
    names: Sequence[str]
    time: str  # part of the message's key: the same for the same happening
    cannot: str = ""


def answer_to(call: AlertRow, rings: Rings) -> tuple[str, dict[str, str]]:
    """Return the text that answers a call, by its name, and what it names."""
    match rings:
        case HasIt(name):
            return "has_it", {"staff": name}
        case Asked(names):
            return FIRST.get(call.kind) or ASKED[call.level], {"staff": names}
        case _:
            return nobody()


def who_rings_meanwhile(waits: Sequence[AlertRow]) -> tuple[str, dict[str, str]]:
    """Return what the text that asks next says first, while they wait for somebody."""
    match all_ring(waits):
        case HasIt(name):
            return "and_has_it", {"staff": begun(name)}
        case Asked(names):
            return "and_asked", {"staff": names}
        case _:
            return nobody()


def asking(message: str, told: Sequence[Staff]) -> tuple[str, dict[str, str]]:
    """Return the text that says who is asked to ring, or that nobody can be."""
    names = in_a_row([one.called for one in told])
    return (message, {"staff": names}) if names else nobody()


def nobody() -> tuple[str, dict[str, str]]:
    """Return the text where nobody here can be told: whom to ring instead."""
    number = help_number()
    return ("nobody_told_ring", {"phone": number}) if number else ("nobody_told", {})


def told_to(
    alert: AlertRow, message: Literal["hurt", "hurt_more"], now: datetime
) -> tuple[str, dict[str, str]]:
    """Return the text that says who is told, as the alert has it; of a call, who is asked to ring.

    Of what can wait it says who reads it, and until when: nobody is told of it now.
    """
    if is_call_apart(alert):
        return answer_to(alert, who_rings(alert))
    if alert.level == "today":
        reads = reads_by(alert, who_has(alert, now), now)
        return ("free_msg", {"staff": reads.names, "by": reads.by}) if reads.each else nobody()
    return _of_hurt(message, alert, now)


def hurt_was_told(alert: AlertRow, now: datetime) -> tuple[str, dict[str, str]]:
    """Return the text that says who was told of it, where they told more."""
    return _of_hurt("hurt_more", alert, now)


def _of_hurt(message: str, alert: AlertRow, now: datetime) -> tuple[str, dict[str, str]]:
    """Name who has it; else who is told now, each of them."""
    told = () if alert.taken_by else what_was_sent.told_last(alert.id)
    has_it = staff_kept.staff_by_id(told).values() if told else who_has(alert, now)
    names = in_a_row(sorted(one.called for one in has_it))
    if not names:
        return nobody()
    if alert.taken_by:
        return "hurt_has_it", {"staff": begun(names)}
    return message, {"staff": names}


def goes_on(
    those: Whom, news: News, tell: Tell, staff: Sequence[Staff], cannot: str = ""
) -> GoesOn | None:
    """Return what became of a call at a step: these are told now. None: nobody knows whose it is."""
    if those.person is None:
        return None
    names = tuple(one.called for one in reached_by(tell, staff))
    time = f"{those.alert.round}:{tell.step}"
    return GoesOn(those.alert, those.person, news, names, time, cannot)


def as_it_goes_on(happened: Sequence[GoesOn | None], now: datetime) -> list[NewMessage]:
    """Return the texts to those who called by text; what was said last is not said again.

    What still waits to be said of the same call is past, and does not go out.
    """
    calls = [one for one in happened if one and _goes_out(one)]
    said = what_was_sent.last_said_of({one.alert.id for one in calls}) if calls else {}
    there = [one for one in calls if one.alert.id in said]
    texts = [
        (one, _text(one, to, now))
        for one in there
        if _may_be_said(one, said[one.alert.id])
        and (to := where_told(one.person, one.alert.opened_at, told_in=_told_in(one.alert)))
    ]
    new = {one.alert.id: text for one, text in texts if text.body != said[one.alert.id].body}
    if new:
        messages.cancel_said_of(new.keys(), now)
    return list(new.values())


def _may_be_said(one: GoesOn, said: Said) -> bool:
    """Say whether it may: while they call for help, not who is tried for a lesser call.

    Who has the call may be named already. But who was said to have this, and has it no more, is
    said; and who has what they told is of no call.
    """
    if _said_enough(one, said.body):
        return False
    if one.news == "rings_now" or not _calls_for_help_too(one):
        return True
    others = one.news in ("asking_next", "one_cannot")
    return others and (one.alert.kind in HURT or said.about in HAVE_IT)


def _said_enough(one: GoesOn, last: str) -> bool:
    """Say whether of a miss enough was said of who is tried: nobody new, or as often as we say it.

    That whoever had it has it no more is always said.
    """
    if one.alert.kind != MISSED or one.news == "rings_now":
        return False
    said = what_was_sent.all_said_of(one.alert.id)
    if said[-1:] == ["rings_now"]:
        return False
    nobody_new = bool(one.names) and all(_names(last, name) for name in one.names)
    return nobody_new or sum(each in TRIES for each in said) >= MOST_TRIES


def _calls_for_help_too(one: GoesOn) -> bool:
    help_call = alerts.live_in_group(f"help:{one.person.id}")
    return help_call is not None and help_call.id != one.alert.id


def _goes_out(one: GoesOn) -> bool:
    """Say whether its person may read how it goes on: of a call, a miss, a hurt told by text.

    While texts are paused, of what was called for in plain words: that it went still would say
    that there was a secret word. Of that word itself nothing was ever said. Nor of a miss, once
    they were heard of: nobody is asked to ring them then.
    """
    called = is_a_call(one.alert) and one.alert.kind != AGREED_WORD
    if one.person.texts_paused_at:
        return called
    if one.alert.kind == ASKED_APART:
        return is_call_apart(one.alert)
    return called or one.alert.kind in TOLD_APART or is_missed(one.alert)


def say_who_took_it(alert: AlertRow, name: str, now: datetime) -> None:
    """Tell whoever called who has it now."""
    if alert.person_id is None:
        return
    person = people.the_person(alert.person_id)
    taken = GoesOn(alert, person, "rings_now", (name,), f"taken:{now.isoformat()}")
    messages.put(as_it_goes_on([taken], now))


def say_who_else(those: Whom, staff_id: str, asked: Sequence[Staff], now: datetime) -> None:
    """Tell whoever called who is asked in the place of one who was named to them."""
    alert, name = those.alert, staff_kept.staff_by_id([staff_id])[staff_id].called
    said = what_was_sent.last_said_of({alert.id}).get(alert.id)
    if those.person and asked and said and _names(said.body, name):
        names = tuple(one.called for one in asked)
        others = GoesOn(alert, those.person, "one_cannot", names, f"not:{staff_id}", name)
        messages.put(as_it_goes_on([others], now))


def _names(words: str, name: str) -> bool:
    """Say whether a text names somebody, and not one whose name only begins with theirs."""
    return bool(re.search(rf"(?<!\w){re.escape(plain(name))}(?!\w)", words))


def _text(one: GoesOn, to: ContactPoint, now: datetime) -> NewMessage:
    message, values = _words(one)
    telling = _told_in(one.alert)  # kept from whom it is kept from
    key = f"alert:{one.alert.id}:{message}:{one.time}"
    text = text_to(
        one.person, message, values, now, key=key, alert_id=one.alert.id, check_in_id=telling
    )._replace(to=to)
    return text._replace(despite_stop=False) if one.alert.kind == MISSED else text


def _told_in(alert: AlertRow) -> str | None:
    return alert.check_in_id if alert.kind in TOLD_APART else None


def _words(one: GoesOn) -> tuple[str, dict[str, str]]:
    """Return by which text it is said, and what that names."""
    if not one.names:
        return nobody()
    message = OF_HURT.get(one.news, one.news) if one.alert.kind in HURT else one.news
    names = in_a_row(_all_names(one))
    staff = begun(names) if message == HAS_IT else names
    return message, {"staff": staff, "staff_name": begun(one.cannot)}


def _all_names(one: GoesOn) -> list[str]:
    """Name all who are asked to ring somebody, where what they missed goes on beside other calls."""
    if one.alert.kind != MISSED or one.news == "rings_now":
        return list(one.names)
    besides = asked_besides(one.person.id, one.alert.id).values()
    names = {*one.names, *(each.called for each in besides)} - {one.cannot}
    return sorted(names)
