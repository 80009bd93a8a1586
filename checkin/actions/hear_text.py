"""A text arrives: keep it exactly, understand it, and do what it asks, once.

Source: texts.md B.4, scenarios.md D.1.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from checkin.actions.cancel_today import cancel_today
from checkin.actions.checkpoints import answer_checkpoint, wait_longer
from checkin.actions.hearing import Hearing, road_of
from checkin.actions.loops import raise_loop_from_text
from checkin.actions.stop_texts import start_texts, stop_texts
from checkin.actions.text_conversation import answer_in_conversation
from checkin.agreements.agreement import AgreedWord
from checkin.agreements.happened import FreeMessage, HelpAsked, PersonAskedFor, WordUsed
from checkin.conversation.replies.on_the_road import (
    Automatic,
    CallMe,
    Free,
    Help,
    Late,
    Meaning,
    NotGoing,
    Nothing,
    Ok,
    Place,
    SecretWord,
    StartTexts,
    StopTexts,
    hear,
)
from checkin.storage import agreements, messages, people
from checkin.storage.tables import new_id
from checkin.storage.transaction import kept_together

SAME_TEXT = timedelta(seconds=120)


def hear_text(provider_id: str, from_number: str, words: str, now: datetime) -> None:
    """Keep a text and do what it means. The phone company's id counts once."""
    with kept_together():
        person = people.person_by_number(from_number)
        again = person is not None and messages.same_words_since(person.id, words, now - SAME_TEXT)
        heard_id = new_id()
        is_new = messages.put_heard(
            id=heard_id,
            provider_id=provider_id,
            person_id=person.id if person else None,
            number=from_number,
            words=words,
            at=now,
        )
        if is_new and person is not None:
            heard = messages.the_heard(heard_id)
            hearing = Hearing(person, heard, agreements.agreements_of(person.id, now), now)
            meaning = understood(hearing)
            if again and not isinstance(meaning, Help | CallMe | SecretWord):
                hearing.meant("again")
            else:
                _DO[type(meaning)](hearing, meaning)


def understood(hearing: Hearing) -> Meaning:
    """Return what the text means for this person now."""
    return hear(hearing.heard.words, road_of(hearing.person, hearing.in_force, hearing.now))


def _ok(hearing: Hearing, meaning: Ok) -> None:
    if answer_in_conversation(hearing.person, hearing.heard, hearing.now):
        return
    answered = answer_checkpoint(hearing.person, hearing.heard, hearing.now)
    if answered is None:
        _free(hearing, Free(hearing.heard.words))
        return
    hearing.meant("ok", check_in_id=answered.check_in.id)
    if meaning.words:
        raise_loop_from_text(hearing.heard, hearing.person.id, hearing.now)
    if answered.agreement is None or answered.agreement.send_thanks:
        hearing.answer("thanks")


def _late(hearing: Hearing, meaning: Late) -> None:
    longer = wait_longer(hearing.person, meaning.minutes, hearing.now)
    if longer is None:
        _free(hearing, Free(hearing.heard.words))
        return
    hearing.meant(f"late:{meaning.minutes}", check_in_id=longer.check_in_id)
    if longer.too_late is None:
        hearing.answer("late_ok", time=longer.until)
    else:
        hearing.answer("late_too_long")
        hearing.raise_reached(longer.too_late)


def _help(hearing: Hearing, meaning: Help) -> None:
    hearing.meant("help")
    hearing.answer("help")
    hearing.raise_reached(HelpAsked(hearing.heard.id, meaning.words))


def _call_me(hearing: Hearing, meaning: CallMe) -> None:
    """Ask cover to ring soon, whatever else is open."""
    hearing.meant("call_me")
    hearing.raise_reached(PersonAskedFor(hearing.heard.id, meaning.words))
    hearing.answer("call_me")


def _secret(hearing: Hearing, meaning: SecretWord) -> None:
    hearing.meant("secret", private=True)
    agreed_words = [
        one
        for agreed in hearing.in_force
        for one in agreed.agreement.thresholds
        if isinstance(one, AgreedWord)
    ]
    if any(one.pause_texts for one in agreed_words):
        people.change(hearing.person.id, texts_paused_at=hearing.now)
        messages.cancel_for_person(hearing.person.id, hearing.now)
    cover_reply = next((one.cover_reply for one in agreed_words if one.cover_reply), None)
    hearing.answer("cover", body=cover_reply)
    hearing.raise_reached(WordUsed(hearing.heard.id, near=meaning.near))


def _stop(hearing: Hearing, _: StopTexts) -> None:
    hearing.meant("stop")
    happened = stop_texts(hearing.person, hearing.heard.id, hearing.heard.words, hearing.now)
    hearing.answer("stopped", **hearing.keyworker())
    hearing.raise_reached(happened)


def _start(hearing: Hearing, _: Meaning) -> None:
    hearing.meant("start")
    if hearing.in_force:
        start_texts(hearing.person, hearing.now)
        hearing.answer("started", **hearing.next_text())


def _not_going(hearing: Hearing, _: Meaning) -> None:
    hearing.meant("not_going")
    cancel_today(hearing.person.id, hearing.now)
    hearing.answer("not_going")


def _place(hearing: Hearing, _: Meaning) -> None:
    hearing.meant("place")
    named = [place.name for place in people.places_of(hearing.person.id)][:2]
    first, second = (*named, "", "")[:2]
    hearing.answer("place", place_1=first, place_2=second)


def _free(hearing: Hearing, meaning: Free | Automatic) -> None:
    if answer_in_conversation(hearing.person, hearing.heard, hearing.now):
        return
    hearing.meant("free")
    raise_loop_from_text(hearing.heard, hearing.person.id, hearing.now)
    hearing.raise_reached(FreeMessage(hearing.heard.id, meaning.words))
    hearing.answer("free_msg", **hearing.keyworker())


def _nothing(hearing: Hearing, _: Meaning) -> None:
    hearing.meant("nothing")
    hearing.raise_reached(FreeMessage(hearing.heard.id, "(a picture or an empty text)"))
    hearing.answer("not_understood")


_DO: dict[type, Callable[..., None]] = {
    Ok: _ok,
    Late: _late,
    Help: _help,
    CallMe: _call_me,
    SecretWord: _secret,
    StopTexts: _stop,
    StartTexts: _start,
    NotGoing: _not_going,
    Place: _place,
    Free: _free,
    Automatic: _free,
    Nothing: _nothing,
}
