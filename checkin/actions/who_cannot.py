"""Somebody who was to look at what a person said cannot do it: who was asked instead, for their page."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime

from checkin import wording
from checkin.actions.who_knows import raised_by_answers
from checkin.actions.who_looks import who_has
from checkin.agreements.advocate import ADVOCATE_ASKED
from checkin.lives.alert import LIVE
from checkin.storage import alert_steps
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow

CANNOT = "{who} cannot {do}. We asked {names}."
DO = {ADVOCATE_ASKED: "ring your advocate", "ask_to_talk": "talk to you"}
"""What it is that they cannot do, by the kind of its alert, where it is beside the words."""


def who_cannot(check_in_ids: Collection[str], now: datetime) -> dict[str, str]:
    """Return what is said of each check-in of which somebody said so, while it is open."""
    found = {key: _sentences(key, now) for key in check_in_ids}
    return {key: words for key, words in found.items() if words}


def _sentences(check_in_id: str, now: datetime) -> str:
    each: dict[str, list[AlertRow]] = defaultdict(list)
    for one in raised_by_answers(check_in_id):
        if one.state in LIVE:
            each[DO.get(one.kind, "do it")].append(one)
    return " ".join(filter(None, (_sentence(do, each[do], now) for do in sorted(each))))


def _sentence(do: str, live: Sequence[AlertRow], now: datetime) -> str:
    refused = alert_steps.who_cannot([one.id for one in live])
    cannot = {staff_id for each in refused.values() for staff_id in each}
    asked = {one.called for row in live if refused[row.id] for one in who_has(row, now)}
    who = [one.called for one in staff_kept.staff_by_id(cannot).values()]
    asked.difference_update(who)
    if not who or not asked:
        return ""
    row = wording.begun(wording.in_a_row(sorted(who)))
    names = wording.in_a_row(sorted(asked))
    return CANNOT.replace("{who}", row).replace("{do}", do).replace("{names}", names)
