"""A person says that whoever of staff said they are with them is not: it is asked again, and others ring.

Source: scenarios.md D25, trust.md A2.
"""

from datetime import datetime

from checkin.actions.ask_for_a_person import ask_for_a_person
from checkin.actions.hearing import Hearing
from checkin.actions.said_with_them import said_with_them
from checkin.agreements.expected import CheckInState
from checkin.agreements.happened_by_text import StaffNotThere
from checkin.lives.check_in import is_in_time
from checkin.lives.check_in_taken_back import NobodyWithThem
from checkin.storage import check_ins
from checkin.wording import in_a_row


def hear_not_with_them(hearing: Hearing, words: str) -> None:
    """Ask somebody to ring, and say who does."""
    hearing.meant("not_with_me")
    said = said_with_them(hearing.person.id, hearing.now)
    names = in_a_row(list({one.confirmed_by: None for one in said if one.confirmed_by}))
    ask_for_a_person(hearing, StaffNotThere(hearing.heard.id, words, names))


def ask_all_the_same(person_id: str, now: datetime) -> None:
    """Let what staff put off so be asked again, where there is time for an answer."""
    for row in said_with_them(person_id, now):
        life = check_ins.life_of(row)
        if life.state == CheckInState.WITH_STAFF and is_in_time(life, now):
            check_ins.move(row, NobodyWithThem(now))
