"""The small world on SQLite: in a file of its own, so that two workers live in both at once."""

from pathlib import Path

import pytest

from tests.first_morning import Mornings
from tests.world.small_world import live_on


@pytest.mark.timeout(3000)
def test_in_any_order(request: pytest.FixtureRequest, mornings: Mornings, tmp_path: Path) -> None:
    live_on("sqlite", request, mornings, tmp_path)
