"""A person answers: keep it as given, say what comes next, see whether someone should know.

The answer, what it raised and what must be sent are one transaction; sending is another.
"""

from collections.abc import Collection, Mapping
from datetime import datetime

from checkin.actions.all_that_was_said import all_that_was_said
from checkin.actions.asks_for_nothing import open_loop
from checkin.actions.cancel_today import cancel_today
from checkin.actions.change_settings import set_line_by_person
from checkin.actions.close_telling import close_others, close_telling
from checkin.actions.count_answers import count_answers, look_at_once
from checkin.actions.gone_unseen import gone_unseen
from checkin.actions.have_words_read import have_the_rest_read, have_words_read
from checkin.actions.hear_own_words import hear_own_words
from checkin.actions.judge_promise import say_impact
from checkin.actions.listen_for_the_word import listen_for_the_word
from checkin.actions.note_hurt import note_hurt, note_late_words, settle_left
from checkin.actions.raise_reached import raise_reached
from checkin.actions.set_by_person import set_by_person
from checkin.actions.set_secret_word import set_secret_word
from checkin.actions.start_check_in import carry_on, open_in, scene_of, so_far_of
from checkin.actions.stop_asking import stop_asking
from checkin.actions.tell_of_thrown_away import note_it, tell_of_unseen, with_whom_it_is_kept_from
from checkin.actions.tell_outside import tell_outside
from checkin.actions.told_in_words import with_what_words_tell
from checkin.actions.wait_until_later import answered_after_all, not_now
from checkin.actions.who_hurts import as_they_speak, who_hurts
from checkin.agreements.happened_by_text import TurnsBack
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.talking.asking import showing
from checkin.conversation.talking.engine import taking
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
    Turn,
    YouSaid,
)
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.heard_in_words import told_in
from checkin.conversation.talking.keeping import to_json
from checkin.conversation.talking.manner import MANNERS
from checkin.conversation.talking.said import OwnWordsGiven, Reply, Said, Start
from checkin.conversation.talking.said_beside import say_beside
from checkin.conversation.talking.scene import Scene
from checkin.for_whom.page import was_left_open
from checkin.lives.check_in import is_put_off
from checkin.lives.check_in_moved_by_person import Answered as AnswerCame
from checkin.lives.check_in_moved_by_person import CarriedOn
from checkin.storage import answers, check_ins, flows, people
from checkin.storage.answers import NOWHERE, Where
from checkin.storage.tables import CheckInRow
from checkin.storage.transaction import kept_together

Hurt = Mapping[str, HurtBy]
LATE_WORDS = "late words"
OPEN_ENDS = (None, "later")


def take_answer(
    check_in_id: str,
    reply: Reply,
    now: datetime,
    *,
    at_step: str | None = None,
    where: Where = NOWHERE,
) -> Turn:
    """Take one reply. `at_step` is the step the page asked: a reply to another changes nothing."""
    with kept_together():
        check_in = check_ins.the_check_in(check_in_id)
        if not check_in.so_far:
            open_in(check_in, now)
        if was_left_open(at_step, so_far_of(check_in), reply):
            return _too_late(check_in, reply, at_step or "", now, where)
        resume(check_in, reply)
        return take(check_in, scene_of(check_in), reply, now, where=where)


def resume(check_in: CheckInRow, reply: Reply) -> None:
    """Words that come after "later" answer where it was left: it is open, and hears."""
    if is_put_off(check_ins.life_of(check_in)):
        if isinstance(reply, Said):
            carry_on(check_in)
        if isinstance(reply, Said | Start):
            check_ins.move(check_in, CarriedOn())


def take(
    check_in: CheckInRow,
    scene: Scene,
    reply: Reply,
    now: datetime,
    *,
    beside: Collection[str] = (),
    where: Where = NOWHERE,
) -> Turn:
    """Take a reply where the conversation stands, inside the transaction that holds it.

    `beside`: who of staff (ids) was signed in there since it began.
    """
    taken = taking(scene, reply)
    unseen = gone_unseen(check_in, scene, taken)
    if unseen:
        said = all_that_was_said(check_in, scene.so_far)
        taken = with_whom_it_is_kept_from(taken, check_in.person_id, scene.flow, said)
        note_it(check_in, now)
    check_ins.keep_turn(check_in, to_json(taken.so_far), device_id=where.device_id)
    follow(check_in, taken.facts, now, where=where)
    if unseen:
        tell_of_unseen(check_in, unseen, beside, now)
    if taken.so_far.end == "sent":
        settle_left(check_in, now, changed=unseen == "changed")
    note_hurt(check_in, scene.flow, taken, now)
    return taken


