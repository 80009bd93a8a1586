"""Somebody is to ring the person soon, because of what they texted."""

from checkin.actions.call_for_help import calls_for_help
from checkin.actions.hearing import Hearing
from checkin.actions.help_coming import ASKED_FOR, group_of_help
from checkin.agreements.happened import HelpAsked
from checkin.agreements.happened_by_text import OkNotSo, PersonAskedFor, TurnsBack


def ask_for_a_person(hearing: Hearing, asks: PersonAskedFor | OkNotSo | TurnsBack) -> None:
    """Ask cover to ring soon; a call for help that is live is joined: two would ring past each other."""
    if calls_for_help(hearing.person.id):
        hearing.raise_reached(HelpAsked(hearing.heard.id, asks.words or ""))
        hearing.say_who_rings(group_of_help(hearing.person.id))
    else:
        hearing.raise_reached(asks)
        hearing.say_who_rings(f"{ASKED_FOR}:{hearing.person.id}")
