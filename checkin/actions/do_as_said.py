"""Do what a text asks: for the one it is for, as the agreements say, with a true answer back.

Source: texts.md B.4, scenarios.md D.1.
"""

from collections.abc import Callable

from checkin.actions.ask_for_advocate import ask_for_advocate
from checkin.actions.call_for_help import calls_for_help
from checkin.actions.cancel_today import cancel_today, open_today_again
from checkin.actions.checkpoints import (
    LATE,
    answer_checkpoint,
    given_in_this_breath,
    wait_longer,
    wait_on,
)
from checkin.actions.close_telling import kept_out_now
from checkin.actions.have_it_read import have_it_read, put_to_read
from checkin.actions.hear_for_staff import hear_for_staff
from checkin.actions.hear_of_hurt import hear_of_hurt
from checkin.actions.hearing import Hearing
from checkin.actions.help_coming import ASKED_FOR
from checkin.actions.join_call import join_call, note_on_calls
from checkin.actions.loops import raise_loop_from_text
from checkin.actions.more_of_hurt import go_on_telling, told_before
from checkin.actions.open_with import open_with
from checkin.actions.stop_texts import start_texts, stop_texts
from checkin.actions.take_answer import take_answer
from checkin.actions.text_conversation import answer_in_conversation
from checkin.agreements.happened import HelpAsked, WordUsed
from checkin.agreements.happened_by_text import OkNotSo, PersonAskedFor, TurnsBack
from checkin.conversation.replies.meaning import (
    CallMe,
    Free,
    Going,
    Help,
    Late,
    NotGoing,
    Ok,
    Place,
    SecretWord,
    StartTexts,
    StopTexts,
)
from checkin.conversation.replies.own_words import open_nothing
from checkin.conversation.talking.said import GoesOn
from checkin.for_whom.addressees import (
    Addressee,
    ForAlert,
    ForAll,
    ForAReader,
    ForCheckpoint,
    ForConversation,
    ForStaff,
    ForTelling,
    TakesBack,
    ToAll,
)
from checkin.for_whom.hurt_told import hurt_told
from checkin.lives.record import CHECKIN, Entry, moment
from checkin.storage import alert_steps, alerts, circles, messages, people, record
from checkin.storage.alert_steps import AlertStep


def do_as_said(hearing: Hearing, whom: Addressee) -> None:
    """Let the one that a text is for hear it."""
    match whom:
        case ForAll(meaning):
            _FOR_ALL[type(meaning)](hearing, meaning)
        case ForCheckpoint():
            _check_in(hearing, whom.id, whom.meaning)
        case ForConversation():
            _answer(hearing, whom)
        case TakesBack():
            _take_ok_back(hearing, whom)
        case ForAlert():
            _while_alerted(hearing, whom)
        case ForStaff() | ForTelling():
            _go_on(hearing, whom)
        case ForAReader():
            have_it_read(hearing, whom)


def _go_on(hearing: Hearing, whom: ForStaff | ForTelling) -> None:
    """Let whoever said something, or has what was told, hear more."""
    if isinstance(whom, ForStaff):
        hear_for_staff(hearing, whom)
    else:
        go_on_telling(hearing, whom)


def _check_in(hearing: Hearing, check_in_id: str, said: Ok | Late) -> None:
    note_on_calls(hearing)
    match said:
        case Ok():
            _ok(hearing, check_in_id, said)
        case Late():
            _late(hearing, check_in_id, said)


def _ok(hearing: Hearing, check_in_id: str, ok: Ok) -> None:
    answered = answer_checkpoint(check_in_id, hearing.heard, hearing.now)
    hearing.meant("ok", check_in_id=check_in_id)
    if ok.words and not open_nothing(ok.words, hearing.journey):
        raise_loop_from_text(hearing.heard, hearing.person.id, hearing.now)
    if answered.agreement is None or answered.agreement.send_thanks:
        hearing.thank(again=answered.again)


def _late(hearing: Hearing, check_in_id: str, late: Late) -> None:
    given = given_in_this_breath(hearing.heard, check_in_id)
    minutes = late.minutes if late.named else given or late.minutes
    longer = wait_longer(check_in_id, minutes, hearing.heard, hearing.now, in_place_of=given)
    if longer is None:
        have_it_read(hearing, ForAReader(Free(hearing.heard.words), in_doubt=check_in_id))
        return
    hearing.meant(f"{LATE}{longer.minutes}", check_in_id=check_in_id)
    if longer.too_late is None:
        hearing.answer("late_ok", time=longer.until)
    else:
        hearing.raise_reached(longer.too_late)
        _say_whom_we_ask(hearing, check_in_id, longer.until)


def _say_whom_we_ask(hearing: Hearing, check_in_id: str, until: str) -> None:
    """Say who was told that the wait is too long, also of the second time; else until when we wait."""
    call = alerts.live_in_group(f"late_too_long:{check_in_id}")
    if call:
        hearing.answer_call(call)
    else:
        hearing.answer("late_ok", time=until)


def _take_ok_back(hearing: Hearing, whom: TakesBack) -> None:
    """Wait on where there is time, and have it read; else, or with texts off, somebody rings."""
    note_on_calls(hearing)
    texts_off = hearing.person.texts_stopped_at or hearing.person.texts_paused_at
    until = None if texts_off else wait_on(whom.id, hearing.now)
    if until:
        put_to_read(hearing, ForAReader(Free(whom.words), in_doubt=whom.id))
        hearing.answer("wait_on", time=hearing.time_of_day(until))
        return
    hearing.meant("ok_not_so", check_in_id=whom.id)
    _ask_for_a_person(hearing, OkNotSo(hearing.heard.id, whom.words))


