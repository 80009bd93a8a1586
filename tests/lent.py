"""What a worker has once, and lends to one test after another: a database of each kind, and an app.

Nothing goes from one test to the next. The database is put back to what its copy is, the data
folder emptied, the installation and its flows are made anew. Whatever else an app holds is the
same for every test, and must be as it was built: an app that a test changed (a page, a filter, a
setting, a listener at its database) is thrown away, and so is a file that is still open.
`tests/storage/test_nothing_leaks.py` breaks each of these on purpose.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, make_url

from checkin import clock
from checkin.app import CheckinApp, create_app
from checkin.conversation.flows.in_use import FlowsInUse
from checkin.installation import Installation, Latest
from checkin.speech.speaker_for import speaker_for
from checkin.storage.tables import db
from tests.conftest import BEGINS, settings_for
from tests.hurry import let_go, wait_for_no_disc
from tests.put_back import is_open, made_from, put_back, set_aside

OF_ONE_TEST = ("_got_first_request", "installation")


@dataclass
class LentApp:
    """An app, and what it was before anyone used it."""

    app: CheckinApp
    address: str
    first: str  # a copy of its database
    installation: Installation
    flows: FlowsInUse
    built: object

    def begin(self, *, rows: bool) -> None:
        """Let it be as if nobody had used it; its rows too, unless others are put there at once."""
        if rows:
            put_back(self.first, self.address)
        data = self.installation.settings.data
        shutil.rmtree(data)
        data.mkdir()
        self.app.installation = self._installation_anew()
        self.app._got_first_request = False

    def is_as_built(self) -> bool:
        """Tell whether the next test may have it."""
        return _picture(self.app) == self.built

    def _installation_anew(self) -> Installation:
        flows: Latest[FlowsInUse] = Latest()
        flows.put(self.flows)
        settings = self.installation.settings
        speaker = speaker_for(settings.data, settings.speech)
        return replace(self.installation, flows=flows, speaker=speaker)


@dataclass
class Lending:
    """A database of each kind, and the app on it."""

    empty: Callable[[str], str]  # the address of a database with all tables and nothing in them
    folder: Callable[[], Path]  # a new one
    addresses: dict[str, str] = field(default_factory=dict)
    apps: dict[str, LentApp] = field(default_factory=dict)
    firsts: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def database(self, kind: str, *, rows: bool = True) -> Iterator[str]:
        """Lend a database with all tables and nothing in them; `rows`: unless others come at once."""
        if kind not in self.addresses:
            self.addresses[kind] = _new_place(self.empty(kind), self.folder())
        address = self.addresses[kind]
        if rows:
            put_back(self.empty(kind), address)
        yield address
        url = make_url(address)
        if kind == "sqlite" and is_open(Path(str(url.database))):
            del self.addresses[kind]

    @contextmanager
    def app(self, address: str, *, rows: bool = True) -> Iterator[CheckinApp]:
        """Lend an app with its tables and nobody in it, on a database that was lent."""
        kind = make_url(address).get_backend_name()
        lent = self.apps.pop(kind, None)
        if lent is None or lent.address != address:
            lent = self._built(kind, address)
        lent.begin(rows=rows)
        yield lent.app
        let_go(lent.app)
        if lent.is_as_built():
            self.apps[kind] = lent

    def _built(self, kind: str, address: str) -> LentApp:
        put_back(self.empty(kind), address)
        app = create_app(settings_for(self.folder(), address))
        app.testing = True
        wait_for_no_disc(app)
        let_go(app)
        if kind not in self.firsts:
            self.firsts[kind] = set_aside(address)
        here = app.installation
        return LentApp(app, address, self.firsts[kind], here, here.flows.now, _picture(app))


@pytest.fixture(scope="session")
def lending(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Lending:
    """What this worker lends."""

    def empty(kind: str) -> str:
        template: URL = request.getfixturevalue(f"{kind}_template")
        return template.render_as_string(hide_password=False)

    return Lending(empty, lambda: tmp_path_factory.mktemp("lent"))


@pytest.fixture
def database(request: pytest.FixtureRequest, lending: Lending) -> Iterator[str]:
    """The address of a database with all tables and nothing in them."""
    kind = getattr(request, "param", "sqlite")
    with lending.database(kind, rows="app" not in request.fixturenames) as address:
        yield address


@pytest.fixture
def app(request: pytest.FixtureRequest, database: str, lending: Lending) -> Iterator[CheckinApp]:
    """An app with its tables and nobody in it."""
    clock.stop_at(BEGINS)
    with lending.app(database, rows="world" not in request.fixturenames) as app:
        yield app
    clock.stop_at(None)


def kind_of(app: CheckinApp) -> str:
    """Return which kind of database an app is on."""
    return make_url(app.installation.settings.database).get_backend_name()


def _new_place(empty: str, folder: Path) -> str:
    template = make_url(empty)
    if template.drivername == "sqlite":
        return f"sqlite:///{folder / 'checkin.db'}"
    made_from(template, "checkin_lent")
    return template.set(database="checkin_lent").render_as_string(hide_password=False)


@dataclass(frozen=True)
class _Same:
    """Something that is the same only as itself."""

    one: object

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.one is self.one

    __hash__ = None  # type: ignore[assignment] # nobody looks one up


def _picture(app: CheckinApp) -> object:
    """Return everything that an app holds and a test might change, to be compared."""
    env, _ = app.jinja_env, app.jinja_loader  # made when first asked for
    with app.app_context():
        heard = _listeners(db.engine), _listeners(db.engine.pool)
    return (
        _seen({name: one for name, one in vars(app).items() if name not in OF_ONE_TEST}),
        _seen([vars(one) for one in app.extensions.values() if hasattr(one, "__dict__")]),
        _seen([str(rule) for rule in app.url_map.iter_rules()]),
        _seen([env.globals, env.filters, env.tests]),
        heard,
    )


def _seen(value: object) -> object:
    match value:
        case dict():
            return {name: _seen(one) for name, one in value.items()}
        case list() | tuple():
            return [_seen(one) for one in value]
        case set() | frozenset():
            return {*value}
        case str() | int() | float() | bytes() | None:
            return value
        case _:
            return _Same(value)


def _listeners(speaker: Any) -> dict[str, list[object]]:
    names = speaker.dispatch._event_names
    return {name: list(getattr(speaker.dispatch, name)) for name in names}
