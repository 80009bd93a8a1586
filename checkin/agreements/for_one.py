"""A task for one is theirs: who may take it, and so who may close it.

Whom it is about never may. Others may where a step told them of it, where the person was told
that they stand in for one who is not on cover, and, as managers, where it is about the service
or whom it is for cannot do it.
Source: thresholds.md C.0 "Levels", trust.md A2.
"""

from dataclasses import dataclass

from checkin.agreements.seen import NOBODY


@dataclass(frozen=True, slots=True)
class ForOne:
    """A task for one, by staff ids. `here`: who may know of it, without whom it is about."""

    staff: str
    here: frozenset[str]
    told: frozenset[str] = NOBODY  # its steps named them, or the person was told that they may
    managers: frozenset[str] = NOBODY
    of_service: bool = False


def takers(task: ForOne) -> frozenset[str]:
    """Return who may take it; where none of them is here any more, all who may know of it."""
    by_manager = task.of_service or task.staff not in task.here
    managers = task.managers if by_manager else NOBODY
    return ((managers | task.told | {task.staff}) & task.here) or task.here
