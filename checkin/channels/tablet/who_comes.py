"""What a page says of a call that is there: who was told, and whether somebody has answered."""

from dataclasses import replace

from checkin import clock, wording
from checkin.actions.hear_own_words import is_called_from
from checkin.actions.help_coming import HelpComing, coming_of, help_coming, live_call
from checkin.actions.more_of_hurt import told_alerts
from checkin.actions.nobody_told import IN_DANGER, NOBODY_YET
from checkin.actions.told_already import as_compared, told_already, words_told
from checkin.channels.tablet.conversing import Conversing
from checkin.channels.tablet.here import Here, is_alone, is_of_this_sitting, note_of_sitting
from checkin.storage import answers, check_ins

NOBODY = ("We could not tell anyone.", "Please ring 999 if you are in danger.")
NOBODY_NOW = ("Nobody here can be told now.", IN_DANGER)
OVER = ("This call is over.", "Press Help again if you want a person.")
OVER_APART = (
    "This is over.",
    "Write it again if you want a person.",
)  # Help may ring whom it names


def who_comes(coming: HelpComing | None) -> tuple[str, ...]:
    """Return what is so of a call, in two sentences."""
    if coming is None:
        return NOBODY
    if coming.over:
        return OVER_APART if coming.apart else OVER
    if coming.answered_by:
        has_it = wording.begun(coming.answered_by)
        return (f"{has_it} knows.", f"{has_it} will come to you or ring you.")
    return NOBODY_NOW if coming.nobody else _who_was_told(coming)


def _who_was_told(coming: HelpComing) -> tuple[str, ...]:
    waits = "No one has it now." if coming.was_answered else "No one has answered yet."
    if coming.told:
        return (f"We have told {wording.in_a_row(list(coming.told))}.", waits)
    if coming.telling:
        return (f"We are telling {wording.in_a_row(list(coming.telling))} now.", waits)
    return (NOBODY_YET, IN_DANGER) if coming.tried else NOBODY


def who_comes_of(now: Conversing) -> tuple[str, ...]:
    """Return it where own words in this check-in called, as long as the call is there.

    Where it rings here and is told outside besides, both are said.
    """
    called = live_call(now.here.person.id) and is_called_from(now.check_in, clock.now())
    each = (help_coming(now.here.person.id) if called else None, _coming_of_told_in(now))
    said = [who_comes(one) for one in each if one and not one.over]
    return tuple(dict.fromkeys(sentence for one in said for sentence in one))


def _coming_of_told_in(now: Conversing) -> HelpComing | None:
    told_then = words_told(now.here.person.id)
    written = [row.words for row in answers.answers_of(now.check_in.id)] if told_then else ()
    told = (told_then.get(as_compared(words or "")) for words in written)
    return next(
        (coming for one in told if one and (coming := coming_of_told(now.here, one.id))), None
    )


def note_told(here: Here, words: str) -> str | None:
    """Remember that these words were told at once in this sitting; return the telling (id), if they were."""
    told = told_already(here.person.id, words)
    if told:
        note_of_sitting(told.id)
    return told.id if told else None


def coming_of_told(here: Here, check_in_id: str) -> HelpComing | None:
    """Return who comes for what was told at once, to whoever told it in this sitting, beside nobody of staff."""
    is_shown = is_of_this_sitting(check_in_id) and is_alone()
    told = check_ins.as_it_stands(check_in_id) if is_shown else None
    if told is None or told.person_id != here.person.id:
        return None
    comes = next((coming_of(one) for one in told_alerts(told)), HelpComing((), None, over=True))
    return replace(comes, apart=True)


def stands_here(here: Here) -> tuple[str, ...]:
    """Return it of the call that is there, on a device known for their own, with nobody signed in.

    Whoever taps a photo on a tablet of many reads it of no call of before.
    """
    if here.shared or here.waits or not is_alone() or live_call(here.person.id) is None:
        return ()
    return who_comes(help_coming(here.person.id))
