"""What somebody asked to be done beside what they said: to be rung for, to be talked with.

Whoever cannot do that says nothing of the words: it is handed on alone. The words go on where
what carries them was refused, or waited.
Source: product.md rule 9, trust.md A2.
"""

from collections.abc import Collection
from dataclasses import replace

from checkin.agreements.advocate import ADVOCATE_ASKED
from checkin.agreements.seen import Said, Was

ERRANDS = frozenset({ADVOCATE_ASKED, "ask_to_talk"})
"""Kinds of alerts that carry no words."""


def of_alert(said: Said, kind: str, alert_id: str) -> Said:
    """Return what decides who may see one alert of it: an errand stands by itself."""
    if kind not in ERRANDS:
        return said
    was = said.errands.get(alert_id, Was())
    return replace(said, told=was.told, refused=was.refused, waited=was.waited)


def refused_by(said: Said, kind: str, alert_id: str, staff: Collection[str]) -> Said:
    """Return the same once these (ids) said that they cannot do this alert of it."""
    if kind not in ERRANDS:
        return replace(said, refused=said.refused.union(staff))
    was = said.errands.get(alert_id, Was())
    mine = replace(was, refused=was.refused.union(staff))
    return replace(said, errands={**said.errands, alert_id: mine})
