"""Threads of one program write in turn; whoever cannot wait any longer leaves the line."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from sqlalchemy.exc import TimeoutError as NoTurn

from checkin.storage.waiting_line import WaitingLine


@contextmanager
def _held(line: WaitingLine) -> Iterator[None]:
    """Let another thread have the turn for as long as the block."""
    has_it, lets_go = Event(), Event()

    def hold() -> None:
        with line.mine(5):
            has_it.set()
            lets_go.wait(5)

    other = Thread(target=hold)
    other.start()
    has_it.wait(5)
    try:
        yield
    finally:
        lets_go.set()
        other.join(5)


def test_whoever_waited_long_enough_leaves_and_the_next_has_their_turn() -> None:
    line = WaitingLine()
    with _held(line):
        for _ in range(2):
            with pytest.raises(NoTurn), line.mine(0.05):
                pytest.fail("two had it")

    with line.mine(0.05):
        pass  # who left is not waited for
