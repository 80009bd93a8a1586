"""What will happen when this is sent: shown to the person before they decide (screens.md C7).

A promise names those who will be told, and nobody else: never one it is kept from.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from checkin import wording
from checkin.actions.advocates import advocates_asked, you_can_ring_too
from checkin.actions.count_answers import picked_staff
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.history_of import history_of
from checkin.actions.nobody_told import nobody_told
from checkin.actions.told_if_sent import (
    Told,
    picked_at,
    read_instead_if_sent,
    told_if_sent,
    told_outside_if_sent,
)
from checkin.actions.told_in_words import with_what_words_tell
from checkin.agreements.advocate import ADVOCATE_ASKED, knows_whom_to_ring
from checkin.agreements.happened import AnswersSent
from checkin.agreements.reached import PastAnswer, Reached
from checkin.agreements.times import local
from checkin.conversation.flows.flow import Flow
from checkin.conversation.talking.engine import turn
from checkin.conversation.talking.facts import Marked, Sent, TalkAsked, Tell
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.manner import TABLET
from checkin.conversation.talking.said import Send
from checkin.conversation.talking.standing import SoFar
from checkin.storage import houses, people
from checkin.storage import staff as staff_kept
from checkin.storage.tables import CheckInRow, Staff

WHEN = {
    "now": "{staff} will be told at once.",
    "soon": "{staff} will be told in a few minutes.",
    "today": "{staff} will look at this {by}.",
}
RINGS_ADVOCATE = "{staff} will ring your advocate {by}."
WITHIN_THE_HOUR = (
    "now",
    "soon",
)  # levels at which it goes as far as who leads (agreements/ladder.py)
IF_THEY_CANNOT = "If {those} cannot, {staff} will read this."
IF_NO_ANSWER = "If nobody answers within the hour, {staff} will be told too."
"""In the person's words nothing is called an alert, and what is only for a plan is not said."""


def effect_of_sending(
    check_in: CheckInRow, flow: Flow, so_far: SoFar, now: datetime
) -> tuple[str, ...]:
    """Return a sentence for each thing that sending these answers would set going; often none."""
    sent = turn(flow, so_far, Send(), TABLET, flows_in_use().frame).facts
    facts = with_what_words_tell(check_in.person_id, flow, TABLET, sent)
    given = next((fact.answers for fact in facts if isinstance(fact, Sent)), ())
    asked_for = tuple(fact for fact in facts if isinstance(fact, Marked | TalkAsked | Tell))
    told = _asked_for(check_in, asked_for, given, now) if asked_for else []
    told += told_outside_if_sent(check_in, given, now, told)
    zone = houses.house(people.the_person(check_in.person_id).house_id).zone
    each = [one for one in told if one.reached.level in WHEN and not _is_told_sooner(one, told)]
    said = [words for one in each for words in _said(one, zone, now)]
    if any(one.reached.kind == ADVOCATE_ASKED for one in told):
        said += you_can_ring_too(check_in.person_id)
    said += _if_they_cannot(check_in, given, told, now)
    return tuple(_each_once([*said, *_kept_though_picked(given)]))


def _is_told_sooner(one: Told, told: Sequence[Told]) -> bool:
    """Say whether all whom it names are told at once of this too: that is by when, and is said."""
    if one.reached.level == "now" or knows_whom_to_ring(one.reached.kind, one.reached.what):
        return False
    at_once = {staff.id for each in told if each.reached.level == "now" for staff in each.staff}
    return bool(one.staff) and at_once.issuperset(staff.id for staff in one.staff)


def _each_once(said: Sequence[str]) -> Iterator[str]:
    """Yield each once; not what is said with what was agreed as well."""
    for words in dict.fromkeys(said):
        if not any(one.startswith(f"{words} You agreed") for one in said):
            yield words


def _asked_for(
    check_in: CheckInRow,
    asked_for: tuple[Marked | TalkAsked | Tell, ...],
    given: Sequence[Given],
    now: datetime,
) -> list[Told]:
    history = history_of(check_in.person_id, now)
    for one in _as_if_sent(check_in, given, now):
        history.setdefault(one.step, []).append(one)
    advocates = advocates_asked(check_in.person_id, asked_for)
    picked = picked_staff(asked_for)
    sent = AnswersSent(check_in.id, check_in.asks, asked_for, history, picked, advocates)
    return told_if_sent(check_in, sent, given, now)


def _said(told: Told, zone: str, now: datetime) -> tuple[str, ...]:
    if not told.staff:
        return nobody_told()
    names = wording.in_a_row([one.called for one in told.staff])
    when = _when(told.reached).replace("{by}", _by(told.reached.do_by or now, zone, now))
    return (wording.begun(when.replace("{staff}", names)) + _agreed(told), *_else(told))


def _when(reached: Reached) -> str:
    return RINGS_ADVOCATE if knows_whom_to_ring(reached.kind, reached.what) else WHEN[reached.level]


def _else(told: Told) -> tuple[str, ...]:
    """Name whom it goes on to where those told first do not answer, and who may not know before."""
    names = wording.in_a_row([one.called for one in _told_within_the_hour(told)])
    return (IF_NO_ANSWER.replace("{staff}", names),) if names else ()


def _told_within_the_hour(told: Told) -> tuple[Staff, ...]:
    return told.else_ if told.reached.level in WITHIN_THE_HOUR else ()


def _if_they_cannot(
    check_in: CheckInRow, given: Sequence[Given], told: Sequence[Told], now: datetime
) -> tuple[str, ...]:
    """Name who reads it in place of those picked, where no more is said of them yet."""
    at_once = any(one.reached.level == "now" for one in told)
    instead = read_instead_if_sent(check_in, given, now, at_once=at_once)
    told_too = {one.id for each in told for one in _told_within_the_hour(each)}
    names = [one.called for one in instead.readers if one.id not in told_too]
    if not names:
        return ()
    those = wording.in_a_row([one.called for one in instead.those])
    return (IF_THEY_CANNOT.replace("{those}", those).replace("{staff}", wording.in_a_row(names)),)


def _by(do_by: datetime, zone: str, now: datetime) -> str:
    """Return until when it is to be done, as the alert itself has it: today, or by a day."""
    return wording.by_day(local(now, zone).date(), local(do_by, zone).date())


def _agreed(told: Told) -> str:
    """Quote what was agreed, unless it speaks of one who is kept out: then it is not so now."""
    words = told.reached.agreed_words
    if not words or any(one.called in words for one in told.kept_out):
        return ""
    return f' You agreed: "{words}"'


def _kept_though_picked(given: Sequence[Given]) -> tuple[str, ...]:
    """Say it where one and the same was picked to see it and to be kept out: keeping it wins."""
    both = staff_kept.staff_by_id(picked_at("keeps_from", given) & picked_at("shows_to", given))
    names = sorted(one.called for one in both.values())
    return (f"We keep this from {wording.in_a_row(names)}.",) if names else ()


def _as_if_sent(check_in: CheckInRow, given: Iterable[Given], now: datetime) -> list[PastAnswer]:
    return [
        PastAnswer(
            key=f"{check_in.id}:{one.step}",
            step=f"{check_in.asks}.{one.step}",
            choices=one.choices,
            marks=one.marks,
            done=None,
            at=now,
            labels=one.labels,
        )
        for one in given
        if one.choices
    ]
