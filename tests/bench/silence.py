"""10,000 check-ins are missed in the same second: how soon is each one known, and told?"""

import itertools
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

from flask import Flask
from sqlalchemy import delete

from checkin import clock
from checkin.actions.send_messages import send_messages
from checkin.actions.sending import Outgoing
from checkin.agreements.expected import CheckInState
from checkin.app import create_app
from checkin.example_people.cast import Cast
from checkin.example_people.people import put_example_people
from checkin.lives.check_in import CheckIn
from checkin.lives.new_check_in import NewCheckIn
from checkin.storage import agreements, check_ins
from checkin.storage.tables import AlertRow, AlertStepRow, MessageRow, db, new_id
from checkin.storage.transaction import kept_together
from checkin.worker.look import look
from tests.bench.row import Row
from tests.conftest import AGREED_ON, BEGINS, PASSWORD, settings_for

DUE, NOT_DUE, ROUNDS = 10_000, 100_000, 3


def rows() -> Iterator[Row]:
    """Measure detection alone in the table, then again with ten times as many that are not due."""
    with tempfile.TemporaryDirectory() as folder:
        app, cast = _app(Path(folder))
        alone = [_detect(app, cast, number) for number in range(ROUNDS)]
        _put(app, cast, NOT_DUE, clock.now() + timedelta(days=30), "not due")
        crowded = [_detect(app, cast, number + ROUNDS) for number in range(ROUNDS)]
    yield Row(
        f"{DUE} missed at once, all detected, median", median(a for a, _ in alone), "s", most=5
    )
    yield Row("  the first alert handed to its sender after", max(b for _, b in alone), "s", most=1)
    with_many, without = median(a for a, _ in crowded), median(a for a, _ in alone)
    change = (with_many / without - 1) * 100
    yield Row(f"  slower with {NOT_DUE} not due in the table by", change, "%", most=10)


def _app(folder: Path) -> tuple[Flask, Cast]:
    clock.stop_at(BEGINS)
    app = create_app(settings_for(folder))
    with app.app_context():
        cast = put_example_people(clock.now(), AGREED_ON, PASSWORD)
        db.session.remove()
    return app, cast


def _detect(app: Flask, cast: Cast, number: int) -> tuple[float, float]:
    now = clock.now() + timedelta(minutes=1)
    clock.stop_at(now)
    _put(app, cast, DUE, now - timedelta(seconds=1), f"round {number}")
    first: list[float] = []
    stop = threading.Event()
    begun = time.perf_counter()

    def sender(_: Outgoing) -> str:
        first.append(time.perf_counter() - begun)
        return new_id()

    def keep_sending() -> None:
        with app.app_context():
            while not stop.is_set():
                if not send_messages({"text": sender, "call": sender}, now):
                    time.sleep(0.01)

    sending = threading.Thread(target=keep_sending)
    sending.start()
    try:
        with app.app_context():
            look(now)
            took = time.perf_counter() - begun
    finally:
        stop.set()
        sending.join()
    _clear(app)
    return took, min(first)


def _clear(app: Flask) -> None:
    """Forget the alerts and messages of this round, so that the next begins alike."""
    with app.app_context(), kept_together():
        for table in (MessageRow, AlertStepRow, AlertRow):
            db.session.execute(delete(table))


def _put(app: Flask, cast: Cast, number: int, deadline: datetime, name: str) -> None:
    with app.app_context():
        agreed = next(
            one for one in agreements.agreements_of(cast.dev, clock.now())
            if one.agreement.key == "dev-group-days"
        )  # fmt: skip
        due_at = deadline - timedelta(minutes=20)
        reminded = CheckIn(
            state=CheckInState.REMINDED,
            due_at=due_at,
            early_from=due_at - timedelta(minutes=30),
            remind_at=due_at + timedelta(minutes=10),
            deadline_at=deadline,
            next_at=deadline + timedelta(seconds=1),
        )
        new = NewCheckIn(
            plan_key="",
            person_id=cast.dev,
            agreement_version_id=agreed.version_id,
            key="leave",
            asks="ask_leave",
            channel="text",
            local_slot="2026-10-19T09:15",
            life=reminded,
        )
        keys = (f"bench:{name}:{one}" for one in range(number))
        with kept_together():
            while batch := list(itertools.islice(keys, 5_000)):
                check_ins.put_planned([replace(new, plan_key=key) for key in batch])
