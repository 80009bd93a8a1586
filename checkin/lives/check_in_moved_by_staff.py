"""What others do to a check-in: staff are there, somebody knows how the person is, it is off."""

from dataclasses import dataclass
from datetime import datetime

from checkin.agreements.expected import CheckInState, Expected
from checkin.lives.check_in import CheckIn, is_open, may_be_with_staff, timed
from checkin.lives.illegal_move import allow

WITH_THEM = "with them"  # how staff know how a person is


@dataclass(frozen=True, slots=True)
class Cancelled:
    """It is not agreed any more, or was answered in another place: nothing of it stands."""

    def applied_to(self, it: CheckIn) -> CheckIn:
        """End, with nobody alarmed."""
        allow(self, it.state, when=is_open(it) or it.state in _NOT_ASKED)
        off = it._replace(state=CheckInState.CANCELLED, called_off_at=None, put_off_until=None)
        return timed(off)


@dataclass(frozen=True, slots=True)
class PlannedAnew:
    """Before it was asked, something else was agreed: these are its waits now."""

    waits: Expected
    early_from: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Wait as agreed now. What the person called off stays so."""
        allow(self, it.state, when=it.asked_at is None and (is_open(it) or it.state in _NOT_ASKED))
        anew = it._replace(
            state=CheckInState.CANCELLED if it.called_off_at else CheckInState.PLANNED,
            due_at=self.waits.due_at,
            early_from=self.early_from,
            remind_at=self.waits.remind_at,
            deadline_at=self.waits.deadline_at,
        )
        return timed(anew)


_NOT_ASKED = (CheckInState.STOPPED_TEXTS, CheckInState.CANCELLED)


@dataclass(frozen=True, slots=True)
class WithStaff:
    """Staff are with the person: what was still to be asked need not be."""

    by: str
    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """End, and say who is there."""
        allow(self, it.state, when=may_be_with_staff(it, self.at))
        there = it._replace(state=CheckInState.WITH_STAFF, put_off_until=None)
        return timed(ConfirmedByOther(self.by, WITH_THEM, self.at).applied_to(there))


@dataclass(frozen=True, slots=True)
class ConfirmedByOther:
    """Someone else told us how the person is; it stands beside, and is never their answer."""

    by: str
    how: str | None
    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Change nothing but what we were told."""
        return it._replace(confirmed_by=self.by, confirmed_how=self.how, confirmed_at=self.at)
