"""What a person does with a check-in of theirs: answer, put off, decline, ask for longer."""

from dataclasses import dataclass
from datetime import datetime

from checkin.agreements.expected import CheckInState
from checkin.agreements.silence import moved_to
from checkin.lives.check_in import (
    CheckIn,
    can_be_answered,
    is_in_time,
    is_open,
    is_put_off,
    is_rung,
    timed,
    waits_of,
)
from checkin.lives.illegal_move import allow


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer came, in time or late. `to_count`: there is something that thresholds count."""

    at: datetime
    to_count: bool = True

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Keep when it came. A missed check-in stays missed."""
        counted = it.counted_at if self.to_count else self.at
        sent = it._replace(sent_at=self.at, counted_at=counted, put_off_until=None)
        if it.state == CheckInState.MISSED or not is_in_time(it, self.at):
            return timed(sent._replace(answered_late_at=it.answered_late_at or self.at))
        answered_at = it.answered_at or self.at
        return timed(sent._replace(state=CheckInState.ANSWERED, answered_at=answered_at))


@dataclass(frozen=True, slots=True)
class ToldOfHurt:
    """What was said so far, and not sent, tells of somebody being hurt; None: it does so no more."""

    at: datetime | None

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Look whether it was left; nobody asks by text or rings about what is not sent."""
        allow(self, it.state, when=not is_rung(it))
        return timed(it._replace(hurt_at=self.at))


@dataclass(frozen=True, slots=True)
class PutOff:
    """Not now: ask again then. None: they stopped, and carry on when they like."""

    at: datetime
    until: datetime | None

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Stay open. What was declined opens again; what is over stays over."""
        declined = it.state == CheckInState.DECLINED and it.answered_late_at is None
        if not (is_open(it) or declined) or not is_in_time(it, self.at):
            return it
        state = CheckInState.ASKED if declined else it.state
        return timed(it._replace(state=state, put_off_until=self.until))


@dataclass(frozen=True, slots=True)
class CarriedOn:
    """The person carried on with what they had put off."""

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Wait for the rest; nobody is reminded in the middle of answering."""
        allow(self, it.state, when=is_put_off(it))
        return timed(it._replace(state=CheckInState.ASKED, remind_at=None, put_off_until=None))


@dataclass(frozen=True, slots=True)
class Declined:
    """Not this time, thrown away, or put off until it was over: never a missed check-in."""

    def applied_to(self, it: CheckIn) -> CheckIn:
        """End, unless it had ended in another way."""
        if not is_open(it):
            return it
        return timed(it._replace(state=CheckInState.DECLINED, put_off_until=None))


@dataclass(frozen=True, slots=True)
class MovedTo:
    """LATE: all its times go with the moment it is due; `granted` minutes were for this one."""

    due_at: datetime
    granted: int = 0

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Wait longer, or ring later; who was reminded may be reminded afresh."""
        allow(self, it.state, when=can_be_answered(it))
        later = moved_to(waits_of(it), self.due_at)
        moved = it._replace(
            state=later.state,
            due_at=later.due_at,
            early_from=it.early_from + (self.due_at - it.due_at),
            remind_at=later.remind_at,
            deadline_at=later.deadline_at,
            late_minutes=it.late_minutes + self.granted,
        )
        if not is_rung(it):
            return timed(moved)
        return moved._replace(next_at=it.next_at if self.due_at == it.due_at else self.due_at)
