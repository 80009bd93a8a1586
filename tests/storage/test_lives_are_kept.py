"""The database itself refuses what no life knows, and an old one is put right."""

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from checkin.storage.tables import db
from checkin.storage.upgrade import check, upgrade
from tests.conftest import World


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE check_in SET state = 'fine'",
        "UPDATE check_in SET next_at = NULL WHERE state = 'planned'",
        "UPDATE check_in SET done = 'somebody'",
        "UPDATE message SET state = 'fine'",
        "UPDATE message SET state = 'pending', next_at = NULL",
    ],
)
def test_what_no_life_knows_cannot_be_kept(world: World, change: str) -> None:
    world.go_to("2026-10-20 09:20")
    with world.app.app_context(), pytest.raises(IntegrityError):
        db.session.execute(text(change))


CHECK_IN = (
    "INSERT INTO check_in (id, person_id, key, asks, channel, local_slot, state, due_at, early_from,"
    " deadline_at, answered_late_at, late_minutes, turns, facts) VALUES (:id, 'dev', 'arrive',"
    " 'ask_arrive', 'text', '', :state, '2026-10-20 10:00:00', '2026-10-20 10:00:00',"
    " '2026-10-20 10:20:00', :late, 0, 0, '{}')"
)
MESSAGE = (
    'INSERT INTO message (id, "key", to_person, person_id, about, channel, number, body, urgency,'
    " state, made_at, next_at, attempts, receipt_rank) VALUES ('m', 'a text', :yes, 'dev', 'thanks',"
    " 'text', '+447700900001', 'Thanks.', 2, 'pending', '2026-10-20 10:00:00',"
    " '2026-10-20 10:00:00', 0, 0)"
)


def test_an_older_database_keeps_its_rows_and_forgets_nothing_open(empty_database: str) -> None:
    engine = create_engine(empty_database)
    upgrade(engine, to="0006")
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO house (id, name, zone) VALUES ('h', 'Elm', 'UTC')"))
        person = "INSERT INTO person (id, house_id, name, called) VALUES"
        connection.execute(text(f"{person} ('dev', 'h', 'Dev', 'Dev')"))
        for name, state, late in (
            ("planned", "planned", None),
            ("asked", "asked", None),
            ("late", "asked", "2026-10-20 10:21:00"),
            ("over", "answered", None),
        ):
            connection.execute(text(CHECK_IN), {"id": name, "state": state, "late": late})
        connection.execute(text(MESSAGE), {"yes": True})

    upgrade(engine)

    check(engine)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT id, state, next_at FROM check_in"))
        kept = {row.id: (row.state, str(row.next_at)[11:19]) for row in rows}
        sent = connection.execute(text("SELECT address, despite_stop FROM message")).one()
    engine.dispose()
    assert kept == {
        "planned": ("planned", "10:20:00"),
        "asked": ("asked", "10:20:00"),
        "late": ("missed", ""),
        "over": ("answered", ""),
    }
    assert tuple(sent) == ("+447700900001", False)
