"""An alert of another day says of which."""

from datetime import UTC, datetime

import pytest

from checkin.agreements.alert_named import named

LEAVE = "Dev did not answer: leave, due 09:15."
OPENED = datetime(2026, 10, 20, 8, 35, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "name"),
    [
        (datetime(2026, 10, 20, 22, 59, tzinfo=UTC), LEAVE),
        (datetime(2026, 10, 20, 23, 1, tzinfo=UTC), f"{LEAVE} Tue 20 Oct."),  # 00:01 in London
        (datetime(2026, 10, 21, 8, 35, tzinfo=UTC), f"{LEAVE} Tue 20 Oct."),
    ],
)
def test_it_has_its_day_once_that_is_over(now: datetime, name: str):
    assert named(LEAVE, OPENED, now, "Europe/London") == name
