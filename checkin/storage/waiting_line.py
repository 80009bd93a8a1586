"""Threads of one process take turns to write, first come, first served.

SQLite lets one write at a time and makes the others try again after a while, so that a busy
worker could starve the thread that sends. Here whoever waits longest is next.
"""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class WaitingLine:
    """A lock that is handed on in the order in which it was asked for."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._taken = False

    @contextmanager
    def mine(self) -> Iterator[None]:
        """Wait for a turn, and have it for as long as the block."""
        self._wait()
        try:
            yield
        finally:
            self._hand_on()

    def _wait(self) -> None:
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            place = threading.Lock()
            place.acquire()
            self._waiting.append(place)
        place.acquire()  # until it is handed on

    def _hand_on(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False
