"""How heavy a question page is, and how many questions to the database a turn costs."""

import gzip
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import event

from checkin import clock
from checkin.app import create_app
from checkin.example_people.people import put_example_people
from checkin.storage.tables import db
from tests.bench.row import Row
from tests.conftest import AGREED_ON, BEGINS, PASSWORD, World, settings_for
from tests.journeys.doors import Tablet

KILO = 1000
LINKED = re.compile(r'(?:src|href|data-sound)="(/(?:static|pictures|sound)/[^"]+)"')
TURNS = 60


def rows() -> Iterator[Row]:
    """Open a question as a tablet does, and weigh all it links."""
    with tempfile.TemporaryDirectory() as folder:
        clock.stop_at(BEGINS)
        app = create_app(settings_for(Path(folder)))
        with app.app_context():
            cast = put_example_people(clock.now(), AGREED_ON, PASSWORD)
            asked: list[str] = []
            event.listen(db.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
            db.session.remove()
        world = World(app, cast)
        world.go_to("2026-10-20 08:30")
        tablet = Tablet(world, cast.devs_phone)
        tablet.begin("am I ready")
        yield from _weights(tablet)
        yield from _questions(tablet, asked)
        clock.stop_at(None)


def _weights(tablet: Tablet) -> Iterator[Row]:
    links = set(LINKED.findall(tablet.page.html))
    fixed = [one for one in links if one.startswith("/static/")]
    first = next((one for one in links if one.startswith("/sound/")), None)
    shown = [one for one in links if one.startswith("/pictures/")]
    bare = _squeezed(tablet.page.html.encode()) + sum(_weigh(tablet, one) for one in fixed)
    whole = bare + sum(_weigh(tablet, one) for one in shown)
    whole += len(tablet.client.get(first).data) if first else 0
    yield Row("a question page without pictures and sound, gzipped", bare / KILO, "kB", most=40)
    yield Row("  with its pictures and the question's sound", whole / KILO, "kB", most=150)
    requests = 1 + len(fixed) + len(shown) + bool(first)
    yield Row("  requests for all of it, the first time", requests, "requests", most=8)


def _weigh(tablet: Tablet, address: str) -> int:
    return _squeezed(tablet.client.get(address).data)


def _squeezed(body: bytes) -> int:
    return len(gzip.compress(body, 5, mtime=0))


def _questions(tablet: Tablet, asked: list[str]) -> Iterator[Row]:
    counts = []
    for _ in range(TURNS):
        asked.clear()
        tablet.pick("going")
        counts.append(len(asked))
        tablet.do("back")
    yield Row("database statements in a turn, the first time", counts[0], "statements")
    yield Row(f"  the {TURNS}th time, more by", counts[-1] - counts[0], "statements", most=0)
