"""Many alerts at once: one message to each member of staff, that says how many there are.

Each alert keeps a message of its own, and what becomes of the one that went becomes of each: one
that is refused sends every alert of it on. Sources: alerts.md 7 and 10.7.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from checkin.actions.rings_too_often import rings_too_often
from checkin.actions.telling import TAKE_IT
from checkin.installation import here
from checkin.lives.message import MessageState, is_too_late
from checkin.lives.new_message import MessageChannel
from checkin.storage import leases
from checkin.storage.leases import OF_AN_ALERT, Leased
from checkin.storage.messages import life_of
from checkin.storage.tables import MessageRow

MOST_AT_ONCE: Mapping[MessageChannel, int] = {"text": 3, "call": 1}
"""How many go one by one. A call says the same of each, so that one is enough."""


@dataclass(frozen=True, slots=True)
class ToSend:
    """What goes out as one, under a name of its own: one message, or many to one contact point."""

    name: str
    leased: tuple[Leased, ...]
    body: str


def due_as_few(now: datetime, most: int) -> list[ToSend]:
    """Lease up to `most` of the most pressing messages that are due, and what goes with each."""
    rows = leases.due(now, most)
    gone = [row for row in rows if _went_with_others(row)]
    tells = [row for row in rows if _tells(row)]
    others = [row for row in rows if row not in gone and row not in tells]
    return [
        *_gone_together(gone, now),
        *_told_together(tells, now),
        *(_alone(row, now) for row in others),
    ]


def _went_with_others(row: MessageRow) -> bool:
    return row.bundle_id is not None and row.state != MessageState.PENDING


def _tells(row: MessageRow) -> bool:
    return row.about == OF_AN_ALERT and row.state == MessageState.PENDING


def _gone_together(rows: Sequence[MessageRow], now: datetime) -> Iterator[ToSend]:
    """Yield what may have gone as one, to be looked for and sent again as it was."""
    bundles: dict[str, list[MessageRow]] = defaultdict(list)
    for row in [*rows, *(leases.gone_with(rows, now) if rows else ())]:
        bundles[row.bundle_id or ""].append(row)
    for key, same in bundles.items():
        words = _words_now(key, same, now)
        yield ToSend(key, leases.lease(same, now, key), words)


def _words_now(key: str, same: Sequence[MessageRow], now: datetime) -> str:
    """Return the words it went in, or new ones where one of them need not, or may not, be told any more."""
    still = [row for row in same if not is_too_late(life_of(row), now)]
    if still and (leases.left_out(key) or len(still) < len(same)):
        leases.reword(key, _and_more(still))
    return leases.words_of(key)


def _told_together(rows: Sequence[MessageRow], now: datetime) -> Iterator[ToSend]:
    """Yield what tells staff of alerts; more than a few to one contact point become one."""
    too = leases.told_too(rows, now) if rows else ()
    leases.by_text(rings_too_often([*rows, *too], now))
    phones: dict[tuple[MessageChannel, str], list[MessageRow]] = defaultdict(list)
    for row in [*rows, *too]:
        phones[row.channel, row.address].append(row)
    for (channel, _), same in phones.items():
        if len(same) <= MOST_AT_ONCE[channel]:
            yield from (_alone(row, now) for row in same if row in rows)
            continue
        body = _and_more(same)
        key = leases.put_bundle(body)
        yield ToSend(key, leases.lease(same, now, key), body)


def _alone(row: MessageRow, now: datetime) -> ToSend:
    return ToSend(row.id, leases.lease([row], now), row.body)


def _and_more(rows: Sequence[MessageRow]) -> str:
    """Name the most pressing, and how many more; whoever takes that one leaves the others."""
    first = min(rows, key=lambda row: (row.urgency, row.made_at, row.key))
    if len(rows) == 1:
        return first.body
    said = first.body.partition(TAKE_IT)[0]
    return f"{said} And {len(rows) - 1} more. Take them: {here().addresses.alerts()}"
