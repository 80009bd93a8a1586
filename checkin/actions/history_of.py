"""What thresholds count of a person's own past answers."""

from dataclasses import replace
from datetime import datetime

from checkin.agreements.counted import KINDS, steps_counted
from checkin.agreements.reached import PastAnswer
from checkin.storage import agreements, alerts, history


def history_of(person_id: str, now: datetime) -> dict[str, list[PastAnswer]]:
    """Return what thresholds count of a person's own past answers, and which alerted before."""
    in_force = agreements.agreements_of(person_id, now)
    found = history.history(person_id, steps_counted([one.agreement for one in in_force]))
    keys = [f"{kind}:{one.key}" for past in found.values() for one in past for kind in KINDS]
    raised = {key.split(":", 1)[1] for key in alerts.keys_among(keys)}
    return {
        step: [replace(one, reached_before=one.key in raised) for one in past]
        for step, past in found.items()
    }
