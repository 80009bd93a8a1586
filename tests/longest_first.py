"""Begin the files that take longest first, so that no worker ends alone with one of them.

Left to itself, `--dist loadfile` begins with the file of most tests; those that kill workers or
build the installed copy have two or three tests, and would come last.
"""

from collections import Counter

import pytest

LONGEST = (
    "tests/world/",
    "tests/faults/test_kills.py",
    "tests/faults/test_races.py",
    "tests/staff/test_twin_worlds.py",
    "tests/packaging/test_installed_copy.py",
    "tests/browser/",
    "tests/journeys/",
    "tests/faults/",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first, then those of most tests; inside a file nothing moves."""
    tests_in = Counter(_file(item) for item in items)
    items.sort(key=lambda item: (_place(_file(item)), -tests_in[_file(item)], _file(item)))


def _file(item: pytest.Item) -> str:
    return item.nodeid.split("::")[0]


def _place(file: str) -> int:
    found = (place for place, start in enumerate(LONGEST) if file.startswith(start))
    return next(found, len(LONGEST))
