"""How a check-in moves: a value for each thing that can happen to it, with what it does.

`moved` applies a move; one that a check-in in its state cannot make raises `IllegalMove`.
An answer is never refused, however late it comes.
Source: thresholds.md C.0.
"""

from checkin.lives.check_in import CheckIn, never_silent
from checkin.lives.check_in_moved_by_person import (
    Answered,
    CarriedOn,
    Declined,
    MovedTo,
    PutOff,
    ToldOfHurt,
)
from checkin.lives.check_in_moved_by_staff import (
    Cancelled,
    ConfirmedByOther,
    PlannedAnew,
    WithStaff,
)
from checkin.lives.check_in_moved_by_time import (
    Asked,
    AskedAgain,
    Counted,
    LeftTold,
    LookAgain,
    Missed,
    Reminded,
    RungInstead,
)
from checkin.lives.check_in_taken_back import (
    CalledOff,
    GoingAfterAll,
    NobodyWithThem,
    OkTakenBack,
    TakenBack,
    TextsStarted,
    TextsStopped,
)
from checkin.lives.illegal_move import allow

Move = (
    Asked | Reminded | Missed | Answered | PutOff | CarriedOn | AskedAgain | Declined | MovedTo
    | CalledOff | GoingAfterAll | Cancelled | PlannedAnew | TextsStopped | TextsStarted | RungInstead | WithStaff | ConfirmedByOther
    | NobodyWithThem | OkTakenBack | TakenBack | Counted | LookAgain | ToldOfHurt | LeftTold
)  # fmt: skip


def moved(check_in: CheckIn, move: Move) -> CheckIn:
    """Return the check-in after a move, with the moment at which it is looked at next."""
    after = move.applied_to(check_in)
    allow(move, check_in.state, when=never_silent(after))
    return after
