"""Somebody who was to look at what a person said cannot do it: who was asked instead, for their page."""

from collections.abc import Collection
from datetime import datetime

from checkin import wording
from checkin.actions.who_knows import raised_by_answers
from checkin.actions.who_looks import who_has
from checkin.lives.alert import LIVE
from checkin.storage import alert_steps
from checkin.storage import staff as staff_kept

CANNOT = "{who} cannot do it. We asked {names}."


def who_cannot(check_in_ids: Collection[str], now: datetime) -> dict[str, str]:
    """Return the sentence for each check-in of which somebody said so, while it is open."""
    found = {key: _sentence(key, now) for key in check_in_ids}
    return {key: words for key, words in found.items() if words}


def _sentence(check_in_id: str, now: datetime) -> str:
    live = [one for one in raised_by_answers(check_in_id) if one.state in LIVE]
    refused = alert_steps.who_cannot([one.id for one in live])
    cannot = {staff_id for each in refused.values() for staff_id in each}
    asked = {one.called for row in live if refused[row.id] for one in who_has(row, now)}
    who = [one.called for one in staff_kept.staff_by_id(cannot).values()]
    asked.difference_update(who)
    if not who or not asked:
        return ""
    names = wording.in_a_row(sorted(asked))
    return CANNOT.replace("{who}", wording.begun(wording.in_a_row(sorted(who)))).replace(
        "{names}", names
    )
