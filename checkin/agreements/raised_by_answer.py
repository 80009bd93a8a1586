"""Work that an answer raised: it is for whom the answer is for, and for whoever its ladder asked so far.

What calls for somebody at once, or soon, is for all who work here; so is what says nothing of an
answer, such as a miss.
"""

from typing import Protocol

from checkin.agreements.advocate import ADVOCATE_ASKED
from checkin.agreements.ladder import AFTER_THE_LAST, steps_for
from checkin.agreements.open_again import OPEN_AGAIN
from checkin.agreements.reached import About
from checkin.agreements.seen import NOBODY, Team
from checkin.agreements.words_to_read import TO_READ
from checkin.conversation.flows.level import Level

KINDS = frozenset(
    {
        "ask_to_talk",
        "feeling_run",
        "checklist_gap",
        "confidence_drop",
        "plan_not_kept",
        "told",
        ADVOCATE_ASKED,
        OPEN_AGAIN,
        TO_READ,
    }
)
CAN_WAIT: tuple[Level, ...] = ("today", "plan")


class Raised(Protocol):
    """An alert, as far as it says whom it asked. `for_staff`: a staff id."""

    @property
    def kind(self) -> str: ...
    @property
    def level(self) -> Level: ...
    @property
    def about(self) -> About: ...
    @property
    def task(self) -> bool: ...
    @property
    def for_staff(self) -> str | None: ...


def asked_so_far(alert: Raised, step: int, team: Team) -> frozenset[str] | None:
    """Return whom its list asked up to this step of the ladder; None where it is for all.

    Whoever got a message of it is known by that (`Said.told`).
    """
    if alert.kind not in KINDS or alert.level not in CAN_WAIT:
        return None
    keyworker = frozenset({team.keyworker} if team.keyworker else ())
    first = frozenset({alert.for_staff} if alert.for_staff else ()) or keyworker or team.cover
    leads = alert.about == "service" or _asks_managers(alert, step)
    return first | (team.managers if leads else NOBODY)


def _asks_managers(alert: Raised, step: int) -> bool:
    steps = steps_for(alert.level, task=alert.task)
    so_far = (*steps, AFTER_THE_LAST[alert.level])[: step + 1]
    return any("manager" in one.to or "all_managers" in one.to for one in so_far)
