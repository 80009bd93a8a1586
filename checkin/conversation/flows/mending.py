"""A flow that does not fit its shape, mended on the side so that the rest is checked in the same run.

What is mended is never used: it only shows the faults that stand behind the first ones.
"""

from copy import deepcopy
from dataclasses import dataclass

from pydantic import ValidationError

from checkin.conversation.flows.faults import Path, nearest_name
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.shape import known_keys, path_of
from checkin.conversation.flows.step import KINDS
from checkin.conversation.flows.written import at

MOST_ROUNDS = 10  # what is behind that many faults is found in the next run

_INSTEAD = {"language": "en-GB", "channels": ["tablet"], "seen_by": []}


@dataclass(frozen=True, slots=True)
class Mended:
    """What could be saved; `lost` where steps or choices had to be left out."""

    flow: Flow
    lost: bool


def mended(data: object) -> Mended | None:
    """Return the flow that was probably meant, or None where none can be made out."""
    copy, lost = deepcopy(data), False
    for _ in range(MOST_ROUNDS):
        try:
            return Mended(Flow.model_validate(copy), lost)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                lost |= _mend(copy, path_of(detail["loc"]), detail["type"])
    return None


def _mend(data: object, path: Path, problem: str) -> bool:
    """Mend one thing in `data`; tell whether a step or a choice was left out for it."""
    inside = at(data, path[:-1])
    match problem:
        case "extra_forbidden":
            _rename(inside, str(path[-1]), known_keys(path[:-1], data))
            return False
        case "missing" if len(path) == 1 and isinstance(data, dict):
            data[path[0]] = _INSTEAD.get(str(path[0]), "?")
            return False
        case "missing":
            return _leave_out(data, path[:-1])
        case "union_tag_not_found" if _rename_one(at(data, path)):
            return False
        case _:
            return _leave_out(data, path)


def _rename(inside: object, key: str, known: list[str]) -> None:
    """Give a mistyped key the name that was meant, or take it away."""
    if isinstance(inside, dict) and key in inside:
        value = inside.pop(key)
        meant = nearest_name(key, known)
        if meant and value != "":
            inside.setdefault(meant, value)


def _rename_one(step: object) -> bool:
    """Give a step its kind, where one of its keys is nearly the name of one."""
    keys = list(step) if isinstance(step, dict) else []
    found = next((key for key in keys if nearest_name(key, KINDS)), None)
    if found:
        _rename(step, found, list(KINDS))
    return found is not None


def _leave_out(data: object, path: Path) -> bool:
    """Take away what cannot be mended."""
    inside = at(data, path[:-1])
    if isinstance(inside, dict):
        inside.pop(path[-1], None)
    elif isinstance(inside, list):
        inside.clear()
    return True
