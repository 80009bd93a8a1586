"""What a test is lent is as if nobody had used it, whatever the test before did to it."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Blueprint
from sqlalchemy import event, func, make_url, select, text

from checkin.app import CheckinApp
from checkin.installation import Latest
from checkin.storage.guards import missing_guards
from checkin.storage.tables import HouseRow, db, new_id
from tests.databases import KINDS
from tests.lent import Lending

ON_BOTH = pytest.mark.parametrize("on", KINDS)
ON_SQLITE, ON_POSTGRESQL = "DROP TRIGGER answer_stays_update", "DROP TRIGGER answer_stays ON answer"


def lent(lending: Lending, on: str, do: Callable[[CheckinApp], object]) -> CheckinApp:
    """Do something with what is lent, give it back, and return the app."""
    with lending.database(on) as address, lending.app(address) as app, app.app_context():
        do(app)
        db.session.commit()
    return app


def _houses(_: CheckinApp) -> int:
    return db.session.scalar(select(func.count()).select_from(HouseRow)) or 0


@ON_BOTH
def test_rows_of_one_test_are_gone_in_the_next(lending: Lending, on: str) -> None:
    found: list[int] = []
    count = lambda app: found.append(_houses(app))  # noqa: E731

    lent(lending, on, lambda _: db.session.add(HouseRow(id=new_id(), name="Willow Court")))
    lent(lending, on, count)

    assert found == [0]


@ON_BOTH
def test_a_guard_that_one_test_took_away_is_there_in_the_next(lending: Lending, on: str) -> None:
    statement = text(ON_SQLITE if on == "sqlite" else ON_POSTGRESQL)
    gone: list[object] = []

    lent(lending, on, lambda _: (db.session.execute(statement), gone.append(missing_guards())))
    lent(lending, on, lambda _: gone.append(missing_guards()))

    assert (bool(gone[0]), gone[1]) == (True, {})


@ON_BOTH
def test_files_of_one_test_are_gone_in_the_next(lending: Lending, on: str) -> None:
    left: list[list[Path]] = []

    def leave(app: CheckinApp) -> None:
        data = app.installation.settings.data
        (data / "sound").mkdir(exist_ok=True)
        (data / "sound" / "help.mp3").write_bytes(b"Help")
        (data / "note.txt").write_text("Dev")

    def look(app: CheckinApp) -> None:
        left.append(sorted(app.installation.settings.data.rglob("*")))

    lent(lending, on, leave)
    lent(lending, on, look)

    assert left == [[]]


def test_settings_and_flows_of_one_test_are_gone_in_the_next(lending: Lending) -> None:
    found = []

    def change(app: CheckinApp) -> None:
        here = app.installation
        here.flows.put(replace(here.flows.now, flows={}))
        app.installation = replace(here, settings=replace(here.settings, demo=True))

    lent(lending, "sqlite", change)
    lent(lending, "sqlite", lambda app: found.append(app.installation))

    assert (found[0].settings.demo, "my_morning" in found[0].flows.now.flows) == (False, True)
    assert isinstance(found[0].flows, Latest)


def test_an_app_that_nobody_changed_is_lent_again(lending: Lending) -> None:
    ask = lambda app: app.test_client().get("/tablet/enrol")  # noqa: E731

    assert lent(lending, "sqlite", ask) is lent(lending, "sqlite", ask)


def _page(app: CheckinApp) -> None:
    app.register_blueprint(Blueprint("more", "more"))


def _listener(_: CheckinApp) -> None:
    event.listen(db.engine, "before_cursor_execute", lambda *_: None)


@pytest.mark.parametrize(
    "change",
    [
        _page,
        _listener,
        lambda app: app.jinja_env.globals.update(asset=str),
        lambda app: app.config.update(MAX_CONTENT_LENGTH=1),
        lambda app: app.before_request(lambda: None),
        lambda app: app.csrf.exempt("checkin.staff.routes"),
    ],
    ids=["a page", "a listener", "a function of pages", "a setting", "a door", "a way round"],
)
def test_an_app_that_one_test_changed_is_not_lent_again(
    lending: Lending, change: Callable[[CheckinApp], object]
) -> None:
    changed = lent(lending, "sqlite", change)

    assert lent(lending, "sqlite", lambda _: None) is not changed


def test_a_file_that_one_test_has_open_is_not_lent_again(lending: Lending) -> None:
    with lending.database("sqlite") as address:
        still_open = sqlite3.connect(str(make_url(address).database))

    with lending.database("sqlite") as another:
        pass

    still_open.close()
    assert another != address
