"""How a check-in moves: a value for each thing that can happen to it, with what it does.

`moved` applies a move; one that a check-in in its state cannot make raises `IllegalMove`.
An answer is never refused, however late it comes.
Source: thresholds.md C.0.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from checkin.agreements.expected import WAITING, CheckInState
from checkin.agreements.silence import moved_to
from checkin.lives.check_in import (
    CheckIn,
    is_in_time,
    is_open,
    is_put_off,
    never_silent,
    timed,
    waits_of,
)
from checkin.lives.illegal_move import IllegalMove


@dataclass(frozen=True, slots=True)
class Asked:
    """It was asked."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Wait for an answer."""
        _allow(self, it, when=it.state == CheckInState.PLANNED and is_open(it))
        return timed(replace(it, state=CheckInState.ASKED, asked_at=self.at))


@dataclass(frozen=True, slots=True)
class Reminded:
    """The person was reminded; for a check-in that was never asked it is the one text it gets."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Wait once more."""
        _allow(self, it, when=it.state != CheckInState.REMINDED and is_open(it))
        return timed(replace(it, state=CheckInState.REMINDED, reminded_at=self.at))


@dataclass(frozen=True, slots=True)
class Missed:
    """Nobody answered in time."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """End; what comes now comes late."""
        _allow(self, it, when=it.state in WAITING)
        missed = replace(it, state=CheckInState.MISSED, missed_at=self.at, put_off_until=None)
        return timed(missed)


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer came, in time or late. `to_count`: there is something that thresholds count."""

    at: datetime
    to_count: bool = True

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Keep when it came. A missed check-in stays missed."""
        counted = it.counted_at if self.to_count else self.at
        sent = replace(it, sent_at=self.at, counted_at=counted, put_off_until=None)
        if it.state == CheckInState.MISSED or not is_in_time(it, self.at):
            return timed(replace(sent, answered_late_at=it.answered_late_at or self.at))
        answered_at = it.answered_at or self.at
        return timed(replace(sent, state=CheckInState.ANSWERED, answered_at=answered_at))


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
        return timed(replace(it, state=state, put_off_until=self.until))


@dataclass(frozen=True, slots=True)
class CarriedOn:
    """The person carried on with what they had put off."""

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Wait for the rest; nobody is reminded in the middle of answering."""
        _allow(self, it, when=is_put_off(it))
        return timed(replace(it, state=CheckInState.ASKED, remind_at=None, put_off_until=None))


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """It had been put off, and was asked once more."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Wait until its end; there is no reminder after this."""
        _allow(self, it, when=is_put_off(it))
        asked = replace(it, state=CheckInState.ASKED, asked_at=it.asked_at or self.at)
        return timed(replace(asked, remind_at=None, put_off_until=None))


@dataclass(frozen=True, slots=True)
class Declined:
    """Not this time, thrown away, or put off until it was over: never a missed check-in."""

    def applied_to(self, it: CheckIn) -> CheckIn:
        """End, unless it had ended in another way."""
        if not is_open(it):
            return it
        return timed(replace(it, state=CheckInState.DECLINED, put_off_until=None))


@dataclass(frozen=True, slots=True)
class MovedTo:
    """LATE: all its times go with the moment it is due; `granted` minutes were for this one."""

    due_at: datetime
    granted: int = 0

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Wait longer; who was reminded may be reminded afresh."""
        _allow(self, it, when=is_open(it))
        later = moved_to(waits_of(it), self.due_at)
        return timed(
            replace(
                it,
                state=later.state,
                due_at=later.due_at,
                early_from=it.early_from + (self.due_at - it.due_at),
                remind_at=later.remind_at,
                deadline_at=later.deadline_at,
                late_minutes=it.late_minutes + self.granted,
            )
        )


@dataclass(frozen=True, slots=True)
class Cancelled:
    """It will not happen: the agreement changed, or the person is not going today."""

    def applied_to(self, it: CheckIn) -> CheckIn:
        """End, with nobody alarmed."""
        _allow(self, it, when=is_open(it) or it.state == CheckInState.STOPPED_TEXTS)
        return timed(replace(it, state=CheckInState.CANCELLED, put_off_until=None))


@dataclass(frozen=True, slots=True)
class TextsStopped:
    """The person stopped texts: this is not asked. If it is still to come, staff ring then."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Look again when it is due, if that is to come. When it was put off to still stands."""
        _allow(self, it, when=is_open(it))
        ring_at = it.due_at if it.due_at > self.at else None
        return replace(it, state=CheckInState.STOPPED_TEXTS, next_at=ring_at)


@dataclass(frozen=True, slots=True)
class TextsStarted:
    """Texts are on again, and there is still time to answer."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Wait as before the stop: for its time, for an answer, or for when it was put off to."""
        _allow(self, it, when=it.state == CheckInState.STOPPED_TEXTS and is_in_time(it, self.at))
        return timed(replace(it, state=_before_the_stop(it)))


def _before_the_stop(it: CheckIn) -> CheckInState:
    if it.reminded_at:
        return CheckInState.REMINDED
    return CheckInState.ASKED if it.asked_at else CheckInState.PLANNED


@dataclass(frozen=True, slots=True)
class RungInstead:
    """Texts are stopped and it was due: staff were asked to ring."""

    def applied_to(self, it: CheckIn) -> CheckIn:
        """There is nothing more to look at: an alert of its own goes on from here."""
        _allow(self, it, when=it.state == CheckInState.STOPPED_TEXTS)
        return replace(it, next_at=None)


@dataclass(frozen=True, slots=True)
class WithStaff:
    """Staff are with the person: what was still to be asked need not be."""

    by: str
    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """End, and say who is there."""
        _allow(self, it, when=is_open(it))
        there = replace(it, state=CheckInState.WITH_STAFF, put_off_until=None)
        return timed(ConfirmedByOther(self.by, "with them", self.at).applied_to(there))


@dataclass(frozen=True, slots=True)
class ConfirmedByOther:
    """Someone else told us how the person is; it stands beside, and is never their answer."""

    by: str
    how: str | None
    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Change nothing but what we were told."""
        return replace(it, confirmed_by=self.by, confirmed_how=self.how, confirmed_at=self.at)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The person took back what they had sent."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Count it no more."""
        _allow(self, it, when=it.sent_at is not None)
        return timed(replace(it, taken_back_at=it.taken_back_at or self.at))


@dataclass(frozen=True, slots=True)
class Counted:
    """Thresholds counted what was sent."""

    at: datetime

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Count it once."""
        _allow(self, it, when=it.sent_at is not None)
        return timed(replace(it, counted_at=it.counted_at or self.at))


@dataclass(frozen=True, slots=True)
class LookAgain:
    """There was nothing to do, or it could not be done: look again then; None: never by itself."""

    at: datetime | None

    def applied_to(self, it: CheckIn) -> CheckIn:
        """Stay as it is."""
        return replace(it, next_at=self.at)


Move = (
    Asked | Reminded | Missed | Answered | PutOff | CarriedOn | AskedAgain | Declined | MovedTo
    | Cancelled | TextsStopped | TextsStarted | RungInstead | WithStaff | ConfirmedByOther
    | TakenBack | Counted | LookAgain
)  # fmt: skip


def moved(check_in: CheckIn, move: Move) -> CheckIn:
    """Return the check-in after a move, with the moment at which it is looked at next."""
    after = move.applied_to(check_in)
    _allow(move, check_in, when=never_silent(after))
    return after


def _allow(move: Move, it: CheckIn, *, when: bool) -> None:
    if not when:
        raise IllegalMove(it.state, move)
