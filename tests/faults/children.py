"""Workers that die: run by the tests in a process of its own, so that it may fork and kill.

    python -m tests.faults.children kills|points DATABASE FOLDER

What the workers send is appended to FOLDER/sent, a line a message: it is what the phone company
would have seen, whatever happened to the worker afterwards.
"""

import json
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from flask import Flask
from sqlalchemy import event, text

from checkin import clock
from checkin.actions.sending import Outgoing
from checkin.app import create_app
from checkin.lives import message_moves
from checkin.storage.tables import db
from checkin.worker.look import look, send_all
from checkin.worker.work import work
from tests.conftest import settings_for
from tests.faults.silences import close_alerts, put_silent, still_to_do

KILLS = 50
WORKERS = 2
SHORT_LEASE = timedelta(seconds=3)  # so that a test need not wait half a minute for each kill
LONGEST = 75  # seconds
STRIDE, NEVER = 3, 0
_AT_WORK = text(
    "select count(*) from pg_stat_activity where datname = current_database()"
    " and pid <> pg_backend_pid() and state <> 'idle'"
)

Touch = Callable[[], None]


def main(what: str, database: str, folder: Path) -> None:
    """Do what a test asks for, and print what came of it."""
    app = create_app(settings_for(folder, database))
    _let_go(app)
    result = _kills(app, folder) if what == "kills" else _points(app, folder)
    print(json.dumps(result))  # noqa: T201 (this is how the test hears of it)


def _kills(app: Flask, folder: Path) -> dict[str, float]:
    """Kill workers at random while there is work; the last two live until it is done."""
    message_moves.LEASE = SHORT_LEASE
    began = time.monotonic()
    chance = random.Random(7)  # noqa: S311 (any order will do)
    living = [_fork(partial(_work, app, folder)) for _ in range(WORKERS)]
    try:
        for _ in range(KILLS):
            time.sleep(chance.uniform(0.05, 0.6))
            _end(living.pop(chance.randrange(WORKERS)))
            living.append(_fork(partial(_work, app, folder)))
        killed = time.monotonic() - began
        while _is_work_left(app) and time.monotonic() - began < LONGEST:
            time.sleep(0.2)
    finally:
        for child in living:
            _end(child)
    return {"kills": KILLS, "killing_seconds": killed, "seconds": time.monotonic() - began}


def _points(app: Flask, folder: Path) -> dict[str, int]:
    """Die before one touch of the world, then before a later one, until none is left.

    Each kind of database begins with another one, so that together they die at most places.
    """
    point, tried, died = 1 if "sqlite" in app.config["SQLALCHEMY_DATABASE_URI"] else 2, 0, True
    while died:
        now = clock.now() + timedelta(hours=point)
        with app.app_context():
            close_alerts()
            put_silent(1, now - timedelta(seconds=2), name=f"point {point}")
        _let_go(app)
        died = _killed(_fork(partial(_pass, app, folder, now, point)))
        _wait_until_it_is_gone(app)
        later = now + 2 * message_moves.LEASE
        assert not _killed(_fork(partial(_pass, app, folder, later, NEVER)))
        point, tried = point + STRIDE, tried + 1
    return {"tried": tried}


def _wait_until_it_is_gone(app: Flask) -> None:
    """Wait for PostgreSQL to see that a worker died: until then its session holds what it held."""
    with app.app_context():
        while db.engine.name == "postgresql" and db.session.scalar(_AT_WORK):
            db.session.rollback()
            time.sleep(0.05)
        db.session.remove()
    _let_go(app)


def _pass(app: Flask, folder: Path, now: datetime, point: int) -> None:
    """Notice a silence and tell staff; six minutes later nobody has acted: tell the next one."""
    touch = _dies_at(point)
    with app.app_context(), _touched(touch):
        for moment in (now, now + timedelta(minutes=6)):
            look(moment)
            send_all(_senders(folder, touch), moment)


def _work(app: Flask, folder: Path) -> None:
    work(app.app_context, _senders(folder, lambda: None), clock.now, threading.Event())


def _senders(folder: Path, touch: Touch) -> dict[str, Callable[[Outgoing], str]]:
    sent = os.open(folder / "sent", os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def send(outgoing: Outgoing) -> str:
        touch()
        os.write(sent, f"{outgoing.key}\n".encode())
        touch()
        return outgoing.key[:64]

    return {"text": send, "call": send}


def _dies_at(point: int) -> Touch:
    left = point

    def touch() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return touch


@contextmanager
def _touched(touch: Touch) -> Iterator[None]:
    """Call `touch` before every statement and before every commit."""
    event.listen(db.engine, "before_cursor_execute", lambda *_: touch())
    event.listen(db.engine, "commit", lambda *_: touch())
    yield


def _fork(do: Callable[[], None]) -> int:
    child = os.fork()
    if child:
        return child
    with suppress(BaseException):
        do()
        os._exit(0)
    os._exit(1)


def _killed(child: int) -> bool:
    """Wait until a child ended; say whether it was killed. One that failed by itself is a fault."""
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        assert os.WEXITSTATUS(status) == 0, "A worker failed by itself."
    return os.WIFSIGNALED(status)


def _end(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _is_work_left(app: Flask) -> bool:
    with app.app_context():
        left = still_to_do()
    _let_go(app)
    return left


def _let_go(app: Flask) -> None:
    """Keep no connection, so that a fork shares none."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
