"""Staff did not keep to the plan, and the person said so: who will look at it, and by when.

Source: thresholds.md T12 "Person sees", scenarios.md A05.
"""

from checkin import wording
from checkin.agreements.threshold import PlanNotKept
from checkin.agreements.times import local
from checkin.agreements.working_days import after_working_days
from checkin.lives.alert import LIVE
from checkin.storage import agreements, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, CheckInRow

KIND = PlanNotKept.model_fields["kind"].default
WITHIN = 1  # working day


def we_will_look(check_in: CheckInRow) -> tuple[str, ...]:
    """Say what we do about the alert that this check-in raised; nothing where none is open."""
    found = which_alerts.alerts_of_check_in(check_in.id)
    return next((_words(one) for one in found if one.kind == KIND and one.state in LIVE), ())


def _words(alert: AlertRow) -> tuple[str, ...]:
    agreed = agreements.version(alert.agreement_version_id or "").agreement
    leads = alert.taken_by or agreed.cover.team_lead or agreed.cover.manager or ""
    named = staff_kept.staff_by_id([leads])
    who = named[leads].called if leads in named else "Someone"
    day = after_working_days(local(alert.opened_at, agreed.zone).date(), WITHIN)
    return (
        f"You told us {len(alert.what)} times.",
        "We will look at your morning plan.",
        f"{who} will talk to you by {wording.plain_day(day)}.",
    )
