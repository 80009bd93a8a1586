"""What the hour brings to a check-in: it is asked, reminded of, missed, counted, looked at again."""

from dataclasses import dataclass
from datetime import datetime

from checkin.agreements.expected import WAITING, CheckInState
from checkin.lives.check_in import CheckIn, can_be_answered, is_open, is_put_off, left_at, timed
from checkin.lives.illegal_move import allow


@dataclass(frozen=True, slots=True)
class Asked:
    """It was asked."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Wait for an answer. Asked so late that the reminder is due too: one text, never two."""
        allow(self, it.state, when=it.state == CheckInState.PLANNED and is_open(it))
        remind_at = it.remind_at if it.remind_at and it.remind_at > self.at else None
        asked = it._replace(state=CheckInState.ASKED, asked_at=self.at, remind_at=remind_at)
        return timed(asked)


@dataclass(frozen=True, slots=True)
class Reminded:
    """The person was reminded of what they were asked."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Wait once more."""
        allow(self, it.state, when=it.state != CheckInState.REMINDED and is_open(it))
        return timed(it._replace(state=CheckInState.REMINDED, reminded_at=self.at))


@dataclass(frozen=True, slots=True)
class Missed:
    """Nobody answered in time."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """End; what comes now comes late."""
        allow(self, it.state, when=it.state in WAITING)
        missed = it._replace(state=CheckInState.MISSED, missed_at=self.at, put_off_until=None)
        return timed(missed)


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """It had been put off, and was asked once more."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Wait until its end; there is no reminder after this."""
        allow(self, it.state, when=is_put_off(it))
        asked = it._replace(state=CheckInState.ASKED, asked_at=it.asked_at or self.at)
        return timed(asked._replace(remind_at=None, put_off_until=None))


@dataclass(frozen=True, slots=True)
class RungInstead:
    """It was due and no text can ask it: staff were asked to ring."""

    def applied_to(self, it: CheckIn) -> CheckIn:
        """There is nothing more to look at: an alert of its own goes on from here."""
        allow(self, it.state, when=can_be_answered(it))
        return it._replace(state=CheckInState.STOPPED_TEXTS, next_at=None)


@dataclass(frozen=True, slots=True)
class Counted:
    """Thresholds counted what was sent."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Count it once."""
        allow(self, it.state, when=it.sent_at is not None)
        return timed(it._replace(counted_at=it.counted_at or self.at))


@dataclass(frozen=True, slots=True)
class LeftTold:
    """It was left unsent, and somebody outside the house was told that it was."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Tell of it once."""
        allow(self, it.state, when=left_at(it) is not None)
        return timed(it._replace(left_told_at=self.at))


@dataclass(frozen=True, slots=True)
class LookAgain:
    """There was nothing to do, or it could not be done: look again then; None: never by itself."""

    at: datetime | None

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Stay as it is."""
        return it._replace(next_at=self.at)
