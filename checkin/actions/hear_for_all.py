"""What a text says whatever is open: help, a call, the secret word, stop and start, the day, places."""

from collections.abc import Callable

from checkin.actions.ask_for_a_person import ask_for_a_person
from checkin.actions.ask_for_advocate import ask_for_advocate
from checkin.actions.cancel_today import cancel_today, open_today_again
from checkin.actions.checkpoints import answer_checkpoint
from checkin.actions.have_it_read import have_it_read
from checkin.actions.hearing import Hearing
from checkin.actions.help_coming import group_of_help
from checkin.actions.loops import raise_loop_from_text
from checkin.actions.open_with import open_with
from checkin.actions.stop_texts import start_texts, stop_texts
from checkin.agreements.happened import HelpAsked, WordUsed
from checkin.agreements.happened_by_text import PersonAskedFor, TurnsBack
from checkin.conversation.replies.meaning import (
    CallMe,
    Free,
    Going,
    Help,
    NotGoing,
    Place,
    SecretWord,
    StartTexts,
    StopTexts,
)
from checkin.conversation.replies.own_words import open_nothing
from checkin.for_whom.addressees import ForAReader, ToAll
from checkin.lives.record import CHECKIN, Entry, moment
from checkin.storage import circles, messages, people, record

SOMEBODY_HERE = "Somebody here"
"""Who asks after STOP: a name may be that of whom the person just told of, and may not then change."""


def hear_for_all(hearing: Hearing, meaning: ToAll) -> None:
    """Do what it says, whatever else waits for an answer."""
    _FOR_ALL[type(meaning)](hearing, meaning)


def _help(hearing: Hearing, meaning: Help) -> None:
    """Raise it, or join the alert that is open; say who rings."""
    hearing.meant("help")
    hearing.raise_reached(HelpAsked(hearing.heard.id, meaning.words))
    hearing.say_who_rings(group_of_help(hearing.person.id))


def _call_me(hearing: Hearing, meaning: CallMe) -> None:
    """Ask cover to ring soon, whatever else is open but a call for help; or to ring their advocate."""
    if meaning.advocate:
        ask_for_advocate(hearing, meaning)
        return
    hearing.meant("call_me")
    ask_for_a_person(hearing, PersonAskedFor(hearing.heard.id, meaning.words))


def _secret(hearing: Hearing, meaning: SecretWord) -> None:
    hearing.meant("secret", private=True)
    if any(one.pause_texts for one in hearing.agreed_words):
        people.change(hearing.person.id, texts_paused_at=hearing.now)
        row, what = f"person:{hearing.person.id}", {"texts_paused": moment(hearing.now)}
        record.note([Entry(hearing.now, CHECKIN, "texts_paused", row, what, hearing.person.id)])
        messages.cancel_for_person(hearing.person.id, hearing.now)
    hearing.answer_as_cover()
    hearing.raise_reached(WordUsed(hearing.heard.id, near=meaning.near))


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
    ask_for_a_person(hearing, TurnsBack(hearing.heard.id, hearing.heard.words))


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
