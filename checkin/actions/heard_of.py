"""Who was missed was heard of since: what they missed stays to be done, and rings nobody any more.

It is never closed by that: somebody may have made them say it.
Source: alerts.md section 3 ("downgrade, no auto-close").
"""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime

from checkin.actions.calls import MISSED, is_missed
from checkin.lives.alert import LIVE, StepKind
from checkin.lives.alert_moves import Calm, Rest, moved
from checkin.storage import alert_life, alert_steps, alerts, messages, which_alerts
from checkin.storage.alert_steps import AlertStep
from checkin.storage.tables import AlertRow, CheckInRow

ANSWERED = "Answered it, and sent it."
RINGS_NOBODY = "This came late. We ring nobody about that any more."


def rings_no_more(
    person_id: str,
    words: str,
    now: datetime,
    kind: StepKind = "heard_late",
    which: Callable[[AlertRow], bool] = lambda _: True,
) -> Collection[str]:
    """Let all that a person missed wait for this shift, and return which (ids of alerts).

    What still waits to be sent of it does not go out. `words`: how they were heard of. What staff
    say of it (kind "heard") stands on it too.
    """
    calmed = set()
    said = (words,) if kind == "heard" else ()
    for miss in filter(which, _misses(person_id)):
        to = moved(Calm(alert_life.live(miss)), now)
        alert_steps.add_steps([AlertStep(miss.id, now, kind, words, to=to, said=said)])
        messages.cancel_for_alert(miss.id, now)
        calmed.add(miss.id)
    messages.cancel_said_of(calmed, now)
    return calmed


def answered_late(check_in: CheckInRow, now: datetime) -> None:
    """Ring nobody any more about a check-in that was missed: what it asks was sent now."""
    rings_no_more(
        check_in.person_id, ANSWERED, now, which=lambda one: one.check_in_id == check_in.id
    )


def said_of_late(check_in_id: str) -> tuple[str, ...]:
    """Return what whoever sent it late reads of its miss, as long as that is open."""
    live = (one for one in which_alerts.alerts_of_check_in(check_in_id) if one.state in LIVE)
    misses = [one for one in live if one.kind == MISSED]
    return (RINGS_NOBODY,) if misses and not any(map(is_missed, misses)) else ()


def wait_for(person_id: str, check_in_ids: Collection[str], until: datetime, now: datetime) -> None:
    """Let nobody be told of these missed check-ins before a time that their person gave."""
    for miss in _misses(person_id):
        if miss.check_in_id in check_in_ids:
            to, words = moved(Rest(alert_life.live(miss), until), now), "They are late."
            alert_steps.add_steps([AlertStep(miss.id, now, "heard", words, to=to)])


def _misses(person_id: str) -> Iterator[AlertRow]:
    """Yield what a person missed and is rung for, held."""
    for one in filter(is_missed, which_alerts.live_of_person(person_id)):
        held = alerts.the_alert(one.id)
        if held.state in LIVE and is_missed(held):
            yield held
