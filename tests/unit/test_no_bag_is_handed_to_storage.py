"""What storage is handed and gives back is a value: no bag whose keys nobody knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKIN = Path(__file__).parents[2] / "checkin"
STORAGE = CHECKIN / "storage"
WITHIN = ("reading", "writing", "open", "rows_recorded", "tables/base")
"""What storage alone asks of itself: statements and their rows, not what is kept."""
BAG = re.compile(r"\b(Any|object)\b")
NAMES = {path.relative_to(STORAGE).with_suffix("").as_posix() for path in STORAGE.rglob("*.py")}
FILES = sorted(name for name in NAMES.difference(WITHIN) if not name.startswith("migrations/"))


def bags_in(code: str) -> Iterator[str]:
    """Return what takes, gives or holds a bag: public functions, and what is not inside one."""
    tree = ast.parse(code)
    for name, annotation in _said(tree):
        if BAG.search(ast.unparse(annotation)):
            yield name


def _said(scope: ast.Module | ast.ClassDef) -> Iterator[tuple[str, ast.expr]]:
    for node in scope.body:
        match node:
            case ast.FunctionDef(name=name, args=args) if not name.startswith("_"):
                every = [*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg]
                yield from ((name, one.annotation) for one in every if one and one.annotation)
                if node.returns:
                    yield name, node.returns
            case ast.ClassDef(name=name) if not name.startswith("_"):
                yield from ((f"{name}.{what}", said) for what, said in _said(node))
            case ast.AnnAssign(target=target, annotation=annotation):
                yield ast.unparse(target), annotation
            case _:
                pass


@pytest.mark.parametrize("name", FILES)
def test_storage_is_handed_values(name: str) -> None:
    assert list(bags_in((STORAGE / f"{name}.py").read_text())) == []


@pytest.mark.parametrize("room", ["actions", "staff", "channels", "door", "worker"])
def test_what_storage_asks_of_itself_nobody_else_does(room: str) -> None:
    own = re.compile(r"checkin\.storage(\.| import .*\b)(reading|writing)\b")

    assert [path for path in (CHECKIN / room).rglob("*.py") if own.search(path.read_text())] == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("def put(row: dict[str, Any]) -> None: ...", ["put"]),
        ("def change(id_: str, **fields: object) -> None: ...", ["change"]),
        ("def row() -> Mapping[str, Any]: ...", ["row"]),
        ("class Row:\n    facts: Mapped[dict[str, Any]] = mapped_column(JSON)", ["Row.facts"]),
        ("class New:\n    def put(self, *, bag: dict[str, object]) -> None: ...", ["New.put"]),
        ("def put(new: NewText) -> bool:\n    row: dict[str, Any] = {}", []),
        ("def _as_row(new: NewText) -> dict[str, Any]: ...", []),
    ],
)
def test_a_bag_is_found(code: str, found: list[str]) -> None:
    assert list(bags_in(code)) == found