def _too_late(
    check_in: CheckInRow, reply: Reply, at_step: str, now: datetime, where: Where
) -> Turn:
    """A page that was left open answers: words said there go beside the rest while it is open.

    Once it was sent, they are shown as said afterwards; once it was closed, they are kept alone.
    """
    scene = scene_of(check_in)
    is_open = scene.so_far.end in OPEN_ENDS
    if isinstance(reply, OwnWordsGiven) and is_open and (turn := say_beside(scene, at_step, reply)):
        check_ins.keep_turn(check_in, to_json(turn.so_far), device_id=where.device_id)
        follow(check_in, turn.facts, now, where=where)
        note_hurt(check_in, scene.flow, turn, now)
        return turn
    words = reply.words if isinstance(reply, OwnWordsGiven | Said) else None
    media = reply.media if isinstance(reply, OwnWordsGiven) else ()
    if words or media:
        check_in.turns += 1
        late = Given(step=at_step, asked=LATE_WORDS, words=words, media=media, how="words")
        _keep(check_in, (late,), now, where)
        note_late_words(check_in, scene.flow, late, now)
        if check_in.sent_at and not check_in.taken_back_at:
            after = late._replace(asked=answers.SAID_AFTERWARDS)
            _put(check_in, (after,), now, where, sent=True)
            have_words_read(check_in, after, now, afterwards=True)
            hurt = who_hurts(check_in.person_id, (after,))
            level = told_in(scene.flow, after, as_they_speak(check_in.person_id, (after,)))
            if level:
                tell = Tell(level, f"{at_step}:late", hurt=level == "now")
                look_at_once(check_in, (tell,), now)
                tell_outside(check_in, now)
            for by in hurt.values():
                close_telling(check_in, by, now)
    return showing(scene)


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
                _keep(check_in, (given,), now, where)
            case Sent(answers=sent):
                _send(check_in, sent, now, hurt, where)
            case HowDone() | Ended():
                _end(check_in, fact, now)
            case Marked() | Tell() | TalkAsked():
                pass  # looked at together, below
            case _:
                _act(check_in, fact, now)
    flow = flows.version(check_in.flow_version_id or "")
    manner = MANNERS[check_in.channel]
    told = with_what_words_tell(check_in.person_id, flow, manner, facts)
    _see_who_should_know(check_in, told, now)
    answered = [one for fact in facts if isinstance(fact, Sent) for one in fact.answers]
    confides = any(one.does in ("keeps_from", "shows_to") for one in answered)
    named = who_hurts(check_in.person_id, answered)
    if confides or hurt or named:
        tell_outside(check_in, now)
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
) -> None:
    match fact:
        case SettingChosen() | LineSet():
            _set(check_in, fact, now)
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


def _set(check_in: CheckInRow, fact: SettingChosen | LineSet, now: datetime) -> None:
    match fact:
        case SettingChosen(name=name, value=value):
            set_by_person(check_in.person_id, name, value, now, check_in_id=check_in.id)
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


def _keep(check_in: CheckInRow, given: tuple[Given, ...], now: datetime, where: Where) -> None:
    if MANNERS[check_in.channel].reads_back:  # a text is heard before it comes here
        hear_own_words(check_in, given, now)
    _put(check_in, given, now, where)
    listen_for_the_word(check_in, given, now)


def _send(
    check_in: CheckInRow,
    sent: tuple[Given, ...],
    now: datetime,
    hurt: Hurt | None,
    where: Where,
) -> None:
    _put(check_in, sent, now, where, sent=True, hurt=hurt)
    answered_after_all(check_in)
    check_ins.move(check_in, AnswerCame(now))
    if MANNERS[check_in.channel].is_their_own:
        check_in.done = "self"


def _put(
    check_in: CheckInRow,
    given: tuple[Given, ...],
    now: datetime,
    where: Where,
    *,
    sent: bool = False,
    hurt: Hurt | None = None,
) -> None:
    """Keep answers, and with those that are sent who hurts the person, as their words say it."""
    found = (hurt or who_hurts(check_in.person_id, given)) if sent else {}
    language = flows.version(check_in.flow_version_id or "").language
    answers.put(check_in, given, language=language, now=now, sent=sent, hurt=found, where=where)
