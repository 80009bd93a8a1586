"""What is looked at before messages are sent: who wants none, and what may have gone already."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import literal_column, select

from checkin.lives.message import WAITING
from checkin.storage.leases import Leased
from checkin.storage.receipts import went_as
from checkin.storage.tables import MessageRow, PersonRow, db
from checkin.storage.writing import among

A_WHILE = timedelta(minutes=5)


def silenced(leased: Sequence[Leased]) -> set[str]:
    """Return which of these must not go, because the person stopped texts or they are paused."""
    stoppable = {one.id: one.person_id for one in leased if one.to_person and not one.despite_stop}
    if not stoppable:
        return set()
    off = select(PersonRow.id).where(
        PersonRow.id.in_(stoppable.values()),
        PersonRow.texts_stopped_at.is_not(None) | PersonRow.texts_paused_at.is_not(None),
    )
    persons = set(db.session.scalars(off))
    return {message_id for message_id, person_id in stoppable.items() if person_id in persons}


def ids_of_others(leased: Sequence[Leased]) -> dict[str, frozenset[str]]:
    """Return, for each of these that may have gone, the company's ids of others to that number."""
    looked_for = {one.id: one.to.address for one in leased if one.may_have_gone}
    if not looked_for:
        return {}
    since = min(one.made_at for one in leased if one.may_have_gone) - A_WHILE
    rows = db.session.execute(
        select(MessageRow.address, MessageRow.provider_id).where(
            MessageRow.address.in_(set(looked_for.values())),
            MessageRow.provider_id.is_not(None),
            MessageRow.sent_at >= since,
        )
    )
    found: dict[str, set[str]] = defaultdict(set)
    for address, provider_id in [*rows, *_known_by_receipts(set(looked_for.values()))]:
        found[address].add(provider_id or "")
    return {key: frozenset(found[address]) for key, address in looked_for.items()}


def _known_by_receipts(addresses: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield, by address, the company's ids of what went there and nobody here wrote down yet."""
    rows = db.session.execute(
        select(MessageRow.address, MessageRow.id, MessageRow.bundle_id).where(
            MessageRow.address.in_(addresses), among(MessageRow.state, WAITING)
        )
    )
    names = {bundle or one: address for address, one, bundle in rows}
    for name, provider_id in went_as(names).items():
        yield names[name], provider_id


class Rang(NamedTuple):
    """A phone was rung of an alert, in one call with whatever has the same `call`."""

    address: str
    alert_id: str
    call: str


def rung_since(addresses: Collection[str], since: datetime) -> Collection[Rang]:
    """Return which of these phones were rung since then: only what the phone company took."""
    rows = db.session.execute(
        select(MessageRow.address, MessageRow.alert_id, MessageRow.provider_id)
        .where(
            literal_column("channel = 'call'"),  # as its index has it
            MessageRow.address.in_(addresses),
            MessageRow.sent_at >= since,
            MessageRow.provider_id.is_not(None),
        )
        .distinct()
    )
    return [Rang(address, alert_id or "", call or "") for address, alert_id, call in rows]
