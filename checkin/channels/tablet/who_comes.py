"""What a page says of a call that is there: who was told, and whether somebody has answered."""

from checkin import clock, wording
from checkin.actions.hear_own_words import called_in
from checkin.actions.help_coming import HelpComing, help_coming, live_call
from checkin.actions.nobody_told import IN_DANGER, NOBODY_YET
from checkin.channels.tablet.conversing import Conversing
from checkin.channels.tablet.here import Here, is_alone

NOBODY = ("We could not tell anyone.", "Please ring 999 if you are in danger.")
OVER = ("This call is over.", "Press Help again if you want a person.")


def who_comes(coming: HelpComing | None) -> tuple[str, ...]:
    """Return what is so of a call, in two sentences."""
    if coming is None:
        return NOBODY
    if coming.over:
        return OVER
    if coming.answered_by:
        has_it = coming.answered_by
        return (f"{has_it} knows.", f"{has_it} will come to you or ring you.")
    waits = "No one has it now." if coming.was_answered else "No one has answered yet."
    if coming.told:
        return (f"We have told {wording.in_a_row(list(coming.told))}.", waits)
    if coming.telling:
        return (f"We are telling {wording.in_a_row(list(coming.telling))} now.", waits)
    return (NOBODY_YET, IN_DANGER) if coming.tried else NOBODY


def who_comes_of(now: Conversing) -> tuple[str, ...]:
    """Return it where own words in this check-in called, as long as the call is there."""
    if not called_in(now.check_in, clock.now()):
        return ()
    coming = help_coming(now.here.person.id)
    return () if coming.over else who_comes(coming)


def stands_here(here: Here) -> tuple[str, ...]:
    """Return it of the call that is there, on a device known for their own, with nobody signed in.

    Whoever taps a photo on a tablet of many reads it of no call of before.
    """
    if here.shared or here.waits or not is_alone() or live_call(here.person.id) is None:
        return ()
    return who_comes(help_coming(here.person.id))
