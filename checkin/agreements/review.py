"""When an agreement is looked at again, and what happens when nobody does.

Source: thresholds.md C.0 "Who may change it" and "Review date logic".
"""

from datetime import date, timedelta

from checkin.agreements.agreement import Agreement, Threshold

PAUSE_AFTER = timedelta(days=14)
PAUSES_WHEN_OUT_OF_DATE = ("feeling_run",)
"""Of the wellbeing thresholds (T6 to T9): asking to talk runs on, for nobody may be left waiting."""


def ends_on(agreement: Agreement) -> date:
    """Return the last day of an agreement: one the person did not agree to ends at its review."""
    return date.max if agreement.view_of_person == "agrees" else agreement.review_on


def threshold_runs(threshold: Threshold, agreement: Agreement, today: date) -> bool:
    """Say whether a threshold still counts: wellbeing pauses 14 days after a review was let slip."""
    if today > ends_on(agreement):
        return False
    paused = today > agreement.review_on + PAUSE_AFTER
    return not (paused and threshold.kind in PAUSES_WHEN_OUT_OF_DATE)
