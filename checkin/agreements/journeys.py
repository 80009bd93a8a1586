"""How a day out went, told from its check-ins.

Source: evidence.md F.1 "journey", scenarios.md D07, D19, D25.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from checkin.agreements.expected import CheckInState

Outcome = Literal["success", "supported", "ended_early", "not_started"]
Flag = Literal["confirmed_by_other", "answered_late", "not_heard"]


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """One check-in of the day, in order: how it ended, and how much longer we waited (minutes)."""

    key: str
    state: CheckInState
    late_minutes: int = 0
    confirmed_by_other: bool = False
    answered_late: bool = False


@dataclass(frozen=True, slots=True)
class Journey:
    """How it went. `late_total` is in minutes; a flag says how we know, or that we do not."""

    outcome: Outcome
    late_total: int
    flags: frozenset[Flag]


def journey(check_ins: Sequence[OnTheWay]) -> Journey:
    """Tell how the day went.

    `supported`: staff were with them on the way; `ended_early`: begun, and the last check-in was
    called off or nobody ever heard (flag `not_heard`). Being supported is no failure.
    """
    return Journey(
        outcome=_outcome(check_ins),
        late_total=sum(one.late_minutes for one in check_ins),
        flags=frozenset(flag for one in check_ins for flag in _flags(one)),
    )


def _outcome(check_ins: Sequence[OnTheWay]) -> Outcome:
    if any(one.state == CheckInState.WITH_STAFF for one in check_ins):
        return "supported"
    if not any(_is_known(one) for one in check_ins):
        return "not_started"
    return "success" if _is_known(check_ins[-1]) else "ended_early"


def _is_known(one: OnTheWay) -> bool:
    return one.state == CheckInState.ANSWERED or one.confirmed_by_other or one.answered_late


def _flags(one: OnTheWay) -> tuple[Flag, ...]:
    if one.state == CheckInState.MISSED and not _is_known(one):
        return ("not_heard",)
    late: tuple[Flag, ...] = ("answered_late",) if one.answered_late else ()
    return (*late, "confirmed_by_other") if one.confirmed_by_other else late
