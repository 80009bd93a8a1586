"""What decides who may see a check-in: whose it is, who is kept out, picked or called, and what it asks."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from checkin.actions.around import arounds
from checkin.actions.calls import FOR_HELP
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.kept_so_far import all_kept_so_far
from checkin.actions.named_in_words import named_in
from checkin.agreements.answers_that_tell import ASKED_APART
from checkin.agreements.errands import NO_WORDS, promise_of
from checkin.agreements.left_unsent import LEFT_UNSENT
from checkin.agreements.meant_for import EVERYBODY
from checkin.agreements.seen import NOBODY, Around, Said
from checkin.agreements.told_outside import TOLD_OUTSIDE
from checkin.agreements.unread_words import UNREAD
from checkin.agreements.words_to_read import TO_READ
from checkin.conversation.flows.every_step import every_step
from checkin.conversation.flows.flow import Flow
from checkin.conversation.talking.manner import MANNERS
from checkin.storage import flows
from checkin.storage.kept_from import Confided, confided
from checkin.storage.on_which_device import let_in_what_is_not_theirs
from checkin.storage.who_may_see import Called, Kinds, Whose, called_about, whose

KINDS = Kinds(
    (*FOR_HELP, LEFT_UNSENT), TOLD_OUTSIDE, ASKED_APART, NO_WORDS, (UNREAD, TO_READ), promise_of
)
NOBODY_CALLED, TO_ALL = Called(frozenset(), urgent=False), Confided(frozenset(), frozenset())


def said_in(check_in_ids: Collection[str], now: datetime) -> dict[str, Said]:
    """Return what decides who may see each of these check-ins."""
    if not check_in_ids:
        return {}
    found = whose(check_in_ids)
    asked = {key: _flow_of(one) for key, one in found.items()}
    told = confided(check_in_ids)
    left = {key for key, one in found.items() if one.left}
    not_theirs = let_in_what_is_not_theirs(check_in_ids)
    narrow = {key for key, flow in asked.items() if _is_narrow(flow)}
    narrow |= told.keys() | left | not_theirs.keys()
    around = arounds({found[key].person_id for key in narrow}, now)
    named = named_in({key: found[key].person_id for key, one in told.items() if one.shown_to})
    known = _Known(
        asked,
        told,
        not_theirs,
        around,
        _kept_outside({key: around[found[key].person_id] for key in left}),
        called_about(narrow, KINDS),
        named,
    )
    return {key: _said(key, one, known) for key, one in found.items()}


class _Known(NamedTuple):
    """What is known of check-ins, by id; `around` by person."""

    asked: Mapping[str, Flow | None]
    told: Mapping[str, Confided]
    not_theirs: Mapping[str, frozenset[str]]
    around: Mapping[str, Around]
    not_told: Mapping[str, frozenset[str]]
    called: Mapping[str, Called]
    named: Mapping[str, frozenset[str]]


def _said(key: str, one: Whose, known: _Known) -> Said:
    told, called = known.told.get(key, TO_ALL), known.called.get(key, NOBODY_CALLED)
    return Said(
        known.around.get(one.person_id) or Around(one.person_id, one.house_id),
        _seen_by(known.asked[key]),
        kept_from=told.kept_from,
        let_in_by=known.not_theirs.get(key, NOBODY),
        picked=told.shown_to,
        unclear=told.unclear,
        on_pages=MANNERS[one.channel].has_pages,
        sent=one.sent or told.hurt,
        begun=not one.sent,
        urgent=_is_urgent(one, called),
        called=called.outside_now,
        unanswered=called.outside_step,
        refused=called.refused,
        waited=called.waited,
        told=called.told,
        errands=called.errands,
        promises=called.promises,
        named=known.named.get(key, NOBODY),
        hurt=told.hurt,
        hurt_since=told.hurt_since,
        told_later=told.told_later,
        steps=_by_step(known.asked[key]),
        not_told=known.not_told.get(key, NOBODY),
    )


def _is_urgent(check_in: Whose, called: Called) -> bool:
    """Say whether it calls at once; off the pages, where nobody is picked, soon is the same."""
    return called.urgent or (called.soon and not MANNERS[check_in.channel].has_pages)


def _kept_outside(left: Mapping[str, Around]) -> dict[str, frozenset[str]]:
    """Return which contacts outside are not told that something was left, or changed, by check-in.

    Here nobody reads what is not sent; that a morning was begun stands where it always does, or
    its absence would tell whom it names.
    """
    kept = all_kept_so_far(left)
    return {key: one.kept_from & left[key].team.outside for key, one in kept.items()}


def _seen_by(flow: Flow | None) -> tuple[str, ...]:
    return flow.seen_by if flow else ()


def _by_step(flow: Flow | None) -> dict[str, tuple[str, ...]]:
    steps = every_step(flow.steps, flow) if flow else ()
    return {name: step.seen_by for name, step in steps if step.seen_by}


def _is_narrow(flow: Flow | None) -> bool:
    """Say whether it matters who is who: where it is not for everybody who works here."""
    each = (_seen_by(flow), *_by_step(flow).values())
    return any(words and EVERYBODY not in words for words in each)


def _flow_of(check_in: Whose) -> Flow | None:
    if check_in.flow_version_id:
        return flows.version(check_in.flow_version_id)
    return flows_in_use().flows.get(check_in.asks)
