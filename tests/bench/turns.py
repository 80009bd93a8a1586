"""A whole turn on the tablet beside the bare reference, at 1 and 8 clients.

With its script, where the answer to a tap holds the next page; and plain, by POST and GET.
"""

import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Literal
from urllib.parse import urlencode

from urllib3 import HTTPConnectionPool

from checkin.channels.tablet.going import NEXT_PAGE
from tests.bench.row import Row

ROUNDS, SECONDS = 5, 2.0
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
AT_STEP = re.compile(r'name="at" value="([^"]*)"')
Turn = Callable[[], None]
Way = Literal["scripted", "plain"]
LEAST: dict[Way, float] = {"scripted": 0.35, "plain": 0.28}


def rows() -> Iterator[Row]:
    """Time both servers in turn, so that a slow moment of the machine hits both."""
    with (
        tempfile.TemporaryDirectory() as folder,
        server("tests.bench.reference", Path(folder) / "bare.db") as (bare_port, _),
        server("tests.bench.tablet_server", Path(folder)) as (port, first_line),
    ):
        token, *check_ins = first_line.split()
        for clients in (1, 8):
            for way, least in LEAST.items():
                ratios, ours = [], []
                for _ in range(ROUNDS):
                    bare = _per_second([_bare_turn(bare_port) for _ in range(clients)])
                    turns = [_turn(port, token, one, way) for one in check_ins[:clients]]
                    ours.append(_per_second(turns))
                    ratios.append(ours[-1] / bare)
                yield Row(f"{way} turns a second, {clients} clients", median(ours), "turns/s")
                what = f"  of the bare reference's, median of {ROUNDS}"
                yield Row(what, median(ratios), "ratio", least=least)


def _per_second(turns: list[Turn]) -> float:
    counts = [0] * len(turns)
    ends = time.perf_counter() + SECONDS

    def keep_turning(number: int) -> None:
        while time.perf_counter() < ends:
            turns[number]()
            counts[number] += 1

    threads = [threading.Thread(target=keep_turning, args=(one,)) for one in range(len(turns))]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.perf_counter() - begun)


def _bare_turn(port: int) -> Turn:
    pool = HTTPConnectionPool("127.0.0.1", port, maxsize=1)

    def turn() -> None:
        pool.urlopen("POST", "/turn", body="choice=good", headers=_FORM, redirect=False)
        assert pool.urlopen("GET", "/turn").status == 200

    return turn


def _turn(port: int, token: str, check_in: str, way: Way) -> Turn:
    """A person who answers, looks at the next question, and goes back to answer again."""
    pool = HTTPConnectionPool("127.0.0.1", port, maxsize=1)
    cookies = {"tablet_device": token}
    address = f"/tablet/check-in/{check_in}"
    accept = {"Accept": NEXT_PAGE} if way == "scripted" else {}

    def ask(method: str, **form: str) -> str:
        header = "; ".join(f"{name}={value}" for name, value in cookies.items())
        answer = pool.urlopen(
            method, address, body=urlencode(form) if form else None,
            headers=_FORM | accept | {"Cookie": header}, redirect=False,
        )  # fmt: skip
        for cookie in answer.headers.getlist("Set-Cookie"):
            name, value = cookie.split(";")[0].split("=", 1)
            cookies[name] = value
        assert answer.status in (200, 302), (answer.status, method, form)
        return answer.data.decode()

    page = ask("GET")
    state = {"page": page, "do": _first_press(page)}

    def turn() -> None:
        page = state["page"]
        csrf = TOKEN.search(page)
        at = AT_STEP.search(page)
        assert csrf, page[:400]
        form = {"csrf_token": csrf[1], "do": state["do"]}
        if at:
            form["at"] = at[1]
        if state["do"] == "next":
            form["choice"] = "good"
        answer = ask("POST", **form)
        state["page"] = answer if way == "scripted" else ask("GET")
        state["do"] = "back" if state["do"] == "next" else "next"

    return turn


def _first_press(page: str) -> str:
    """Return what goes on from here: each server is measured several times."""
    return "start" if 'value="start"' in page else "next"


_FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept-Encoding": "identity"}


@contextmanager
def server(module: str, argument: Path) -> Iterator[tuple[int, str]]:
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", module, str(argument), str(port)], stdout=subprocess.PIPE, text=True
    )
    try:
        line = process.stdout.readline() if module.endswith("tablet_server") else ""  # type: ignore[union-attr]
        _wait_for(port)
        yield port, line
    finally:
        process.kill()
        process.wait()


def _wait_for(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("The server did not start.")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