def _answer(hearing: Hearing, whom: ForConversation) -> None:
    meaning = {"unclear": "unclear", "courtesy": "courtesy"}.get(whom.how, "answer")
    hearing.meant(meaning, check_in_id=whom.id)
    if whom.how == "goes_on":  # the next question stands, and is not put again
        take_answer(whom.id, GoesOn(whom.words), hearing.now)
    elif whom.how != "courtesy":  # nothing is asked now, and nothing is to be said
        answer_in_conversation(hearing.person, whom.id, whom.words, hearing.heard, hearing.now)


def _while_alerted(hearing: Hearing, whom: ForAlert) -> None:
    """Note it for whoever acts on the alert; more than a courtesy is read like any words."""
    if whom.calls:
        join_call(hearing, whom)
        return
    alert_steps.add_steps([AlertStep(whom.id, hearing.now, "heard", f'Texted: "{whom.words}"')])
    if whom.courtesy:
        hearing.meant("courtesy")
    else:
        have_it_read(hearing, ForAReader(Free(whom.words), in_doubt=whom.in_doubt))


def _help(hearing: Hearing, meaning: Help) -> None:
    """Raise it, or join the alert that is open; say who rings. Of being hurt they tell."""
    before, out = told_before(hearing.person.id), kept_out_now(hearing.person.id)
    told = hurt_told(meaning.words, hearing.journey, out, before=before)
    if told:
        hear_of_hurt(hearing, meaning.words, told)
        return
    hearing.meant("help")
    hearing.raise_reached(HelpAsked(hearing.heard.id, meaning.words))
    hearing.say_who_rings(f"help:{hearing.person.id}")


def _call_me(hearing: Hearing, meaning: CallMe) -> None:
    """Ask cover to ring soon, whatever else is open but a call for help; or to ring their advocate."""
    if meaning.advocate:
        ask_for_advocate(hearing, meaning)
        return
    hearing.meant("call_me")
    _ask_for_a_person(hearing, PersonAskedFor(hearing.heard.id, meaning.words))


def _ask_for_a_person(hearing: Hearing, asks: PersonAskedFor | OkNotSo | TurnsBack) -> None:
    """Ask cover to ring soon; a call for help that is live is joined: two would ring past each other."""
    if calls_for_help(hearing.person.id):
        hearing.raise_reached(HelpAsked(hearing.heard.id, asks.words or ""))
        hearing.say_who_rings(f"help:{hearing.person.id}")
    else:
        hearing.raise_reached(asks)
        hearing.say_who_rings(f"{ASKED_FOR}:{hearing.person.id}")


def _secret(hearing: Hearing, meaning: SecretWord) -> None:
    hearing.meant("secret", private=True)
    if any(one.pause_texts for one in hearing.agreed_words):
        people.change(hearing.person.id, texts_paused_at=hearing.now)
        row, what = f"person:{hearing.person.id}", {"texts_paused": moment(hearing.now)}
        record.note([Entry(hearing.now, CHECKIN, "texts_paused", row, what, hearing.person.id)])
        messages.cancel_for_person(hearing.person.id, hearing.now)
    hearing.answer_as_cover()
    hearing.raise_reached(WordUsed(hearing.heard.id, near=meaning.near))


SOMEBODY_HERE = "Somebody here"
"""Who asks after STOP: a name may be that of whom the person just told of, and may not then change."""


def _stop(hearing: Hearing, _: StopTexts) -> None:
    hearing.meant("stop")
    happened = stop_texts(hearing.person, hearing.heard.id, hearing.heard.words, hearing.now)
    hearing.answer("stopped", staff=SOMEBODY_HERE)
    hearing.raise_reached(happened)


def _start(hearing: Hearing, _: StartTexts) -> None:
    hearing.meant("start")
    if hearing.in_force:
        due_at = start_texts(hearing.person, hearing.now)
        if due_at:
            hearing.answer("started_now", time=hearing.time_of_day(due_at))
        else:
            hearing.answer("started", **hearing.next_text())


def _not_going(hearing: Hearing, _: NotGoing) -> None:
    hearing.meant("not_going")
    if cancel_today(hearing.person.id, hearing.now):
        hearing.answer("not_going")
        return
    _ask_for_a_person(hearing, TurnsBack(hearing.heard.id, hearing.heard.words))


def _going(hearing: Hearing, said: Going) -> None:
    """Open the day again; "ok left" answers what asks now. Too late for all: a person reads it."""
    if not open_today_again(hearing.person.id, hearing.now):
        have_it_read(hearing, ForAReader(Free(hearing.heard.words)))
        return
    hearing.meant("going_after_all")
    here = open_with(hearing.person.id, hearing.now)
    point = (here.asks() or here.early(hearing.now)) if said.on_the_way else None
    if point:
        answer_checkpoint(point.id, hearing.heard, hearing.now)
        if not open_nothing(hearing.heard.words, hearing.journey):
            raise_loop_from_text(hearing.heard, hearing.person.id, hearing.now)
    hearing.answer("going_after_all")


def _place(hearing: Hearing, _: Place) -> None:
    hearing.meant("place")
    named = [place.name for place in circles.places_of(hearing.person.id)]
    first, second = (*named, "", "")[:2]
    hearing.answer("place" if named else "no_place", place_1=first, place_2=second)


_FOR_ALL: dict[type[ToAll], Callable[..., None]] = {
    Help: _help,
    CallMe: _call_me,
    SecretWord: _secret,
    StopTexts: _stop,
    StartTexts: _start,
    NotGoing: _not_going,
    Going: _going,
    Place: _place,
}
