"""Threads of one process take turns to write, first come, first served.

SQLite lets one write at a time and makes the others try again after a while, so that a busy
worker could starve the thread that sends. Here whoever waits longest is next.
"""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import TimeoutError as NoTurn


class WaitingLine:
    """A lock that is handed on in the order in which it was asked for."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._taken = False

    @contextmanager
    def mine(self, at_most: float) -> Iterator[None]:
        """Wait for a turn, and have it for as long as the block.

        `at_most`: seconds. Raises TimeoutError, SQLAlchemy's own, after them.
        """
        self._wait(at_most)
        try:
            yield
        finally:
            self._hand_on()

    def _wait(self, at_most: float) -> None:
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            place = threading.Lock()
            place.acquire()
            self._waiting.append(place)
        if place.acquire(timeout=at_most):  # until it is handed on
            return
        with self._guard:
            if place in self._waiting:
                self._waiting.remove(place)
                raise NoTurn(f"No turn to write in {at_most:g} seconds.")

    def _hand_on(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False
