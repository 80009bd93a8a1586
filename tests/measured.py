"""Measure which branches of what is pure `tests/unit` and `tests/flows` take, in every worker.

A plugin of `make check` (`-p tests.measured`): all tests run once, and only these are measured.
Not those that begin with "whatever": to be measured makes them three times as slow, and what
holds for any example has its own test for each branch.
"""

from collections.abc import Iterator
from pathlib import Path

import coverage
import pytest

MEASURED = tuple(Path(__file__).parent / folder for folder in ("unit", "flows"))

# From here on: what a module does as it is imported is measured too.
_measure = coverage.Coverage(data_suffix=True)
_measure.start()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Look away from every other test."""
    here = any(item.path.is_relative_to(folder) for folder in MEASURED)
    measured = here and item.get_closest_marker("hypothesis") is None
    if not measured:
        _measure.stop()
    try:
        return (yield)
    finally:
        if not measured:
            _measure.start()


def pytest_unconfigure() -> None:
    """Keep what was seen, beside what the other workers saw."""
    _measure.stop()
    _measure.save()
