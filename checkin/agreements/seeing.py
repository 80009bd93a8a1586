"""May this one see that, and why: every page, list, count, message and promise asks here.

What decides, in this order. Whom the person keeps it from never sees it, whatever they are here.
Whom the flow is for (`seen_by`) sees what was said in it, and what that raised; others open it with
a reason. And what calls for somebody is never hidden from all: what no manager, or nobody, of a
house may see is for its contacts outside (`who_outside`). A call for help is hidden from nobody.
Source: product.md rule 9, flow-library.md "Who sees" and M2, thresholds.md T15, trust.md A2, row 22.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from checkin.agreements.meant_for import (
    PICKED,
    at_step,
    for_all_here,
    is_for_all_somewhere,
    meant_for,
)
from checkin.agreements.seen import (
    NOBODY,
    Alert,
    CheckIn,
    Loop,
    OfAPerson,
    OfTheCircle,
    Said,
    StaffMember,
    ThePerson,
    Thing,
    Viewer,
    Words,
)
from checkin.agreements.who_outside import (
    is_closed,
    nobody_picked_can,
    those_outside,
    told_of_left,
    who_leads_instead,
    who_leads_then,
)


class Why(StrEnum):
    """Why somebody may see something, or may not: as it can be said to them."""

    works_here = "Everybody who works here may see this."
    for_them = "This is for you."
    opened = "You opened this with a reason."
    told = "You were told of an alert that came from this."
    help = "A call for help is hidden from nobody."
    own = "These are your own words."
    on_cover = "You are on cover, or a manager."
    outside = "You are a contact outside this house, and a manager or everybody in it may not."
    unanswered = "Nobody who was told outside this house answered."
    nobody_picked = "Those the person picked cannot do it, or did not answer."
    called_in = "You were told of it, because nobody in that house could be."
    called_last = "You were told that somebody is needed, because nobody in that house could be."
    another_house = "This belongs to another house."
    kept = "The person keeps this from you."
    let_in = "It came from a device you let in, which is not theirs."
    not_sent = "Nothing was sent yet."
    not_picked = "The person picked who sees this."
    for_others = "This is for others who work here."
    not_on_cover = "This is shown only to those on cover and to managers."
    somebody_elses = "This belongs to somebody else."
    not_shared = "The person has not shared this."


@dataclass(frozen=True, slots=True)
class May:
    """It is there for them."""

    why: Why


@dataclass(frozen=True, slots=True)
class MayNot:
    """It is not there for them."""

    why: Why


Answer = May | MayNot


def may_see(viewer: Viewer, thing: Thing) -> Answer:
    """Say whether this one may see that, and why."""
    around = thing.said.around if isinstance(thing, CheckIn | Words) else thing.around
    match viewer:
        case ThePerson():
            return May(Why.own) if around.person == viewer.id else MayNot(Why.somebody_elses)
        case OfTheCircle():
            return MayNot(Why.not_shared)
        case _ if isinstance(thing, Alert) and viewer.id in thing.tells_of:
            return MayNot(Why.kept)
        case _ if around.house not in viewer.houses:
            return _from_elsewhere(viewer, thing, around.house)
        case _:
            return _of_staff(viewer.id, thing)


def _from_elsewhere(viewer: StaffMember, thing: Thing, house: str) -> Answer:
    if house in viewer.outside_of and viewer.id in _outside(thing):
        return May(Why.outside)
    if not isinstance(thing, Alert) or viewer.id not in _called_in(thing):
        return MayNot(Why.another_house)
    no_words = house in viewer.outside_of or thing.said
    return May(Why.called_last if no_words else Why.called_in)


def _called_in(alert: Alert) -> frozenset[str]:
    """Return who from elsewhere sees an alert: of what was told in confidence, those outside alone do."""
    said = None if alert.calls_for_help else alert.said
    if alert.for_outside or (said and in_confidence(said)):
        return NOBODY
    return alert.called_in - (said.let_in_by if said else NOBODY)


def _outside(thing: Thing) -> frozenset[str]:
    match thing:
        case Alert(said=Said() as said, left_unsent=True):
            return told_of_left(said)
        case CheckIn(said) | Words(said) | Loop(said=said) | Alert(said=said, calls_for_help=False):
            return outside_readers(said)
        case _:
            return NOBODY


def outside_readers(said: Said | None) -> frozenset[str]:
    """Return which contacts outside the house see it: only of what was sent in confidence."""
    if said is None or not said.sent or not in_confidence(said):
        return NOBODY
    return those_outside(said, nobody_here=for_nobody_here(said))


def for_nobody_here(said: Said) -> bool:
    """Say whether nobody is left in the house who may see it, and did not say that they cannot."""
    here = said.around.team.staff
    left = here - said.refused
    return bool(here) and not any(isinstance(_check_in(one, said), May) for one in left)


def _of_staff(who: str, thing: Thing) -> Answer:
    match thing:
        case OfAPerson():
            return May(Why.works_here)
        case CheckIn(said):
            return _check_in(who, as_it_stood(said))
        case Words(said, step):
            there = _words(who, said, step)
            if thing.page and isinstance(there, MayNot):
                said = as_it_stood(said)
                there = _words(who, said, step)
            opened = who in thing.opened and may_be_opened(said, there)
            return May(Why.opened) if opened else there
        case Alert():
            return _alert(who, thing)
        case Loop():
            return _loop(who, thing)
        case _:
            reads = who in thing.around.team.managers | thing.around.team.word_cover
            return May(Why.on_cover) if reads else MayNot(Why.not_on_cover)


def as_it_stood(said: Said) -> Said:
    """Return it as it was begun, or sent, before something was told in it, which stands apart.

    What is told to those one picks is told by beginning it, and stays apart as a whole.
    """
    if not said.told_later or PICKED in said.seen_by:
        return said
    return replace(said, kept_from=NOBODY, unclear=False, hurt=False, sent=not said.begun)


def as_it_was(said: Said, at: datetime) -> Said:
    """Return it as it decides of what came then: what came before something was told stays as it was."""
    before = said.hurt_since is not None and at < said.hurt_since
    return replace(as_it_stood(said) if before else said, told_later=False)


def _check_in(who: str, said: Said) -> Answer:
    if apart := _apart(who, said):
        return apart
    if PICKED not in said.seen_by and not is_closed(said):
        return May(Why.works_here)
    return _picked(who, said) if said.sent else MayNot(Why.not_sent)


def _apart(who: str, said: Said) -> MayNot | None:
    """Return why nothing of it is for them: it is kept from them, or came from what they let in as hers."""
    if who in said.kept_from:
        return MayNot(Why.kept)
    return MayNot(Why.let_in) if who in said.let_in_by else None


def _picked(who: str, said: Said) -> Answer:
    """What was told to those one picks. Where nobody is left of them, here or outside, all others see it.

    Off the pages nobody was told so: there it is for whom an unknown word is for. Who leads and was
    told, because those picked did not answer, sees it still once somebody took it.
    """
    if who in who_leads_then(said):
        return May(Why.unanswered)
    picks = (said.picked & said.around.team.staff) - said.kept_from
    picks_others = not is_closed(said) and not said.picked & said.around.team.outside
    if not is_closed(said) and (said.urgent or (said.on_pages and picks_others and not picks)):
        return May(Why.works_here)
    asked_instead = nobody_picked_can(said) or who in said.told
    if asked_instead and who in who_leads_instead(said):
        return May(Why.nobody_picked)
    if not picks_others:
        return May(Why.for_them) if who in picks else MayNot(Why.not_picked)
    return May(Why.for_them) if who in (picks or meant_for(said)) else MayNot(Why.not_picked)


def _words(who: str, said: Said, step: str) -> Answer:
    there = _check_in(who, said)
    here = at_step(said, step)
    if isinstance(there, MayNot) or PICKED in here.seen_by:
        return there if isinstance(there, MayNot) else _picked(who, here)
    if who in said.told:
        return May(Why.told)
    if for_all_here(here):
        return May(Why.works_here)
    return May(Why.for_them) if who in meant_for(here) else MayNot(Why.for_others)


def may_be_opened(said: Said, there: Answer) -> bool:
    """Say whether who has this answer may open it with a reason: never what was told in confidence."""
    return there == MayNot(Why.for_others) and said.sent and not (in_confidence(said) or said.hurt)


def is_for_them(there: Answer) -> bool:
    """Say whether it is there for them, with no reason of theirs."""
    return isinstance(there, May) and there.why is not Why.opened


def _alert(who: str, alert: Alert) -> Answer:
    if alert.calls_for_help:
        return May(Why.help)
    if alert.for_outside:
        said = None if alert.left_unsent else alert.said
        leads = said is not None and who in who_leads_then(said)
        return May(Why.unanswered) if leads else MayNot(Why.for_others)
    if alert.said is None:
        return May(Why.works_here)
    if apart := _apart(who, alert.said):
        return apart
    if PICKED in alert.said.seen_by or is_closed(alert.said):
        return _picked(who, alert.said)
    return _raised(who, alert.said, alert.asked)


def _raised(who: str, said: Said, asked: frozenset[str] | None) -> Answer:
    """What an answer for some raised, and can wait, is for them and for whom its ladder asked."""
    if asked is None or is_for_all_somewhere(said):
        return May(Why.works_here)
    return May(Why.told) if who in asked else _words(who, said, "")


def for_all_told(alert: Alert) -> bool:
    """Say whether everybody who works here may see it: then nobody is asked about one by one."""
    if alert.for_outside:
        return False
    said = None if alert.calls_for_help else alert.said
    return said is None or not (in_confidence(said) or said.let_in_by)


def _loop(who: str, loop: Loop) -> Answer:
    if loop.said is None:
        return May(Why.works_here)
    there = _words(who, loop.said, loop.step)
    if there == MayNot(Why.for_others) and who in loop.concerns:
        return May(Why.for_them)
    opened = who in loop.opened & loop.around.team.managers and may_be_opened(loop.said, there)
    return May(Why.opened) if opened else there


def may_know_that_it_waits(viewer: Viewer, loop: Loop) -> bool:
    """Say whether they may know that words for others wait too long: who leads, and opens them with a reason."""
    manages = isinstance(viewer, StaffMember) and viewer.id in loop.around.team.managers
    return manages and loop.said is not None and may_be_opened(loop.said, may_see(viewer, loop))


def in_confidence(said: Said) -> bool:
    """Say whether it was told to some alone: then no other check-in and no shared screen says it."""
    return bool(said.kept_from) or said.unclear or PICKED in said.seen_by


def is_kept_alike(said: Said, named: Collection[str], *, unclear: bool) -> bool:
    """Say whether words that name these would be kept from nobody else than what was said there."""
    return said.kept_from.issuperset(named) and said.unclear == unclear


def for_all_at(said: Said, step: str) -> bool:
    """Say whether everybody who works here reads what was said at this step."""
    return for_all_here(at_step(said, step)) and not in_confidence(said)
