"""Whether an alert is a disclosure: somebody was hurt, or nobody can tell that they were not.

What is told to somebody outside may be good news: then nobody is asked whether they are out of
harm's way. Source: thresholds.md T15.
"""

from checkin.actions.who_knows import raised_by_answers
from checkin.agreements.disclosure import SOMEONE_HURT
from checkin.agreements.told_outside import TOLD_OUTSIDE
from checkin.storage.kept_from import confided
from checkin.storage.tables import AlertRow
from checkin.storage.who_may_see import step_of_media


def discloses(alert: AlertRow) -> bool:
    """Say whether staff treat it as a disclosure, with its own advice and a reason to close it."""
    if alert.kind != TOLD_OUTSIDE or not alert.check_in_id:
        return alert.kind == SOMEONE_HURT
    said_so = any(one.kind == SOMEONE_HURT for one in raised_by_answers(alert.check_in_id))
    return said_so or _nobody_can_tell(alert.check_in_id)


def _nobody_can_tell(check_in_id: str) -> bool:
    """Say whether it is not clear from whom it is kept, or it was told so that nothing reads it."""
    told = confided({check_in_id}).get(check_in_id)
    return bool(told and told.unclear) or bool(step_of_media({check_in_id}))
