"""What staff say to a person answers what waits to be read, and in no check-in calls too: whoever says it has it.

Words are answered by that, and nobody is asked to read them any more; a wish or a worry waits still to be
decided. A call goes on with who has it.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from checkin.actions.calls import WAITS_FOR_STAFF
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.loops import read_loop
from checkin.actions.may_see import open_to
from checkin.actions.settle_task import settle
from checkin.actions.take_alert import have_it, take_alert
from checkin.agreements.seen import StaffMember
from checkin.agreements.words_to_read import TO_READ
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.replies.own_words import own_words_are
from checkin.lives.alert import Open
from checkin.storage import alert_life, alert_steps, alerts, loops, which_alerts
from checkin.storage.alert_steps import AlertStep
from checkin.storage.answered_in_words import ANSWERED, ANSWERED_AND_DECIDE
from checkin.storage.tables import AlertRow, LoopRow, Staff


def may_be_answered(
    person_id: str, check_in_id: str | None, viewer: StaffMember, now: datetime
) -> Sequence[AlertRow]:
    """Return what words to this person can answer there, and this one may know of.

    In a check-in it is what they said there; in none, first calls that nobody has.
    """
    live = () if check_in_id else which_alerts.live_of_person(person_id)
    calls = [one for one in live if one.kind in WAITS_FOR_STAFF and one.state == "open"]
    said = which_alerts.live_said_in(person_id, check_in_id, TO_READ)
    return open_to(viewer, [*calls, *said], now)


def answer_in_words(
    alert_ids: Collection[str],
    person_id: str,
    check_in_id: str | None,
    staff: Staff,
    viewer: StaffMember,
    now: datetime,
) -> None:
    """Let whoever just said something to this person there have these of what it can answer."""
    for one in may_be_answered(person_id, check_in_id, viewer, now):
        if one.id in alert_ids:
            if one.kind == TO_READ:
                _answered(alerts.the_alert(one.id), staff, now)
            else:
                take_alert(one.id, staff.id, now)


def _answered(task: AlertRow, staff: Staff, now: datetime) -> None:
    """Words are for whoever answers them, whosever to read they were."""
    life = alert_life.life_of(task)
    if isinstance(life, Open):
        have_it(task, life, staff.id, now)
    said = AlertStep(task.id, now, "texted", f"{staff.called} answered in words.", staff.id)
    alert_steps.add_steps([said])
    rows = loops.all_read_with(task.group_key.removeprefix(f"{TO_READ}:"))
    for row in rows:
        read_loop(row.id, staff.id, now)
    decide = any(map(_waits_to_be_decided, rows))
    settle(task, ANSWERED_AND_DECIDE if decide else ANSWERED, said.words, now, staff.id)


def _waits_to_be_decided(row: LoopRow) -> bool:
    """Say whether words in return are not all that it asks for; of a voice or a photo nobody knows."""
    journey = OnAJourney(flows_in_use().library.language)
    return not row.words or own_words_are(row.words, journey) in ("wish", "worry")
