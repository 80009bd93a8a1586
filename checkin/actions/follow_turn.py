"""What follows from a turn of a conversation: each of its facts is done, in their order."""

from collections.abc import Sequence
from datetime import datetime

from checkin.actions.asks_for_nothing import open_loop
from checkin.actions.cancel_today import cancel_today
from checkin.actions.change_settings import set_line_by_person
from checkin.actions.close_telling import close_others
from checkin.actions.count_answers import count_answers, look_at_once
from checkin.actions.have_words_read import have_the_rest_read, have_words_read
from checkin.actions.judge_promise import say_impact
from checkin.actions.keep_answers import Hurt, keep, send
from checkin.actions.raise_reached import raise_reached
from checkin.actions.set_by_person import set_by_person
from checkin.actions.set_secret_word import set_secret_word
from checkin.actions.stop_asking import stop_asking
from checkin.actions.tell_outside import tell_outside
from checkin.actions.told_in_words import with_what_words_tell
from checkin.actions.wait_until_later import not_now
from checkin.actions.who_hurts import who_hurts
from checkin.agreements.happened_by_text import TurnsBack
from checkin.conversation.talking.facts import (
    Answered,
    AskingStopped,
    DayDeclined,
    Ended,
    Fact,
    HowDone,
    LineSet,
    Marked,
    PrivateWordGiven,
    PromiseJudged,
    Sent,
    SettingChosen,
    TalkAsked,
    Tell,
    ToBeRead,
    YouSaid,
)
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.manner import MANNERS
from checkin.storage import flows, people
from checkin.storage.answers import NOWHERE, Where
from checkin.storage.on_which_device import is_not_known
from checkin.storage.tables import CheckInRow
from checkin.storage.written_down import is_written_down


def follow(
    check_in: CheckInRow,
    facts: tuple[Fact, ...],
    now: datetime,
    *,
    hurt: Hurt | None = None,
    where: Where = NOWHERE,
) -> None:
    """Do what follows from a turn. `hurt`: by step, who hurts the person, where that is known."""
    for fact in facts:
        match fact:
            case Answered(given=given):
                keep(check_in, (given,), now, where)
            case Sent(answers=sent):
                send(check_in, sent, now, hurt, where)
            case HowDone() | Ended():
                _end(check_in, fact, now)
            case Marked() | Tell() | TalkAsked():
                pass  # looked at together, below
            case _:
                _act(check_in, fact, now, where)
    flow = flows.version(check_in.flow_version_id or "")
    manner = MANNERS[check_in.channel]
    told = with_what_words_tell(check_in.person_id, flow, manner, facts)
    _see_who_should_know(check_in, told, now)
    answered = [one for fact in facts if isinstance(fact, Sent) for one in fact.answers]
    _keep_apart(check_in, answered, now, hurts=bool(hurt))


def _keep_apart(check_in: CheckInRow, sent: Sequence[Given], now: datetime, *, hurts: bool) -> None:
    """Tell those outside what is theirs, and keep what was told before from those whom this names too.

    What staff write down that a person said leaves what they told themselves as it is.
    """
    confides = any(one.does in ("keeps_from", "shows_to") for one in sent)
    named = who_hurts(check_in.person_id, sent)
    if confides or hurts or named:
        tell_outside(check_in, now)
    if not is_written_down(check_in):
        for by in named.values():
            close_others(check_in, by, now)


def _act(
    check_in: CheckInRow,
    fact: SettingChosen
    | LineSet
    | YouSaid
    | ToBeRead
    | PrivateWordGiven
    | PromiseJudged
    | DayDeclined
    | AskingStopped,
    now: datetime,
    where: Where,
) -> None:
    match fact:
        case SettingChosen() | LineSet():
            _set(check_in, fact, now, where)
        case YouSaid(given=given):
            open_loop(check_in, given, now)
        case ToBeRead(given=given):
            have_words_read(check_in, given, now)
        case PrivateWordGiven(word=word):
            set_secret_word(check_in.person_id, word, now)
        case PromiseJudged(promise=promise, judged=judged):
            say_impact(promise, judged, now)
        case DayDeclined():
            _decline_day(check_in, now)
        case AskingStopped():
            stop_asking(check_in, now)


def _set(check_in: CheckInRow, fact: SettingChosen | LineSet, now: datetime, where: Where) -> None:
    """Let it stand. A setting, not where nobody knows who presses: it is an answer, and no more."""
    match fact:
        case SettingChosen() if where.device_id and is_not_known(where.device_id):
            pass
        case SettingChosen(name=name, value=value):
            set_by_person(check_in.person_id, name, value, now, check_in_id=check_in.id)
        case LineSet(given=given) if who_hurts(check_in.person_id, [given]):
            open_loop(check_in, given, now)  # what tells of a hurt is no line of theirs
        case LineSet(line=line, given=given):
            set_line_by_person(check_in, line, given, now)


def _decline_day(check_in: CheckInRow, now: datetime) -> None:
    if not cancel_today(check_in.person_id, now):
        person = people.the_person(check_in.person_id)
        raise_reached(person, TurnsBack(check_in.id), now)


def _end(check_in: CheckInRow, fact: HowDone | Ended, now: datetime) -> None:
    match fact:
        case HowDone(did=did):
            check_in.done, check_in.helper = did.done, did.who
        case Ended(end=end, until=until, at_step=at_step):
            not_now(check_in, end, until, at_step, now)
            if end == "declined":
                have_the_rest_read(check_in, now)


def _see_who_should_know(check_in: CheckInRow, facts: tuple[Fact, ...], now: datetime) -> None:
    if any(isinstance(fact, Marked | Tell | TalkAsked) for fact in facts):
        look_at_once(check_in, facts, now)
    if any(isinstance(fact, HowDone) for fact in facts) or _done_by_text(check_in, facts):
        count_answers(check_in, now)


def _done_by_text(check_in: CheckInRow, facts: tuple[Fact, ...]) -> bool:
    """A person's own phone: their own answer, with nothing more to ask."""
    return MANNERS[check_in.channel].is_their_own and any(isinstance(fact, Sent) for fact in facts)
