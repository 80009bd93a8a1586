"""What somebody asked to be done beside what they said: to be rung for, to be talked with.

Whoever cannot do that says nothing of the words: it is handed on alone. The words go on where
what carries them was refused, or waited. Work about one promise carries none either: whoever is
told of it reads that promise, and what it answers.
Source: product.md rule 9, trust.md A2.
"""

from collections.abc import Collection
from dataclasses import replace

from checkin.agreements.advocate import ADVOCATE_ASKED
from checkin.agreements.named_to_do import NAMED, OWNER_LEFT
from checkin.agreements.open_again import OPEN_AGAIN
from checkin.agreements.seen import Said, Was
from checkin.agreements.tell_in_person import TELL_IN_PERSON

PROMISE_LATE = "promise_overdue"  # the kind of the work about a promise that is late
ERRANDS = frozenset({ADVOCATE_ASKED, "ask_to_talk"})
"""Kinds of alerts about something else to be done."""
ABOUT_A_PROMISE = frozenset({NAMED, OWNER_LEFT, PROMISE_LATE, OPEN_AGAIN, TELL_IN_PERSON})
"""Kinds of alerts about one promise, whose id is in their group."""
NO_WORDS = ERRANDS | ABOUT_A_PROMISE
"""Kinds of alerts that carry no words: being told of one opens nothing of what was said."""


def promise_of(kind: str, group: str) -> str | None:
    """Return about which promise (the id of its loop) an alert is, if it is about one."""
    return group.removeprefix(f"{kind}:") if kind in ABOUT_A_PROMISE else None


def of_alert(said: Said, kind: str, alert_id: str) -> Said:
    """Return what decides who may see one alert of it: an errand stands by itself."""
    if kind not in NO_WORDS:
        return said
    was = said.errands.get(alert_id, Was())
    if kind in ABOUT_A_PROMISE:  # whoever may read the words may know of it too
        return replace(said, told=said.told | was.told, refused=said.refused | was.refused)
    return replace(said, told=was.told, refused=was.refused, waited=was.waited)


def refused_by(said: Said, kind: str, alert_id: str, staff: Collection[str]) -> Said:
    """Return the same once these (ids) said that they cannot do this alert of it."""
    if kind not in NO_WORDS:
        return replace(said, refused=said.refused.union(staff))
    was = said.errands.get(alert_id, Was())
    mine = replace(was, refused=was.refused.union(staff))
    return replace(said, errands={**said.errands, alert_id: mine})
