"""No state is set by hand: outside `lives` nobody writes one down, they let a life move."""

import ast
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest

import checkin
from checkin.agreements.expected import CheckInState
from checkin.lives.message import MessageState

HOUSE = Path(checkin.__file__).parent
LIVES = (HOUSE / "lives", HOUSE / "storage" / "migrations")
STATES = {CheckInState.__name__, MessageState.__name__, "AlertState"}


def set_by_hand(source: str) -> Iterator[int]:
    """Return the lines that set a state to one that is written out there."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Assign(targets=targets, value=value):
                found = any(map(_is_state, targets)) and _written_out(value)
            case ast.AnnAssign(annotation=ast.Name(id=name), value=ast.expr() as value):
                found = name in STATES and _written_out(value)
            case ast.Call(func=ast.Name(id="setattr"), args=[_, name, value]):
                found = _says_state(name) and _written_out(value)
            case ast.keyword(arg="state", value=value):
                found = _written_out(value)
            case ast.Dict(keys=keys, values=values):
                pairs = zip(keys, values, strict=True)
                found = any(_says_state(key) and _written_out(value) for key, value in pairs)
            case _:
                found = False
        if found:
            yield node.value.lineno if isinstance(node, ast.keyword) else node.lineno


def _is_state(target: ast.expr) -> bool:
    if isinstance(target, ast.Tuple):
        return any(_is_state(one) for one in target.elts)
    return isinstance(target, ast.Attribute) and target.attr == "state"


def _says_state(key: ast.expr | None) -> bool:
    return isinstance(key, ast.Constant) and key.value == "state"


def _written_out(value: ast.expr) -> bool:
    match value:
        case ast.Constant(value=str()):
            return True
        case ast.Tuple(elts=elts):
            return any(_written_out(one) for one in elts)
        case ast.Attribute(value=ast.Name(id=name)):
            return name in STATES
        case _:
            return False


FILES = sorted(
    path for path in HOUSE.rglob("*.py") if not any(path.is_relative_to(one) for one in LIVES)
)


def test_no_state_is_set_by_hand() -> None:
    found = {str(path): list(set_by_hand(path.read_text())) for path in FILES}

    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "line",
    [
        'row.state = "missed"',
        'row.state, row.next_at = "missed", None',
        "row.state = CheckInState.MISSED",
        'state: AlertState = "closed"',
        'setattr(row, "state", "missed")',
        'change(row.id, state="missed")',
        'rows = [{"id": row.id, "state": "missed"}]',
        "update(MessageRow).values(state=MessageState.CANCELLED)",
    ],
)
def test_a_state_that_is_set_by_hand_is_found(line: str) -> None:
    assert list(set_by_hand(line)) == [1]


@pytest.mark.parametrize("line", ["row.state = life.state", 'if row.state == "missed": pass'])
def test_to_ask_or_to_keep_a_state_is_not_to_set_it(line: str) -> None:
    assert list(set_by_hand(line)) == []


@pytest.mark.parametrize("states", [CheckInState, MessageState])
def test_each_state_is_a_word_that_the_database_keeps(states: type[Enum]) -> None:
    assert all(one.value == one.name.lower() for one in states)
