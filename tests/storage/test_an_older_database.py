"""A database from before a flow said what a step does: what it kept from somebody stays kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, MetaData, create_engine

from checkin.app import create_app
from checkin.storage.flows import version
from checkin.storage.kept_from import kept_from, shown_to
from checkin.storage.tables import db
from checkin.storage.upgrade import upgrade
from tests.conftest import settings_for

NOW = datetime(2026, 10, 20, 9)  # noqa: DTZ001 (as a column holds it)
OLD_FLOW = (
    '{"flow":"tell_someone","title":"t","purpose":"p","agreed_with":"a","language":"en-GB",'
    '"channels":["tablet"],"seen_by":["who_i_pick"],"steps":{"not_who":'
    '{"people":"Who should we keep this from?","from":"staff"}}}'
)


@contextmanager
def _at_first(address: str) -> Iterator[Engine]:
    """Give a database as the first version of the product left it."""
    engine = create_engine(address)
    upgrade(engine, to="0001")
    yield engine
    engine.dispose()


def _put(engine: Engine, name: str, **values: Any) -> None:
    """Add a row; what is not said is as short as its kind allows."""
    tables = MetaData()
    tables.reflect(engine, only=[name])
    table = tables.tables[name]
    usual = {str: "x", int: 0, datetime: NOW, object: {}, dict: {}}
    filled = {
        column.name: usual[column.type.python_type]
        for column in table.columns
        if not column.nullable
    }
    with engine.begin() as connection:
        connection.execute(table.insert().values({**filled, **values}))


@pytest.fixture
def older(empty_database: str, tmp_path: Path) -> Iterator[Flask]:
    """Ana told something, and picked who sees it and who must not; then it was brought up to date."""
    with _at_first(empty_database) as engine:
        _put(engine, "house", id="h")
        _put(engine, "person", id="ana", house_id="h")
        _put(engine, "flow_version", id="v", flow="tell_someone", document=OLD_FLOW)
        _put(
            engine,
            "check_in",
            id="c",
            person_id="ana",
            flow_version_id="v",
            state="answered",
            channel="tablet",
        )
        for number, (step, picked, sent_at) in enumerate(
            [
                ("not_who", "marcus", NOW),
                ("not_who", "lena", None),  # she changed her mind before sending
                ("who", "priya", NOW),
                ("kind", "hurt", NOW),
            ]
        ):
            _put(
                engine, "answer", id=f"a{number}", check_in_id="c", person_id="ana", step=step,
                choices=[picked], sent_at=sent_at, how="tap", channel="tablet",
            )  # fmt: skip
    version.cache_clear()
    app = create_app(settings_for(tmp_path, empty_database))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
    version.cache_clear()


def test_what_was_kept_from_somebody_is_kept_from_them_still(older: Flask) -> None:
    assert kept_from(["c"]) == {"c": {"marcus"}}
    assert shown_to(["c"]) == {"c": {"priya"}}


def test_a_flow_that_was_kept_then_keeps_from_somebody_still(older: Flask) -> None:
    step = version("v").steps["not_who"]

    assert step.does == "keeps_from"
