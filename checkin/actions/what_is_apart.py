"""What was told in confidence, for whoever may not know of it: check-ins, and what they set."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime

from checkin.actions.said_in import said_in
from checkin.agreements.seeing import MayNot, in_confidence, may_see
from checkin.agreements.seen import CheckIn, Viewer


def kept_whole_from(viewer: Viewer, check_in_ids: Collection[str], now: datetime) -> set[str]:
    """Return in which check-ins what was told is not for this one to know of: told in confidence."""
    apart = _told_apart(check_in_ids, now).items()
    whole = {key: replace(one.said, told_later=False) for key, one in apart}
    return {key for key, one in whole.items() if _is_kept(viewer, CheckIn(one))}


def kept_as_sent_from(viewer: Viewer, check_in_ids: Collection[str], now: datetime) -> set[str]:
    """Return the same of what was kept from this one as it was sent, and so of what follows from that."""
    apart = _told_apart(check_in_ids, now).items()
    begun = {key: replace(one.said, told_later=False) for key, one in apart if one.said.begun}
    return {key for key, one in apart if _is_kept(viewer, CheckIn(begun.get(key, one.said)))}


def _is_kept(viewer: Viewer, one: CheckIn) -> bool:
    return isinstance(may_see(viewer, one), MayNot)


def told_apart(check_in_ids: Collection[str], now: datetime) -> set[str]:
    """Return which check-ins were told in confidence: no screen of many says what was said there."""
    return set(_told_apart(check_in_ids, now))


def _told_apart(check_in_ids: Collection[str], now: datetime) -> Mapping[str, CheckIn]:
    things = {key: CheckIn(one) for key, one in said_in(check_in_ids, now).items()}
    return {key: one for key, one in things.items() if in_confidence(one.said)}
