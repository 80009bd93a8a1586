"""What a person takes back of a check-in, or goes back to: called off, texts stopped, an OK not so."""

from dataclasses import dataclass
from datetime import datetime

from checkin.agreements.expected import CheckInState
from checkin.lives.check_in import CheckIn, is_in_time, is_open, timed
from checkin.lives.illegal_move import allow


@dataclass(frozen=True, slots=True)
class CalledOff:
    """The person is not going that day."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """End, with nobody alarmed; that they said so holds, whatever else is agreed."""
        allow(self, it.state, when=is_open(it))
        off = it._replace(state=CheckInState.CANCELLED, called_off_at=self.at, put_off_until=None)
        return timed(off)


@dataclass(frozen=True, slots=True)
class TextsStopped:
    """The person stopped texts: this is not asked. If it is still to come, staff ring then."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Look again when it is due, if that is to come. When it was put off to still stands."""
        allow(self, it.state, when=is_open(it))
        ring_at = it.due_at if it.due_at > self.at else None
        return it._replace(state=CheckInState.STOPPED_TEXTS, next_at=ring_at)


@dataclass(frozen=True, slots=True)
class TextsStarted:
    """Texts are on again, and there is still time to answer."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Wait as before the stop: for its time, for an answer, or for when it was put off to."""
        allow(
            self, it.state, when=it.state == CheckInState.STOPPED_TEXTS and is_in_time(it, self.at)
        )
        return timed(it._replace(state=_before_the_stop(it)))


@dataclass(frozen=True, slots=True)
class GoingAfterAll:
    """The person called it off, and changed their mind while there is still time to answer."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Wait as before it was called off."""
        off = it.state == CheckInState.CANCELLED and it.called_off_at is not None
        allow(self, it.state, when=off and is_in_time(it, self.at))
        return timed(it._replace(state=_before_the_stop(it), called_off_at=None))


def _before_the_stop(it: CheckIn) -> CheckInState:
    if it.reminded_at:
        return CheckInState.REMINDED
    return CheckInState.ASKED if it.asked_at else CheckInState.PLANNED


@dataclass(frozen=True, slots=True)
class NobodyWithThem:
    """Staff said that they are with the person, who said in time that they are not."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Wait as before they said so. That they did stands beside it."""
        there = it.state == CheckInState.WITH_STAFF and is_in_time(it, self.at)
        allow(self, it.state, when=there)
        return timed(it._replace(state=_before_the_stop(it)))


@dataclass(frozen=True, slots=True)
class OkTakenBack:
    """The person said in time that their OK was not so."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Wait as before the OK, as if none had come."""
        answered = it.state == CheckInState.ANSWERED and is_in_time(it, self.at)
        allow(self, it.state, when=answered)
        waits = it._replace(state=_before_the_stop(it), answered_at=None)
        return timed(waits._replace(sent_at=None, counted_at=None))


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The person took back what they had sent."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Count it no more."""
        allow(self, it.state, when=it.sent_at is not None)
        return timed(it._replace(taken_back_at=it.taken_back_at or self.at))
