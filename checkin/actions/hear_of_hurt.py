"""A text tells that somebody hurts the person: it is a telling of theirs, sent as it came.

From then on the rules of a telling hold: whoever is named meets nothing of it, where nobody can
tell who it was those outside read it first, and the person reads who has it. A call for help in
the same breath rings all who may know of it; where nobody can tell who it was it is a call beside
it, without the words. What they tell later is kept from all from whom a hurt of theirs is kept,
too. Source: thresholds.md T15, trust.md A2.
"""

from checkin.actions.hearing import Hearing
from checkin.actions.help_coming import group_of_help
from checkin.actions.more_of_hurt import BY_TEXT, CRIES, say_more, told_alerts, told_and_open
from checkin.actions.said_in import said_in
from checkin.actions.tell_at_once import and_those_before, tell
from checkin.actions.tell_of_call import tell_all
from checkin.actions.tell_who_called import told_to
from checkin.agreements.happened import HelpAsked
from checkin.agreements.seeing import is_kept_alike
from checkin.conversation.flows.level import LEVELS, Level
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.for_whom.hurt_told import HurtTold
from checkin.storage import people, texts_heard
from checkin.storage.tables import CheckInRow


def hear_of_hurt(hearing: Hearing, words: str, told: HurtTold, *, asked: str = "") -> None:
    """Keep it as a telling, or with the one that goes on; call where it calls; say who has it.

    `asked`: what they answer, where we wrote it.
    """
    people.held(hearing.person.id)
    by = and_those_before(hearing.person.id, told.by)
    before = _of_the_same(hearing, by, told.level)
    check_in = before or tell(
        hearing.person.id, words, by, hearing.now, level=told.level, asked=asked
    )
    hearing.meant(texts_heard.TOLD, check_in_id=check_in.id)
    cries = told.calls and by.is_known
    if told.calls and not cries:
        called = HelpAsked(hearing.heard.id, how=BY_TEXT, not_first=told.by.named)
        hearing.raise_reached(called)
        hearing.say_who_rings(group_of_help(hearing.person.id))
    if before:
        say_more(hearing, before, words, told.by, cries=cries)
    else:
        if cries:
            cry = CRIES.format(person=hearing.person.called)
            tell_all(told_alerts(check_in), cry, hearing.now, by="call")
        _say_who_is_told(hearing, check_in)


def _of_the_same(hearing: Hearing, by: HurtBy, level: Level) -> CheckInRow | None:
    """Return what they told by text that goes on, where this is kept from the very same, and no sooner."""
    before = told_and_open(hearing.person.id)
    if before is None or hearing.hides(before.due_at):
        return None
    if LEVELS.index(level) < LEVELS.index(told_alerts(before)[0].level):
        return None
    said = said_in({before.id}, hearing.now)[before.id]
    return before if is_kept_alike(said, by.named, unclear=by.unclear) else None


def _say_who_is_told(hearing: Hearing, check_in: CheckInRow) -> None:
    alert = told_alerts(check_in)[0]
    message, values = told_to(alert, "hurt", hearing.now)
    hearing.answer(message, alert_id=alert.id, check_in_id=check_in.id, **values)
