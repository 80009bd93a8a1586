"""What keeps words as they came is itself looked for."""

import pytest
from sqlalchemy import text

from checkin.storage.guards import guards_gone, missing_guards
from checkin.storage.record_check import faults
from checkin.storage.tables import db
from tests.conftest import World

GUARDS = ("heard_stays_update", "answer_stays_delete", "record_stays_insert")


@pytest.mark.parametrize("guard", GUARDS)
def test_a_guard_that_somebody_took_away_is_named(world: World, guard: str) -> None:
    table = guard.partition("_")[0]
    with world.app.app_context():
        assert not missing_guards()
        if db.engine.dialect.name == "postgresql":
            guard = f"{table}_stays"
            db.session.execute(text(f"DROP TRIGGER {guard} ON {table}"))
        else:
            db.session.execute(text(f"DROP TRIGGER {guard}"))
        db.session.commit()

        assert missing_guards() == {guard: table}
        assert f"The guard {guard} is gone: rows of {table} may have been changed." in faults()


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)  # SQLite cannot
def test_a_guard_that_sleeps_is_none(world: World) -> None:
    with world.app.app_context():
        db.session.execute(text("ALTER TABLE heard DISABLE TRIGGER heard_stays"))

        assert missing_guards() == {"heard_stays": "heard"}


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # PostgreSQL: its function says it
def test_a_guard_that_refuses_nothing_is_none(world: World) -> None:
    with world.app.app_context():
        db.session.execute(text("DROP TRIGGER heard_stays_update"))
        nothing = "CREATE TRIGGER heard_stays_update BEFORE UPDATE ON heard BEGIN SELECT 1; END"
        db.session.execute(text(nothing))

        assert len(list(guards_gone())) == 1
