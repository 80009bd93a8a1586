"""A phone is kept in one spelling; what an earlier version kept is read, and never lost."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import IntegrityError, StatementError

from checkin.storage import people
from checkin.storage.phones import unread_phones
from checkin.storage.tables import CircleRow, PersonRow, Staff, db
from checkin.storage.upgrade import upgrade
from tests.conftest import World

BEFORE, AFTER = "0002", "0003"


@pytest.fixture
def old(empty_database: str) -> Iterator[Engine]:
    """An installation as the version before kept it, with one house."""
    engine = create_engine(empty_database)
    upgrade(engine, to=BEFORE)
    with engine.begin() as now:
        now.execute(
            text("INSERT INTO house (id, name, zone) VALUES ('willow', 'Willow Court', 'Z')")
        )
    yield engine
    engine.dispose()


def put_person(engine: Engine, row: str, phone: str | None) -> None:
    with engine.begin() as now:
        now.execute(
            text(
                "INSERT INTO person (id, house_id, name, called, phone, profile)"
                " VALUES (:row, 'willow', :row, :row, :phone, '{}')"
            ),
            {"row": row, "phone": phone},
        )


def put_staff(engine: Engine, row: str, phone: str | None) -> None:
    with engine.begin() as now:
        now.execute(
            text(
                "INSERT INTO staff (id, name, called, email, active, fs_uniquifier, phone)"
                " VALUES (:row, :row, :row, :row, true, :row, :phone)"
            ),
            {"row": row, "phone": phone},
        )


def phones(engine: Engine, table: str) -> dict[str, tuple[str | None, str | None]]:
    with engine.connect() as now:
        rows = now.execute(text(f"SELECT id, phone, phone_unread FROM {table}"))  # noqa: S608
        return {row.id: (row.phone, row.phone_unread) for row in rows}


def test_every_spelling_becomes_one_and_what_is_no_number_is_kept_beside_it(old: Engine):
    put_person(old, "dev", "07700 900001")
    put_person(old, "ana", "not a phone")
    put_person(old, "mo", None)
    put_staff(old, "jo", "999")
    put_staff(old, "marcus", "+44 (0)7700 900102")

    upgrade(old, to=AFTER)

    assert phones(old, "person") == {
        "dev": ("+447700900001", None),
        "ana": (None, "not a phone"),
        "mo": (None, None),
    }
    assert phones(old, "staff") == {"jo": (None, "999"), "marcus": ("+447700900102", None)}


def test_of_several_with_one_phone_only_the_one_who_was_heard_keeps_it(old: Engine):
    put_person(old, "dev", "+447700900001")
    put_person(old, "ana", "07700 900001")
    put_person(old, "mo", "07700 900009")
    put_person(old, "grace", "0044 7700 900009")

    upgrade(old, to=AFTER)

    assert phones(old, "person") == {
        "dev": ("+447700900001", None),
        "ana": (None, "07700 900001"),
        "mo": (None, "07700 900009"),
        "grace": (None, "0044 7700 900009"),
    }


def test_a_text_that_waits_goes_to_the_same_spelling(old: Engine):
    with old.begin() as now:
        now.execute(
            text(
                "INSERT INTO message (id, key, to_person, about, channel, number, body, urgency,"
                " state, next_at, attempts, receipt_rank, made_at) VALUES ('one', 'k', true, 'a',"
                " 'text', '07700 900001', 'b', 2, 'pending', :at, 0, 0, :at)"
            ),
            {"at": "2026-10-20 09:00:00"},
        )

    upgrade(old, to=AFTER)

    with old.connect() as now:
        assert now.scalar(text("SELECT number FROM message")) == "+447700900001"


@pytest.mark.parametrize("written", ["07700 900001", "+44 7700 900009", "not a phone", "999"])
@pytest.mark.parametrize("kind", [PersonRow, Staff, CircleRow])
def test_the_tables_take_no_other_spelling(world: World, kind: type, written: str):
    table = kind.__tablename__
    with world.app.app_context():
        with pytest.raises(StatementError, match="Read a number"):
            db.session.execute(kind.__table__.update().values(phone=written))
        db.session.rollback()
        with pytest.raises(IntegrityError):
            db.session.execute(text(f"UPDATE {table} SET phone = :one"), {"one": written})  # noqa: S608
        db.session.rollback()


def test_the_database_gives_one_phone_to_one_person_and_to_one_of_the_staff(world: World):
    with world.app.app_context():
        for kind, other in ((PersonRow, world.cast.ana), (Staff, world.cast.jo)):
            taken = db.session.query(kind.phone).filter(kind.phone.is_not(None)).first()[0]
            with pytest.raises(IntegrityError):
                db.session.query(kind).filter(kind.id == other).update({"phone": taken})
            db.session.rollback()
        people.change(world.cast.ana, phone="+447700900104")  # Jo's: possible, and warned of
        db.session.commit()
        assert not unread_phones()
