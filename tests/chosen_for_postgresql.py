"""Choose which stories are lived on PostgreSQL too: few tests, that run every statement there.

`python -m tests.chosen_for_postgresql` lives every story once on SQLite, sees which statements each
runs, and writes down the tests that run what no other test on both databases does: the quickest.
A story whose days follow one another is chosen as a whole. Do it when stories were added.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from time import perf_counter

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine

from tests.databases import KINDS
from tests.thorough import THOROUGH

HERE = Path(__file__).parent
CHOSEN = HERE / "journeys" / "on_postgresql.txt"
STORIES = "tests/journeys/"
ON_BOTH = ("tests/storage", "tests/actions", "tests/faults", "tests/world")
# The same statement, however many values there are, and whichever columns a row happens to set.
SAME = (
    (re.compile(r"\((?:\?(?:, )?)+\)(?:, \((?:\?(?:, )?)+\))*"), "(...)"),
    (re.compile(r"(?<= SET ).*?(?= WHERE )"), "..."),
    (re.compile(r"(?<=^INSERT INTO )(\w+) \([^)]*\)"), r"\1"),
)


def kinds(story: str, test: str = "") -> tuple[str, ...]:
    """Return on which databases a test of a file of stories is lived: on one while somebody waits."""
    chosen, name = CHOSEN.read_text().split(), Path(story).name
    return KINDS if THOROUGH and not {name, f"{name}::{test}"}.isdisjoint(chosen) else KINDS[:1]


class Seen:
    """Which statements each test ran on SQLite, and its seconds. A plugin of pytest."""

    def __init__(self) -> None:
        self.by_test: dict[str, set[str]] = defaultdict(set)
        self.seconds: dict[str, float] = defaultdict(float)
        self._test = ""
        event.listen(Engine, "before_cursor_execute", self._note)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Function) -> Generator[None, object, object]:
        """Note whose statements come now, and how long they take."""
        self._test = _name(item)
        began = perf_counter()
        try:
            return (yield)
        finally:
            self.seconds[self._test] += perf_counter() - began

    def _note(self, connection: Connection, _: object, statement: str, *__: object) -> None:
        if connection.dialect.name == "sqlite":
            self.by_test[self._test].add(_plain(statement))


def _name(item: pytest.Function) -> str:
    """Return the test, whatever it is tried with; its file, where it needs those before it."""
    file = item.nodeid.split("::")[0]
    is_whole = {"world", "story"}.issubset(item.fixturenames)
    return f"{file}::{item.originalname}" if is_whole else file


def _plain(statement: str) -> str:
    for one, plain in SAME:
        statement = one.sub(plain, statement)
    return statement


def fewest(by_test: Mapping[str, set[str]], seconds: Mapping[str, float]) -> Iterator[str]:
    """Yield stories until every statement is run: always the one that brings most for its seconds."""
    missing = set().union(*by_test.values())
    missing -= set().union(*(by_test[one] for one in by_test if not one.startswith(STORIES)))
    stories = {one for one in by_test if one.startswith(STORIES)}
    while missing:
        best = max(sorted(stories), key=lambda one: len(by_test[one] & missing) / seconds[one])
        stories.remove(best)
        missing -= by_test[best]
        yield best


def main() -> int:
    """Live every story, and write down which are chosen."""
    seen = Seen()
    known = "ignore::pytest.PytestAssertRewriteWarning"  # this file is loaded before the tests
    where = (*ON_BOTH, STORIES)
    failed = pytest.main(["-q", "-W", known, "-k", "not postgresql", *where], plugins=[seen])
    names = sorted(one.removeprefix(STORIES) for one in fewest(seen.by_test, seen.seconds))
    CHOSEN.write_text("".join(f"{one}\n" for one in names))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
