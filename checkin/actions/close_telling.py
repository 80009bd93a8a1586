"""More words name somebody: what they told is kept from them now, and goes on with others at once.

Whoever has an alert of it gives it up; whoever is being told of it is told no more; and it is never
with nobody. Source: trust.md A2, thresholds.md T15.
"""

from collections.abc import Sequence
from datetime import datetime

from checkin.actions.give_back import tell_next
from checkin.actions.notice_who_left import notice_who_is_kept_out
from checkin.actions.tell_outside import tell_outside
from checkin.actions.who_knows import raised_by_answers
from checkin.actions.whom_a_step_tells import whom
from checkin.lives.alert import LIVE, Claimed
from checkin.lives.alert_moves import GiveBack, TellNext, moved
from checkin.storage import alert_life, alert_steps, alerts, messages, what_was_sent
from checkin.storage.alert_steps import AlertStep
from checkin.storage.tables import AlertRow, CheckInRow

KEPT_NOW = "They told more, and whom it is kept from changed."


def close_telling(check_in: CheckInRow, now: datetime) -> Sequence[str]:
    """Let it go on with others where those who have it may not see it any more.

    Return of which alerts others are told now.
    """
    tell_outside(check_in, now)
    live = [one.id for one in raised_by_answers(check_in.id) if one.state in LIVE]
    passed_on = [one for one in live if _pass_on(alerts.the_alert(one), now)]
    messages.cancel_said_of(passed_on, now)
    notice_who_is_kept_out(check_in, now)
    return passed_on


def _pass_on(alert: AlertRow, now: datetime) -> bool:
    """Tell others of it where none of those who have it, or are told, may see it; say whether so."""
    life = alert_life.live(alert)
    has_it = {life.owner} if isinstance(life, Claimed) else what_was_sent.told_last(alert.id)
    may = whom(alert).contacts.may_know(alert, now, alert.step).keys()
    messages.cancel_for_others(alert.id, may, now)
    if not has_it or not has_it.isdisjoint(may):
        return False
    to = moved(GiveBack(life) if isinstance(life, Claimed) else TellNext(life), now)
    alert_steps.add_steps([AlertStep(alert.id, now, "heard", KEPT_NOW, to=to)])
    tell_next(alert, now)
    return True
