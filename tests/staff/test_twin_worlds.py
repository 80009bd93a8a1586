"""Two worlds, one with what is kept from someone and one without: to them they are the same.

Every page they can open from their first one, every answer of an address, and every message sent
to them is compared (trust.md A2).
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from checkin import clock
from checkin.actions.contacts import Contacts
from checkin.actions.may_see import SaidRow
from checkin.app import create_app
from checkin.door import kept_from_me, theirs
from checkin.door.me import Me
from checkin.example_people.people import put_example_people
from checkin.staff import people
from checkin.staff.alert_lines import AlertList
from checkin.storage import beats
from checkin.storage.tables import AlertRow, MediaRow, MessageRow, Staff, db, new_id
from tests.conftest import AGREED_ON, PASSWORD, World, london, settings_for
from tests.databases import fresh_database
from tests.hurry import wait_for_no_disc
from tests.put_back import put_back, set_aside
from tests.staff.histories import History, TellSomeone, TextOfHurt, Wait, history
from tests.staff.living import live

HISTORIES = int(os.environ.get("CHECKIN_HISTORIES", "40"))
AT_ONCE, ON_POSTGRESQL = 5, 4
BEGINS = "2026-10-22 10:05"

LINK = re.compile(r'(?:href|src|data-from)="(/staff/[^"#]*)')
TOKEN = re.compile(r'name="csrf_token" value="([^"]*)"')
ID = re.compile(r"\b[0-9a-f]{32}\b")
HURT = History(
    0,
    "marcus",
    (
        TellSomeone(
            person="ana", kind="hurt", words="he pushed me in the kitchen", voice=True, picks=(),
            keep_from=("marcus",), want="listen", how_far="done", help_meanwhile=False,
            handled_by=None,
        ),
        Wait(1),
    ),
)  # fmt: skip
SAME_FOR_ALL = ("/staff/agreements/", "/staff/tablets")


@dataclass(frozen=True)
class Twins:
    """One app, and a copy of its database as it was on the first morning."""

    world: World
    first_morning: str

    def anew(self) -> World:
        """Return the world on its first morning."""
        _let_go(self.world.app)
        address: str = self.world.app.config["SQLALCHEMY_DATABASE_URI"]
        put_back(self.first_morning, address)
        clock.stop_at(london(BEGINS))
        return World(self.world.app, self.world.cast)


def twins_on(request: pytest.FixtureRequest, kind: str, folder: Path) -> Iterator[Twins]:
    """The example people, in a database that need not outlive a power cut."""
    clock.stop_at(london(BEGINS))
    with fresh_database(request, kind, folder) as address:
        app = create_app(settings_for(folder, address))
        app.testing = True
        wait_for_no_disc(app)
        with app.app_context():
            cast = put_example_people(clock.now(), AGREED_ON, PASSWORD)
            beats.beat("a worker", clock.now())
            db.session.commit()
        _let_go(app)
        yield Twins(World(app, cast), set_aside(address))
        _let_go(app)
    clock.stop_at(None)


@pytest.fixture(scope="module")
def twins(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Twins]:
    yield from twins_on(request, "sqlite", tmp_path_factory.mktemp("twins"))


@pytest.fixture
def twins_on_postgresql(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Twins]:
    yield from twins_on(request, "postgresql", tmp_path)


def _let_go(app: Flask) -> None:
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@dataclass
class Seen:
    """All that one member of staff meets, with ids and tokens called the same in every world."""

    app: Flask
    staff_id: str

    def everything(self, addresses: list[str], *, whole: bool) -> dict[str, str]:
        """Return each page they can open, what hidden addresses answer, and what was sent them."""
        self.names: dict[str, str] = {}
        client = self._signed_in()
        found = dict(self._pages(client, whole=whole))
        sent = self._sent()
        mark = TOKEN.search(client.get("/staff/sign-in").text)
        nowhere = _answer(client, f"/staff/alerts/{new_id()}", "")
        answers = {one: _answer(client, one, mark[1] if mark else "") for one in addresses}
        open_ = [one for one, answer in answers.items() if answer != nowhere]
        return {**found, "sent": sent, "there all the same": "\n".join(open_)}

    def _signed_in(self) -> FlaskClient:
        client = self.app.test_client()
        with self.app.app_context():
            one = db.session.get_one(Staff, self.staff_id)
            mark = one.fs_uniquifier
            db.session.remove()
        with client.session_transaction() as session:
            now = clock.now().isoformat()
            session.update(_user_id=mark, _fresh=True, staff_here=now, staff_since=now)
        return client

    def _pages(self, client: FlaskClient, *, whole: bool) -> Iterator[tuple[str, str]]:
        to_open, opened = ["/staff/"], set()
        while to_open:
            address = to_open.pop(0)
            if address in opened or (not whole and address.startswith(SAME_FOR_ALL)):
                continue
            opened.add(address)
            page = client.get(address, buffered=True)
            assert "Sign in" not in page.headers.get("Location", "")
            words = page.get_data(as_text=True) if page.mimetype == "text/html" else page.mimetype
            yield self._plain(address), self._plain(f"{page.status_code} {words}")
            to_open += LINK.findall(words)

    def _sent(self) -> str:
        with self.app.app_context():
            rows = db.session.query(MessageRow).filter_by(staff_id=self.staff_id)
            sent = sorted(
                (str(one.made_at), one.channel, self._plain(one.body), one.state) for one in rows
            )
            db.session.remove()
        return "\n".join(" ".join(one) for one in sent)

    def _plain(self, words: str) -> str:
        words = TOKEN.sub("", words.replace("&amp;", "&"))
        return ID.sub(lambda id_: self.names.setdefault(id_[0], f"id{len(self.names)}"), words)


def _answer(client: FlaskClient, address: str, mark: str) -> tuple[int, str]:
    method, _, where = address.rpartition(" ")
    form = {"csrf_token": mark, "words": "so"} if method else None
    page = client.open(where, method=method or "GET", data=form, buffered=True)
    return page.status_code, TOKEN.sub("", page.get_data().decode(errors="replace"))


def differences(twins: Twins, story: History, *, whole: bool) -> list[str]:
    """Return what the viewer of a history meets in one world and not in the other."""
    viewer = getattr(twins.world.cast, story.viewer)
    found, in_sight = [], set[int]()
    for with_kept in (True, False):
        world = twins.anew()
        addresses = live(world, story, with_kept=with_kept, in_sight=in_sight)
        found.append(Seen(world.app, viewer).everything(addresses, whole=whole))
    kept, without = found
    return [
        f"{address}: {line}"
        for address in {**kept, **without}
        for line in _lines_apart(kept.get(address, ""), without.get(address, ""))
    ]


def _lines_apart(kept: str, without: str) -> list[str]:
    pairs = zip_longest(kept.splitlines(), without.splitlines(), fillvalue="")
    return [f"{one!r} / {other!r}" for one, other in pairs if one != other]


@pytest.mark.parametrize("first", range(0, HISTORIES, AT_ONCE))
def test_whatever_happens_what_is_kept_from_someone_leaves_no_trace(twins: Twins, first: int):
    for seed in range(first, first + AT_ONCE):
        story = history(seed)

        apart = differences(twins, story, whole=seed == first)

        assert apart == [], f"{story}\n" + "\n".join(apart[:12])


@pytest.mark.parametrize("seed", range(HISTORIES, HISTORIES + ON_POSTGRESQL))
def test_whatever_happens_it_leaves_none_on_postgresql(twins_on_postgresql: Twins, seed: int):
    story = history(seed)

    apart = differences(twins_on_postgresql, story, whole=False)

    assert apart == [], f"{story}\n" + "\n".join(apart[:12])


ASKED_AND_REMINDED = History(0, "marcus", (TextOfHurt(("marcus",), more=False), Wait(375)))


def test_what_is_asked_that_day_leaves_no_trace_of_a_hurt(twins: Twins):
    assert differences(twins, ASKED_AND_REMINDED, whole=False) == []


def _all_rows(_: Me, rows: Iterable[SaidRow]) -> list[SaidRow]:
    return list(rows)


def _all_media(who: Me, rows: Iterable[SaidRow]) -> list[SaidRow]:
    found = list(rows)
    return [one for one in found if isinstance(one, MediaRow)] or kept_from_me.open_to(who, found)


def _all_alerts(_: AlertList) -> int:
    return db.session.query(AlertRow).filter_by(state="open").count()


def _all_staff(contacts: Contacts, *_: object) -> Mapping[str, Staff]:
    return contacts.staff


@pytest.mark.parametrize(
    ("where", "name", "leak", "shows_in"),
    [
        (people, "open_to", _all_rows, "/staff/people/"),
        (AlertList, "free", property(_all_alerts), "/staff/alerts-now"),
        (Contacts, "may_know", _all_staff, "sent"),
        (theirs, "open_to", _all_media, "there all the same"),
    ],
    ids=["a list", "a count", "a message", "a voice note"],
)
def test_a_planted_leak_is_seen(
    twins: Twins, monkeypatch: pytest.MonkeyPatch, where, name: str, leak, shows_in: str
):
    monkeypatch.setattr(where, name, leak)

    apart = differences(twins, HURT, whole=False)

    assert any(one.startswith(shows_in) for one in apart), apart[:12]
