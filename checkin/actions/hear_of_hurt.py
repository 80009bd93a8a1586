"""A text tells that somebody hurts the person: it is a telling of theirs, sent as it came.

From then on the rules of a telling hold: whoever is named meets nothing of it, where nobody can
tell who it was those outside read it first, and the person reads who has it. A call for help in
the same breath is a call beside it, without the words. What they tell later is kept from all from
whom a hurt of theirs is kept, too. Source: thresholds.md T15, trust.md A2.
"""

from datetime import datetime

from checkin.actions.close_telling import open_tellings
from checkin.actions.follow_turn import follow
from checkin.actions.hearing import Hearing
from checkin.actions.help_coming import group_of_help
from checkin.actions.may_see import said_in
from checkin.actions.more_of_hurt import BY_TEXT, say_more, told_alerts, told_and_open
from checkin.actions.start_check_in import begin, open_in, scene_of
from checkin.actions.tell_of_call import tell_all
from checkin.actions.tell_who_called import HURT, told_to
from checkin.agreements.happened import HelpAsked
from checkin.agreements.kept_on import kept_on
from checkin.agreements.seeing import is_kept_alike
from checkin.conversation.flows.leaned_on import TELL_SOMEONE
from checkin.conversation.flows.level import LEVELS, Level
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.talking.keeping import to_json
from checkin.conversation.talking.told_at_once import told_at_once
from checkin.for_whom.hurt_told import HurtTold
from checkin.storage import check_ins, people, texts_heard, which_alerts
from checkin.storage.answers import NOWHERE, Where
from checkin.storage.kept_from import confided
from checkin.storage.tables import CheckInRow

CRIES = "They call for help."


def hear_of_hurt(hearing: Hearing, words: str, told: HurtTold) -> None:
    """Keep it as a telling, or with the one that goes on; call where it calls; say who has it."""
    people.held(hearing.person.id)
    by = and_those_before(hearing.person.id, told.by)
    before = _of_the_same(hearing, by, told.level)
    check_in = before or tell(hearing.person.id, words, by, hearing.now, level=told.level)
    hearing.meant(texts_heard.TOLD, check_in_id=check_in.id)
    if told.calls and not _is_named(by):
        called = HelpAsked(hearing.heard.id, how=BY_TEXT, not_first=told.by.named)
        hearing.raise_reached(called)
        hearing.say_who_rings(group_of_help(hearing.person.id))
    elif told.calls:
        tell_all(told_alerts(check_in), CRIES, hearing.now, by="call")
    if before:
        say_more(hearing, before, words, told.by)
    else:
        _say_who_is_told(hearing, check_in)


def _is_named(by: HurtBy) -> bool:
    """Say whether it is known from whom it is kept: then the cry is of the telling, and hidden with it."""
    return bool(by.named) and not by.unclear


def and_those_before(person_id: str, by: HurtBy) -> HurtBy:
    """Return it with all from whom what they told before is kept: "Lena hit me too"."""
    open_ = open_tellings(person_id)
    told = {**confided(which_alerts.raised_of_person(person_id, HURT)), **open_}
    besides = kept_on(told, open_)
    kept = sorted(besides.those.difference(by.named))
    return HurtBy((*by.named, *kept), by.unclear or besides.unclear, by.hurts)


def _of_the_same(hearing: Hearing, by: HurtBy, level: Level) -> CheckInRow | None:
    """Return what they told by text that goes on, where this is kept from the very same, and no sooner."""
    before = told_and_open(hearing.person.id)
    if before is None or hearing.hides(before.due_at):
        return None
    if LEVELS.index(level) < LEVELS.index(told_alerts(before)[0].level):
        return None
    said = said_in({before.id}, hearing.now)[before.id]
    return before if is_kept_alike(said, by.named, unclear=by.unclear) else None


def tell(
    person_id: str,
    words: str,
    by: HurtBy,
    now: datetime,
    where: Where = NOWHERE,
    level: Level = "now",
) -> CheckInRow:
    """Keep words as a telling of theirs, sent as it came; `by` says from whom it is kept.

    `where`: on which device they were written. `level`: how soon others are told.
    """
    check_in = begin(person_id, TELL_SOMEONE, "text", now)
    open_in(check_in, now)
    turn = told_at_once(scene_of(check_in), words, hurts=by.hurts, level=level)
    check_ins.keep_turn(check_in, to_json(turn.so_far), device_id=where.device_id)
    hurt = {one.step: by for one in turn.so_far.answers.values()}
    follow(check_in, turn.facts, now, hurt=hurt, where=where)
    return check_in


def _say_who_is_told(hearing: Hearing, check_in: CheckInRow) -> None:
    alert = told_alerts(check_in)[0]
    message, values = told_to(alert, "hurt", hearing.now)
    hearing.answer(message, alert_id=alert.id, check_in_id=check_in.id, **values)
