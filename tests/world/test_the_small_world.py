"""Whatever happens in a small world, nothing is lost, doubled, silent, or said after a stop.

A person who texts, two of staff, a phone company, a clock, and a process that dies anywhere:
five hundred steps on each database, held against `model.py` after every one (alerts.md 10).
CHECKIN_WORLDS=20 takes ten thousand.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from hypothesis.strategies import integers, sampled_from
from sqlalchemy import event, func, select

from checkin import clock
from checkin.actions.close_alert import NotYoursError, close_alert
from checkin.actions.hear_text import hear_text
from checkin.actions.sending import Outgoing
from checkin.actions.take_alert import take_alert
from checkin.app import CheckinApp, create_app
from checkin.example_people.cast import Cast
from checkin.example_people.people import put_example_people
from checkin.storage.tables import AlertRow, CheckInRow, HeardRow, MessageRow, db, new_id
from checkin.worker.pass_time import pass_time
from checkin.worker.work import send_all
from tests.conftest import AGREED_ON, BEGINS, PASSWORD, settings_for
from tests.databases import KINDS, fresh_database, put_back, set_aside
from tests.journeys.doors import DEV
from tests.world.model import Model
from tests.world.provider import Crash, Provider

STEPS = 500
WORLDS = int(os.environ.get("CHECKIN_WORLDS", "1"))  # 20 are ten thousand steps, more or less
SHORTEST = 1  # the first one tried ends at once
WORDS = ("HELP", "not ok", "STOP", "START", "ok", "LATE 20", "home", "can i go to the cafe")
STAFF = ("marcus", "lena")
LIVE, WAITING = ("open", "claimed"), ("pending", "leased", "unknown")
ASKING = ("planned", "asked", "reminded")


class Place:
    """One installation whose database can be put back to its first morning."""

    def __init__(self, app: CheckinApp, address: str) -> None:
        self.app, self.address = app, address
        clock.stop_at(BEGINS)
        with app.app_context():
            self.cast: Cast = put_example_people(clock.now(), AGREED_ON, PASSWORD)
        self._let_go()
        self._first_morning = set_aside(address)

    def begin_again(self) -> None:
        self._let_go()
        put_back(self._first_morning, self.address)
        clock.stop_at(BEGINS)

    def _let_go(self) -> None:
        with self.app.app_context():
            db.session.remove()
            db.engine.dispose()


@contextmanager
def _dies_at(place: Place, touch: int) -> Iterator[None]:
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


class SmallWorld(RuleBasedStateMachine):
    """Dev's week, in any order."""

    place: Place
    steps = 0

    @initialize()
    def begin(self) -> None:
        self.place.begin_again()
        self.model = Model()
        self.provider = Provider(self._looks_right)
        self.dies_at = 0
        self.wrong: list[str] = []

    @rule(words=sampled_from(WORDS))
    def dev_texts(self, words: str) -> None:
        self.model.text(words)
        text = f"SM{new_id()}"
        self._until_done(lambda: hear_text(text, DEV, words, clock.now()))

    @rule(words=sampled_from(WORDS))
    def the_company_sends_one_text_twice(self, words: str) -> None:
        self.model.text(words)
        text = f"SM{new_id()}"
        for _ in range(2):
            self._until_done(lambda: hear_text(text, DEV, words, clock.now()))

    @rule(staff=sampled_from(STAFF))
    def staff_take(self, staff: str) -> None:
        alert = self._call_for_help()
        if alert:
            self.model.take(staff, clock.now())
            who = getattr(self.place.cast, staff)
            self._until_done(lambda: take_alert(alert, who, clock.now()))

    @rule(staff=sampled_from(STAFF))
    def staff_close(self, staff: str) -> None:
        alert = self._call_for_help()
        if alert:
            mine = self.model.has_it(clock.now()) == staff
            self.model.close(staff, clock.now())
            who = getattr(self.place.cast, staff)
            self._until_done(lambda: self._close(alert, who), may_refuse=not mine)

    @rule(minutes=integers(1, 45))
    def time_passes(self, minutes: int) -> None:
        until = clock.now() + timedelta(minutes=minutes)
        self._until_done(lambda: pass_time(until, clock.stop_at, clock.now(), send=self._send))

    @rule(
        mood=sampled_from(
            ("refuses", "hangs", "takes it and hangs", "we die before", "we die after")
        )
    )
    def the_line_is_bad(self, mood: str) -> None:
        self.provider.mood = mood  # type: ignore[assignment]

    @rule()
    def the_line_is_good(self) -> None:
        self.provider.mood = "works"

    @rule(touch=integers(1, 60))
    def the_process_will_die(self, touch: int) -> None:
        self.dies_at = touch

    @invariant()
    def nothing_open_is_without_its_time(self) -> None:
        type(self).steps += 1
        with self.place.app.app_context():
            silent = (
                self._count(AlertRow, AlertRow.state.in_(LIVE), AlertRow.next_at.is_(None)),
                self._count(
                    MessageRow, MessageRow.state.in_(WAITING), MessageRow.next_at.is_(None)
                ),
                self._count(
                    CheckInRow,
                    CheckInRow.state.in_(ASKING),
                    CheckInRow.answered_late_at.is_(None),
                    CheckInRow.agreement_version_id.is_not(None),
                    CheckInRow.next_at.is_(None),
                ),
            )
            db.session.remove()
        assert silent == (0, 0, 0)

    @invariant()
    def nothing_is_lost_and_nothing_doubled(self) -> None:
        with self.place.app.app_context():
            heard = self._count(HeardRow, HeardRow.meaning.is_not(None))
            calls = db.session.scalars(
                select(AlertRow).where(AlertRow.group_key == f"help:{self.place.cast.dev}")
            ).all()
            live = [one for one in calls if one.state in LIVE]
            db.session.remove()
        owner = self.model.has_it(clock.now()) if self.model.open else None
        assert heard == self.model.heard
        assert len(calls) == self.model.calls_for_help
        assert len(live) == self.model.open
        assert [one.taken_by for one in live if one.state == "claimed"] == (
            [getattr(self.place.cast, owner)] if owner else []
        )
        assert set(self.provider.took.values()) <= {1}
        assert self.wrong == []

    def _looks_right(self, outgoing: Outgoing) -> None:
        """Hold what goes out against what is so at that moment."""
        asks = outgoing.number == DEV and outgoing.key.startswith("check_in:")
        if asks and not self.model.texts_on:
            self.wrong.append(f"After a stop: {outgoing.key}")
        alert = self._call_for_help()
        owner = self.model.has_it(clock.now())
        tells = alert is not None and outgoing.key.startswith(f"alert:{alert}:")
        if tells and owner and getattr(self.place.cast, owner) not in outgoing.key:
            self.wrong.append(f"After a take: {outgoing.key}")

    def _call_for_help(self) -> str | None:
        with self.place.app.app_context():
            return db.session.connection().scalar(
                select(AlertRow.id).where(
                    AlertRow.group_key == f"help:{self.place.cast.dev}", AlertRow.state.in_(LIVE)
                )
            )

    def _close(self, alert: str, who: str) -> None:
        close_alert(alert, who, "spoke to them", "Rang.", clock.now())

    def _send(self, now: datetime) -> None:
        send_all({"text": self.provider.send, "call": self.provider.send}, now)

    def _until_done(self, do: Callable[[], object], *, may_refuse: bool = False) -> None:
        """Do it; where the process dies, begin again, as the company or the person would."""
        touch, self.dies_at = self.dies_at, 0
        while not self._done(do, touch, may_refuse=may_refuse):
            touch = 0

    def _done(self, do: Callable[[], object], touch: int, *, may_refuse: bool) -> bool:
        with _dies_at(self.place, touch):
            try:
                do()
                self._send(clock.now())
            except Crash:
                return False
            except NotYoursError:
                assert may_refuse or not touch  # it was closed, and then the process died
            finally:
                db.session.remove()
        return True

    def _count(self, table: type, *where: object) -> int:
        return db.session.scalar(select(func.count()).select_from(table).where(*where)) or 0


@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", KINDS)
def test_in_any_order(request: pytest.FixtureRequest, kind: str, tmp_path: Path) -> None:
    clock.stop_at(BEGINS)
    with fresh_database(request, kind, tmp_path) as address:
        SmallWorld.place = Place(create_app(settings_for(tmp_path, address)), address)
        SmallWorld.steps = 0

        run_state_machine_as_test(
            SmallWorld,
            settings=settings(
                max_examples=SHORTEST + WORLDS,
                stateful_step_count=STEPS,
                deadline=None,
                derandomize=True,
                database=None,
                phases=[Phase.generate],  # a story cut shorter takes hours
                suppress_health_check=list(HealthCheck),
            ),
        )

        SmallWorld.place.begin_again()
    clock.stop_at(None)
    assert SmallWorld.steps > STEPS * WORLDS // 2
