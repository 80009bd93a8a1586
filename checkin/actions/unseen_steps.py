"""What came to an alert after a page showed it: nobody acts over what they have not seen."""

from collections.abc import Sequence

from checkin.lives.alert import StepKind
from checkin.storage import alert_steps
from checkin.storage.tables import AlertStepRow

NO_NEWS: tuple[StepKind, ...] = (
    "opened", "telling", "not_told", "ran_out", "taken", "given_back",
)  # fmt: skip
"""Who was told, and who had it, says nothing new of the person."""


class UnseenError(Exception):
    """Something came that the page did not show: read it first."""


def unseen_steps(alert_id: str, staff_id: str, seen: int) -> Sequence[AlertStepRow]:
    """Return what came after step number `seen` and is news to one of staff, in order.

    A number that no step has yet was not shown by any page: then nothing was.
    """
    return alert_steps.others_after(alert_id, seen, staff_id, NO_NEWS)
