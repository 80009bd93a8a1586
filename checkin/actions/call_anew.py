"""A hurt was closed, and whom it is kept from rings or goes to the person: others are called anew.

The person told nothing more, and knows of no such call: what they text is read as if there were none.
Source: trust.md A2, thresholds.md T15.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from checkin.actions.calls import is_for_the_house
from checkin.actions.raise_alert import Raised, raise_alerts
from checkin.actions.tell_of_call import Told
from checkin.agreements.disclosure import SOMEONE_HURT
from checkin.agreements.reached import Reached
from checkin.conversation.flows.level import Level
from checkin.storage import agreements, which_alerts
from checkin.storage.kept_from import Confided, confided
from checkin.storage.tables import AlertRow, PersonRow

STILL_TOLD = timedelta(days=30)
"""So long after a hurt was closed, that whom it names rings or goes to the person is told."""

ANEW = "anew:"  # the key of each begins so


def is_called_anew(alert: AlertRow) -> bool:
    """Say whether it was raised so, and by nothing that the person told."""
    return alert.key.startswith(ANEW)


class ComesTo(NamedTuple):
    """Who of staff (id) rings or goes to a person, how soon others are asked then, by which agreement."""

    person: PersonRow
    staff_id: str
    level: Level = "soon"
    version_id: str | None = None


def call_anew(
    comes: ComesTo,
    told: Mapping[str, Told],
    words: Callable[[Confided], str],
    what: str,
    now: datetime,
) -> None:
    """Call whoever may know of each such hurt, with these words.

    `told`: what is told already, by check-in. `what`: of what it is, once of each.
    """
    agreed = agreements.version(comes.version_id) if comes.version_id else None
    here = {key for key, one in told.items() if any(map(is_for_the_house, one.alerts))}
    raised = [
        Raised(
            comes.person,
            _hurt(f"{ANEW}{what}:{key}", closed.alerts[0], words(closed.kept), comes),
            agreed,
            key,
        )
        for key, closed in closed_lately(comes.person.id, now).items()
        if closed.kept.keeps_out({comes.staff_id}) and key not in here
    ]
    raise_alerts(raised, now)


def closed_lately(person_id: str, now: datetime) -> Mapping[str, Told]:
    """Return by check-in the hurts that were closed in the last 30 days, what was closed first at first."""
    closed: dict[str, list[AlertRow]] = {}
    for one in which_alerts.closed_since(person_id, SOMEONE_HURT, now - STILL_TOLD):
        closed.setdefault(one.check_in_id or "", []).append(one)
    return {key: Told(kept, closed[key]) for key, kept in confided(closed.keys()).items()}


def _hurt(key: str, before: AlertRow, title: str, comes: ComesTo) -> Reached:
    return Reached(SOMEONE_HURT, comes.level, key=key, group=before.group_key, title=title)
