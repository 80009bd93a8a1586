"""Whatever happens in a small world, nothing is lost, doubled, silent, or said after a stop.

A person who texts, two of staff, a phone company, a clock, and a process that dies anywhere:
five hundred steps on each database, held against `model.py` after every one (alerts.md 10).
CHECKIN_WORLDS=2 takes a thousand, as `.ci/run` does, and 20 ten thousand. Only what reaches
the product is a step, and not when it is the one before once more.
"""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from hypothesis.strategies import integers, sampled_from
from sqlalchemy import ColumnElement, ScalarSelect, func, select

from checkin import clock
from checkin.actions.close_alert import NotYoursError, close_alert
from checkin.actions.hear_text import hear_text
from checkin.actions.sending import Outgoing
from checkin.actions.take_alert import take_alert
from checkin.app import create_app
from checkin.storage.tables import AlertRow, CheckInRow, HeardRow, MessageRow, db, new_id
from checkin.worker.look import send_all
from checkin.worker.pass_time import pass_time
from tests.conftest import BEGINS, settings_for
from tests.databases import fresh_database
from tests.first_morning import Mornings
from tests.hurry import let_go, wait_for_no_disc
from tests.journeys.doors import DEV
from tests.world.model import Model
from tests.world.place import Place, dies_at
from tests.world.provider import Crash, Mood, Provider

STEPS = 500
IN_A_WORLD = 100  # steps: Hypothesis leaves some rules out of each, so that many are tried
WORLDS = int(os.environ.get("CHECKIN_WORLDS", "1"))
SOON = 40  # seconds, in which a bad line stays bad
DULLEST = 2  # Hypothesis begins with a world in which nothing happens, and one that ends at once
WORDS = ("HELP", "not ok", "STOP", "START", "ok", "LATE 20", "home", "can i go to the cafe")
STAFF = ("marcus", "lena")
LIVE, WAITING = ("open", "claimed"), ("pending", "leased", "unknown")
ASKING = ("planned", "asked", "reminded")


