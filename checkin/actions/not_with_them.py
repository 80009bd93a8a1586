"""A person says that whoever of staff said they are with them is not: it is asked again, and others ring.

Whoever said so is told nothing of it. Source: scenarios.md D25, trust.md A2.
"""

from datetime import datetime

from checkin.actions.ask_for_a_person import ask_for_a_person
from checkin.actions.flows_in_use import flows_in_use, wording
from checkin.actions.hear_of_hurt import hear_of_hurt
from checkin.actions.hearing import Hearing
from checkin.actions.said_with_them import said_with_them, who_said_with_them
from checkin.actions.tell_at_once import as_soon_as_their_call
from checkin.agreements.expected import CheckInState
from checkin.agreements.happened_by_text import PersonAskedFor
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.replies.named_too import named_too
from checkin.for_whom.hurt_told import HurtTold
from checkin.lives.check_in import is_in_time
from checkin.lives.check_in_taken_back import NobodyWithThem
from checkin.storage import check_ins


def hear_not_with_them(hearing: Hearing, words: str) -> None:
    """Tell others soon, with what it answers; say who they are."""
    said, by = said_with_them(hearing.person.id, hearing.now), _of_whom(hearing, words)
    asked = wording("with_staff", {"staff": said[0].confirmed_by or ""}) if said else ""
    if not by.named:  # whoever said so goes by another name now
        hearing.meant("not_with_me")
        ask_for_a_person(hearing, PersonAskedFor(hearing.heard.id, words))
        return
    told = HurtTold(by, calls=False, asks="soon")
    hear_of_hurt(hearing, words, as_soon_as_their_call(hearing.person.id, told), asked=asked)


def _of_whom(hearing: Hearing, words: str) -> HurtBy:
    """Return from whom it is kept: whoever said so, and whom the words name."""
    named = named_too(words, hearing.journey.around, flows_in_use().library.language)
    those = who_said_with_them(hearing.person.id, hearing.now)
    too = named.named if named else ()
    return HurtBy(tuple(dict.fromkeys((*those, *too))), unclear=False, hurts=False)


def ask_all_the_same(person_id: str, now: datetime) -> None:
    """Let what staff put off so be asked again, where there is time for an answer."""
    for row in said_with_them(person_id, now):
        life = check_ins.life_of(row)
        if life.state == CheckInState.WITH_STAFF and is_in_time(life, now):
            check_ins.move(row, NobodyWithThem(now))
