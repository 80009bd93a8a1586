"""Where the small world is lived: one installation, and a process that may die in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import event

from checkin import clock
from checkin.app import CheckinApp
from checkin.example_people.cast import Cast
from checkin.storage.tables import db
from tests.conftest import BEGINS
from tests.first_morning import Morning
from tests.world.provider import Crash


@dataclass(frozen=True)
class Place:
    """One installation whose database can be put back to its first morning."""

    app: CheckinApp
    morning: Morning

    @property
    def cast(self) -> Cast:
        """Everyone's ids."""
        return self.morning.cast

    def begin_again(self) -> None:
        """Put the database and the clock back."""
        clock.stop_at(BEGINS)
        self.morning.begin(self.app)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read, and commit: psycopg forgets at each rollback which statements it prepared."""
        with self.app.app_context():
            yield
            db.session.commit()


@contextmanager
def dies_at(place: Place, touch: int) -> Iterator[None]:
    """Let the process die at the so-many-th touch of the database, 0 for never."""
    left = [touch]

    def count(*_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise Crash

    with place.app.app_context():
        event.listen(db.engine, "before_cursor_execute", count)
        try:
            yield
        finally:
            event.remove(db.engine, "before_cursor_execute", count)