class SmallWorld(RuleBasedStateMachine):
    """Dev's week, in any order."""

    place: Place
    steps = 0  # that reached the product

    @initialize()
    def begin(self) -> None:
        self.place.begin_again()
        self.model = Model()
        self.provider = Provider(self._looks_right)
        self.dies_at = 0
        self.call: str | None = None  # for help, the last there was
        self.before: tuple[object, ...] = ()
        self.looked = False
        self.wrong: list[str] = []

    @rule(words=sampled_from(WORDS), times=sampled_from((1, 1, 2)))
    def dev_texts(self, words: str, times: int) -> None:
        """Text once; the company may hand over one text twice."""
        self.model.text(words, clock.now())
        text = f"SM{new_id()}"
        self._step("text", words, do=lambda: hear_text(text, DEV, words, clock.now()))
        if times == 2:
            self._until_done(lambda: hear_text(text, DEV, words, clock.now()))

    @rule(button=sampled_from(("take", "close")), staff=sampled_from((None, *STAFF)))
    def staff_press(self, button: str, staff: str | None) -> None:
        """Press a button: one of staff or, for None, whoever has the call for help."""
        alert = self._call_on_the_page()
        if alert is None:
            return
        staff = staff or self.model.owner or STAFF[0]
        mine = self.model.open and self.model.has_it(clock.now()) == staff
        who = getattr(self.place.cast, staff)
        if button == "take":
            self.model.take(staff, clock.now())
            self._step("take", staff, do=lambda: take_alert(alert, who, clock.now()))
        else:
            self.model.close(staff, clock.now())
            self._step("close", staff, do=lambda: self._close(alert, who), may_refuse=not mine)

    @rule(seconds=integers(1, SOON) | integers(SOON, 31 * 60))
    def time_passes(self, seconds: int) -> None:
        until = clock.now() + timedelta(seconds=seconds)
        self._step("time", seconds, do=lambda: self._let_pass(until))
        if seconds > SOON:
            self.provider.mood = "works"  # hours of it are as many tries again, and no news
        self._until_done(self._priya_sees_to_the_rest)

    @rule(mood=sampled_from(get_args(Mood)))
    def the_line_is(self, mood: Mood) -> None:
        self.provider.mood = mood

    @rule(touch=integers(1, 60))
    def the_process_will_die(self, touch: int) -> None:
        self.dies_at = touch

    @invariant()
    def it_is_as_the_model_says(self) -> None:
        if self.looked:
            return
        with self.place.reading():
            self._nothing_open_is_without_its_time()
            self._nothing_is_lost_and_nothing_doubled()
        self.looked = True

    def _nothing_open_is_without_its_time(self) -> None:
        silent = (
            _number(AlertRow, AlertRow.state.in_(LIVE), AlertRow.next_at.is_(None)),
            _number(MessageRow, MessageRow.state.in_(WAITING), MessageRow.next_at.is_(None)),
            _number(
                CheckInRow,
                CheckInRow.state.in_(ASKING),
                CheckInRow.answered_late_at.is_(None),
                CheckInRow.agreement_version_id.is_not(None),
                CheckInRow.next_at.is_(None),
            ),
            _number(HeardRow, HeardRow.meaning.is_not(None)),
        )
        found = db.session.connection().execute(select(*silent)).one()
        assert tuple(found) == (0, 0, 0, self.model.heard)

    def _nothing_is_lost_and_nothing_doubled(self) -> None:
        calls = db.session.connection().execute(
            select(AlertRow.state, AlertRow.taken_by).where(AlertRow.group_key == self._group)
        )
        calls = calls.all()
        live = [one for one in calls if one.state in LIVE]
        taken = [one.taken_by for one in live if one.state == "claimed"]
        if self.model.may_be_over(clock.now()):
            self.model.was_joined(goes_on=not taken)
        owner = self.model.has_it(clock.now()) if self.model.open else None
        assert len(calls) == self.model.calls_for_help
        assert len(live) == self.model.open
        assert taken == ([getattr(self.place.cast, owner)] if owner else [])
        assert set(self.provider.took.values()) <= {1}
        assert self.wrong == []

    @property
    def _group(self) -> str:
        return f"help:{self.place.cast.dev}"

    def _looks_right(self, outgoing: Outgoing) -> None:
        """Hold what goes out against what is so at that moment."""
        asks = outgoing.number == DEV and outgoing.key.startswith("check_in:")
        if asks and not self.model.texts_on:
            self.wrong.append(f"After a stop: {outgoing.key}")
        alert = self._call_for_help()
        tells = alert is not None and outgoing.key.startswith(f"alert:{alert}:")
        what_was_so = ":ran_out:" in outgoing.key  # "You had this a while, so we told Jo"
        if tells and not what_was_so and not self.model.may_be_over(clock.now()):
            self._tells_right(outgoing, self.model.has_it(clock.now()))

    def _tells_right(self, outgoing: Outgoing, owner: str | None) -> None:
        """Hold what goes out about the call for help against who has it."""
        if outgoing.number == DEV:
            self._is_true(outgoing.body, owner)
        elif owner and getattr(self.place.cast, owner) not in outgoing.key:
            self.wrong.append(f"After a take: {outgoing.key}")

    def _is_true(self, said: str, owner: str | None) -> None:
        """Hold what Dev is told of his call against who has it."""
        if ("will ring you now" in said) != (owner is not None):
            self.wrong.append(f"Dev was told {said!r}, and {owner} has it.")
        elif owner and owner.title() not in said:
            self.wrong.append(f"Dev was told {said!r} in place of {owner}.")

    def _call_for_help(self) -> str | None:
        with self.place.reading():
            return db.session.connection().scalar(
                select(AlertRow.id).where(
                    AlertRow.group_key == self._group, AlertRow.state.in_(LIVE)
                )
            )

    def _call_on_the_page(self) -> str | None:
        """The one that is open, or one closed since: staff may press on an old page."""
        self.call = self._call_for_help() or self.call
        return self.call

    def _let_pass(self, until: datetime) -> None:
        pass_time(until, clock.stop_at, clock.now(), send=self._send)

    def _priya_sees_to_the_rest(self) -> None:
        others = select(AlertRow.id).where(
            AlertRow.group_key != self._group, AlertRow.state.in_(LIVE)
        )
        for alert in db.session.scalars(others).all():
            take_alert(alert, self.place.cast.priya, clock.now())
            self._close(alert, self.place.cast.priya)

    def _close(self, alert: str, who: str) -> None:
        close_alert(alert, who, "spoke to them", "Rang.", clock.now())

    def _send(self, now: datetime) -> None:
        send_all({"text": self.provider.send, "call": self.provider.send}, now)

    def _step(self, *what: object, do: Callable[[], object], may_refuse: bool = False) -> None:
        type(self).steps += what != self.before
        self.before, self.looked = what, False
        self._until_done(do, may_refuse=may_refuse)

    def _until_done(self, do: Callable[[], object], *, may_refuse: bool = False) -> None:
        """Do it; where the process dies, begin again, as the company or the person would."""
        touch, self.dies_at = self.dies_at, 0
        while not self._done(do, touch, may_refuse=may_refuse):
            touch = 0

    def _done(self, do: Callable[[], object], touch: int, *, may_refuse: bool) -> bool:
        with dies_at(self.place, touch):
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


def _number(table: type, *where: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count()).select_from(table).where(*where).scalar_subquery()


def live_on(kind: str, request: pytest.FixtureRequest, mornings: Mornings, tmp_path: Path) -> None:
    """Live in as many worlds as it takes, on one kind of database."""
    with fresh_database(request, kind, tmp_path) as address:
        app = create_app(settings_for(tmp_path, address))
        wait_for_no_disc(app)
        SmallWorld.place, SmallWorld.steps = Place(app, mornings(kind, BEGINS)), 0

        for number in count():
            if SmallWorld.steps >= STEPS * WORLDS:
                break
            run_state_machine_as_test(
                seed(number)(SmallWorld),
                settings=settings(
                    max_examples=DULLEST + 1,
                    stateful_step_count=IN_A_WORLD,
                    deadline=None,
                    database=None,
                    phases=[Phase.generate],  # a story cut shorter takes hours
                    suppress_health_check=list(HealthCheck),
                ),
            )

        let_go(app)
    clock.stop_at(None)
