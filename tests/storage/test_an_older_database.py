"""A database of before: what it kept from somebody stays kept, and no fact of it is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, MetaData, create_engine, insert, select
from sqlalchemy.exc import IntegrityError

from checkin.app import create_app
from checkin.storage.flows import version
from checkin.storage.kept_from import confided
from checkin.storage.record_check import faults
from checkin.storage.tables import AnswerRow, CheckInRow, HeardRow, db
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


def _put(engine: Engine, name: str, /, **values: Any) -> None:
    """Add a row; what is not said is as short as its kind allows."""
    tables = MetaData()
    tables.reflect(engine, only=[name])
    table = tables.tables[name]
    usual = {str: "x", int: 0, bool: False, datetime: NOW, date: NOW.date(), object: {}, dict: {}}
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
    told = confided(["c"])["c"]
    assert (told.kept_from, told.shown_to, told.unclear) == ({"marcus"}, {"priya"}, False)


def test_a_flow_that_was_kept_then_keeps_from_somebody_still(older: Flask) -> None:
    step = version("v").steps["not_who"]

    assert step.does == "keeps_from"


def test_what_stood_in_a_bag_of_facts_is_there_after(empty_database: str) -> None:
    left = {"later_at": "13:00", "end": "later", "until": "today", "stopped_at": "tablets"}
    with _at_first(empty_database) as engine:
        _put(engine, "house", id="h")
        _put(engine, "person", id="dev", house_id="h")
        for key, facts in (("left", left), ("went_on", {})):
            _put(
                engine, "check_in", id=key, person_id="dev", state="answered", channel="tablet",
                facts=facts,
            )  # fmt: skip
        for key, facts in (("t1", {}), ("t2", {"read_with": "t1"})):
            _put(engine, "heard", id=key, provider_id=key, number="+447700900001", facts=facts)

        upgrade(engine)

        with engine.connect() as connection:
            check_ins = connection.execute(select(CheckInRow.__table__)).all()
            texts = connection.execute(select(HeardRow.id, HeardRow.read_with)).all()
    assert {one.id: (one.later_at, one.left_until, one.left_at_step) for one in check_ins} == {
        "left": (time(13), "today", "tablets"),
        "went_on": (None, None, None),
    }
    assert dict(texts) == {"t1": None, "t2": "t1"}


def test_what_was_planned_is_planned_once_and_what_was_called_off_is_told(
    empty_database: str,
) -> None:
    """Home was planned by the first version, replaced, and called off under the second."""
    asked = {"person_id": "dev", "channel": "text", "key": "home", "local_slot": "2026-10-20T16:00"}
    with _at_first(empty_database) as engine:
        _put(engine, "house", id="h")
        _put(engine, "person", id="dev", house_id="h")
        _put(engine, "agreement", id="g", person_id="dev")
        for number in (1, 2):
            version = {"id": f"v{number}", "agreement_id": "g", "version": number}
            _put(engine, "agreement_version", **version, review_on=NOW.date())
            _put(
                engine, "check_in", id=f"c{number}", **asked, agreement_version_id=f"v{number}",
                plan_key=f"v{number}:home:2026-10-20T16:00:0", state="cancelled",
                asked_at=NOW if number == 2 else None,
            )  # fmt: skip
        upgrade(engine)

        with engine.connect() as connection:
            found = connection.execute(select(CheckInRow.__table__)).all()
    assert {one.id: (one.plan_key, one.called_off_at is not None) for one in found} == {
        "c1": ("v1:home:2026-10-20T16:00:0", False),
        "c2": ("g:home:2026-10-20T16:00:0", True),
    }


@pytest.mark.parametrize("change", [{"how": "pressed"}, {"silence": "none"}, {"does": "x"}])
@pytest.mark.usefixtures("older")
def test_an_answer_holds_no_word_that_is_not_known(change: dict[str, str]) -> None:
    kept = db.session.execute(select(AnswerRow.__table__).limit(1)).mappings().one()

    with pytest.raises(IntegrityError, match="ck_answer"):
        db.session.execute(insert(AnswerRow), {**kept, "id": "another", **change})


def test_the_record_begins_with_how_everything_stood(empty_database: str, tmp_path: Path) -> None:
    with _at_first(empty_database) as engine:
        _put(engine, "house", id="h")
        for name in ("jo", "lena"):
            _put(
                engine, "staff", id=name, name=name, email=f"{name}@willow-court.example",
                fs_uniquifier=name, active=name == "jo",
            )  # fmt: skip
        _put(engine, "role", id="r", name="manager")
        _put(engine, "staff_role", staff_id="jo", role_id="r")
        _put(engine, "staff_house", staff_id="jo", house_id="h")
        _put(engine, "person", id="dev", house_id="h", texts_stopped_at=NOW, keyworker_id="jo")
        _put(engine, "device", id="d", house_id="h", revoked_at=NOW)
        _put(engine, "agreement", id="g", person_id="dev")
        _put(
            engine, "agreement_version", id="g1", agreement_id="g", review_on=NOW.date(),
            in_force_to=NOW.replace(year=2020),
        )  # fmt: skip
        _put(
            engine, "alert", id="a", house_id="h", person_id="dev", state="closed", level="now",
            about="person", what=["He rang.", "Twice."], taken_by="lena", known_at=NOW,
        )  # fmt: skip
        _put(
            engine, "loop", id="l", person_id="dev", read_at=NOW, read_by="jo", decided_at=NOW,
            decided_by="jo", decision="do", we_did="We will go.", owner_id="lena", done_at=NOW,
            done_how="We went.", told_at=NOW, due_on=NOW.date(),
        )  # fmt: skip
    app = create_app(settings_for(tmp_path, empty_database))

    with app.app_context():
        assert list(faults()) == []
        db.session.remove()
        db.engine.dispose()
