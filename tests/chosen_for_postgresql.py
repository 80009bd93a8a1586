"""Choose which stories are lived on PostgreSQL too: few files, that run every statement there.

`python -m tests.chosen_for_postgresql` lives every story once on SQLite, sees which statements each
runs, and writes down the files that run what no other test on both databases does. Do it when
stories were added.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

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


def kinds(story: str) -> tuple[str, ...]:
    """Return on which databases a file of stories is lived: on one while somebody waits."""
    return KINDS if THOROUGH and Path(story).name in CHOSEN.read_text().split() else KINDS[:1]


class Seen:
    """Which statements each file of tests ran on SQLite. A plugin of pytest."""

    def __init__(self) -> None:
        self.by_file: dict[str, set[str]] = defaultdict(set)
        self.tests: dict[str, int] = defaultdict(int)
        self._file = ""
        event.listen(Engine, "before_cursor_execute", self._note)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> None:
        """Note whose statements come now."""
        self._file = item.nodeid.split("::")[0]
        self.tests[self._file] += 1

    def _note(self, connection: Connection, _: object, statement: str, *__: object) -> None:
        if connection.dialect.name == "sqlite":
            self.by_file[self._file].add(_plain(statement))


def _plain(statement: str) -> str:
    for one, plain in SAME:
        statement = one.sub(plain, statement)
    return statement


def fewest(by_file: Mapping[str, set[str]], tests: Mapping[str, int]) -> Iterator[str]:
    """Yield stories until every statement is run: always the one that brings most for its tests."""
    missing = set().union(*by_file.values())
    missing -= set().union(*(by_file[one] for one in by_file if not one.startswith(STORIES)))
    stories = {one for one in by_file if one.startswith(STORIES)}
    while missing:
        best = max(sorted(stories), key=lambda one: len(by_file[one] & missing) / tests[one])
        stories.remove(best)
        missing -= by_file[best]
        yield best


def main() -> int:
    """Live every story, and write down which are chosen."""
    seen = Seen()
    known = "ignore::pytest.PytestAssertRewriteWarning"  # this file is loaded before the tests
    where = (*ON_BOTH, STORIES)
    failed = pytest.main(["-q", "-W", known, "-k", "not postgresql", *where], plugins=[seen])
    names = sorted(Path(one).name for one in fewest(seen.by_file, seen.tests))
    CHOSEN.write_text("".join(f"{one}\n" for one in names))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
