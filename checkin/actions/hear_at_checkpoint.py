"""A text is heard by the checkpoint that asks: OK, LATE, or an OK taken back."""

from checkin.actions.ask_for_a_person import ask_for_a_person
from checkin.actions.checkpoints import (
    LATE,
    answer_checkpoint,
    given_in_this_breath,
    wait_longer,
    wait_on,
)
from checkin.actions.have_it_read import have_it_read, put_to_read
from checkin.actions.hearing import Hearing
from checkin.actions.join_call import note_on_calls
from checkin.actions.loops import raise_loop_from_text
from checkin.agreements.happened_by_text import OkNotSo
from checkin.conversation.replies.meaning import Free, Late, Ok
from checkin.conversation.replies.own_words import open_nothing
from checkin.for_whom.addressees import ForAReader, TakesBack
from checkin.storage import alerts


def hear_at_checkpoint(hearing: Hearing, check_in_id: str, said: Ok | Late) -> None:
    """Let a checkpoint be answered, or wait longer; whoever has a call reads it too."""
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


def take_ok_back(hearing: Hearing, whom: TakesBack) -> None:
    """Wait on where there is time, and have it read; else, or with texts off, somebody rings."""
    note_on_calls(hearing)
    texts_off = hearing.person.texts_stopped_at or hearing.person.texts_paused_at
    until = None if texts_off else wait_on(whom.id, hearing.now)
    if until:
        put_to_read(hearing, ForAReader(Free(whom.words), in_doubt=whom.id))
        hearing.answer("wait_on", time=hearing.time_of_day(until))
        return
    hearing.meant("ok_not_so", check_in_id=whom.id)
    ask_for_a_person(hearing, OkNotSo(hearing.heard.id, whom.words))
