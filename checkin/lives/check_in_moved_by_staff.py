"""What others do to a check-in: staff are there, somebody knows how the person is, it is off."""

from dataclasses import dataclass
from datetime import datetime

from checkin.agreements.expected import CheckInState
from checkin.lives.check_in import CheckIn, is_open, timed
from checkin.lives.illegal_move import allow


@dataclass(frozen=True, slots=True)
class Cancelled:
    """It will not happen: the agreement changed, or the person is not going today."""

    def applied_to(self, it: CheckIn) -> CheckIn:
        """End, with nobody alarmed."""
        allow(self, it.state, when=is_open(it) or it.state == CheckInState.STOPPED_TEXTS)
        return timed(it._replace(state=CheckInState.CANCELLED, put_off_until=None))


@dataclass(frozen=True, slots=True)
class WithStaff:
    """Staff are with the person: what was still to be asked need not be."""

    by: str
    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """End, and say who is there."""
        allow(self, it.state, when=is_open(it))
        there = it._replace(state=CheckInState.WITH_STAFF, put_off_until=None)
        return timed(ConfirmedByOther(self.by, "with them", self.at).applied_to(there))


@dataclass(frozen=True, slots=True)
class ConfirmedByOther:
    """Someone else told us how the person is; it stands beside, and is never their answer."""

    by: str
    how: str | None
    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Change nothing but what we were told."""
        return it._replace(confirmed_by=self.by, confirmed_how=self.how, confirmed_at=self.at)
