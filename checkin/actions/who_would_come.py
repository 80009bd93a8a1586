"""Who would come if a person called for help now."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from checkin.actions.about import on_cover_now
from checkin.actions.help_coming import group_of_help
from checkin.actions.told_if_sent import would_tell
from checkin.actions.turned_away import not_rung_first
from checkin.agreements.happened import HelpAsked
from checkin.storage import alerts
from checkin.storage.tables import PersonRow, Staff


@dataclass(frozen=True, slots=True)
class WouldCome:
    """Whom to offer of those who would be told of a call, and all of them; or it rings again."""

    first: Staff | None
    told: tuple[Staff, ...]
    again: bool


def who_would_come(
    person: PersonRow,
    now: datetime,
    *,
    not_these: Collection[str] = (),
    device_id: str | None = None,
) -> WouldCome:
    """Return who would be told at once of a call for help: first who is on cover now.

    `not_these`: from whom the person keeps what they are telling (ids). They are not offered; the
    call itself is kept from nobody, and all who are told are named. `device_id`: on which Help is.
    """
    asked = HelpAsked("", not_first=not_rung_first(person.id, device_id))
    told = [one for each in would_tell(person, asked, now) for one in each.staff]
    on_cover = on_cover_now(person, now)
    first = [one for one in told if on_cover and one.id == on_cover.id]
    offered = next((one for one in (*first, *told) if one.id not in not_these), None)
    again = alerts.live_in_group(group_of_help(person.id)) is not None
    return WouldCome(offered, tuple(dict.fromkeys(told)), again)
