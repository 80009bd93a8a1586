"""What happened stays written down: changed, lost or untold, it shows."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError

from checkin.actions.call_for_help import call_for_help
from checkin.actions.change_phone import change_phone_of_person, change_phone_of_staff
from checkin.actions.change_settings import change_settings, put_own_words
from checkin.actions.close_alert import close_alert
from checkin.actions.hear_text import hear_text
from checkin.actions.loops import decide_loop, raise_loop_from_talk
from checkin.actions.own_phones import check_phone, waits_to_be_checked
from checkin.actions.take_alert import take_alert
from checkin.actions.tell_next_contact import tell_next_contact
from checkin.actions.turn_away_device import turn_away_device
from checkin.agreements.how_asked import Lines
from checkin.commands.record import NOT_COMPARED
from checkin.lives.record import Entry, by_staff
from checkin.storage import record, texts_heard
from checkin.storage.record_check import faults
from checkin.storage.tables import (
    AgreementRow,
    AgreementVersionRow,
    AlertRow,
    AlertStepRow,
    CheckInRow,
    DeviceRow,
    LoopDecisionRow,
    LoopRow,
    PersonRow,
    RecordRow,
    Role,
    Staff,
    db,
    outside_contacts,
    staff_houses,
    staff_roles,
)
from checkin.storage.texts_heard import NewText
from checkin.storage.transaction import kept_together
from tests.conftest import World, london, minutes
from tests.journeys.doors import DEV
from tests.storage.test_keeping import answered

NOON = london("2026-10-20 12:00")


def a_day(world: World) -> str:
    """Dev calls for help, it goes on, Lena takes it and closes it; a promise changes."""
    cast = world.cast
    call_for_help(cast.dev, NOON)
    alert_id = db.session.scalars(select(AlertRow.id)).one()
    tell_next_contact(NOON + minutes(2))
    take_alert(alert_id, cast.lena, NOON + minutes(3))
    close_alert(alert_id, cast.lena, "Spoke to them", "", NOON + minutes(9))
    raise_loop_from_talk(cast.dev, cast.marcus, "I want to swim", NOON)
    change_phone_of_person(cast.dev, "+447700900001", NOON)
    change_phone_of_staff(cast.marcus, "+447700900102", NOON)
    loop_id = db.session.scalars(select(LoopRow.id)).one()
    decide_loop(loop_id, cast.marcus, "do", "We will go on Friday.", NOON)
    decide_loop(loop_id, cast.lena, "cannot", "The bus is broken.", NOON + minutes(60))
    tablet = db.session.scalars(select(DeviceRow.id).where(DeviceRow.person_id.is_(None))).one()
    turn_away_device(tablet, cast.priya, NOON)
    return alert_id


def test_after_a_day_the_record_is_whole_and_everything_agrees_with_it(world: World) -> None:
    with world.app.app_context():
        alert_id = a_day(world)

        told = db.session.scalars(
            select(RecordRow).where(RecordRow.row == f"alert:{alert_id}").order_by(RecordRow.number)
        ).all()
        assert list(faults()) == []
        assert [one.by for one in told] == ["checkin"] * 3 + [by_staff(world.cast.lena)] * 2
        assert {one.person_id for one in told} == {world.cast.dev}
        assert "Spoke to them" in told[-1].what


def test_no_entry_holds_what_somebody_said(world: World) -> None:
    with world.app.app_context():
        hear_text("SM1", DEV, "help mum hit me", NOON)
        a_loop = "i am so lonely"
        raise_loop_from_talk(world.cast.dev, world.cast.marcus, a_loop, NOON)

        kept = " ".join(db.session.scalars(select(RecordRow.what)))
        assert "mum hit me" not in kept
        assert a_loop not in kept


def test_what_is_no_words_any_more_is_named_and_the_rest_is_looked_at(world: World) -> None:
    with world.app.app_context():
        a_day(world)
        for number, what in ((4, "{"), (5, "7"), (6, '{"step": "taken"}')):
            changed = update(RecordRow).where(RecordRow.number == number).values(what=what)
            _without_its_guard(world, changed)

        assert _entries_named()[:3] == [f"Entry {number} of the record" for number in (4, 5, 6)]


REPLACE = """
INSERT OR REPLACE INTO record (rowid, number, at, "by", kind, "row", what, hash)
SELECT {place}, at, 'staff:x', kind, "row", what, hash FROM record WHERE number = 2
"""


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # PostgreSQL has no REPLACE
@pytest.mark.parametrize("place", ["99, 2", "2, 99", "2, 2"])
def test_no_entry_is_put_in_the_place_of_another(world: World, place: str) -> None:
    with world.app.app_context():
        a_day(world)
        with pytest.raises(DBAPIError, match="only added"):
            db.session.execute(text(REPLACE.format(place=place)))


CHANGES_OF_WHAT_CAME = (
    "UPDATE answer SET words = 'fine'",
    "DELETE FROM answer",
    "UPDATE heard SET words = 'fine'",
    "DELETE FROM heard",
)


@pytest.mark.parametrize("change", CHANGES_OF_WHAT_CAME)
def test_the_database_itself_refuses_to_change_what_people_said(world: World, change: str) -> None:
    with world.app.app_context():
        answered(world.cast.dev, "group_day.going", NOON, "self", "done")
        with kept_together():
            texts_heard.put(NewText("t", "SM1", "+447700900001", "im not ok", NOON))
        with pytest.raises(DBAPIError, match=r"only added|as it came"):
            db.session.execute(text(change))


def test_phones_are_told_of_by_digest_and_by_whom(world: World) -> None:
    cast = world.cast
    with world.app.app_context():
        change_phone_of_person(cast.dev, "+447700900007", NOON, staff_id=cast.marcus)
        waits = waits_to_be_checked(cast.dev)
        assert waits
        check_phone(waits.id, cast.dev, cast.jo, NOON)
        change_phone_of_staff(cast.jo, "+447700900107", NOON)

        told = select(RecordRow).where(RecordRow.kind == "phone_changed")
        rows = db.session.scalars(told.order_by(RecordRow.number)).all()
        assert [(one.by, one.row) for one in rows] == [
            (by_staff(cast.jo), f"person:{cast.dev}"),
            ("checkin", by_staff(cast.jo)),
        ]
        assert not any("7700900" in one.what for one in rows)


def test_each_device_was_let_in_by_somebody(world: World) -> None:
    with world.app.app_context():
        told = select(RecordRow.row, RecordRow.by).where(RecordRow.kind == "device_let_in")
        devices = db.session.scalars(select(DeviceRow.id)).all()

        by = by_staff(world.cast.priya)
        assert dict(db.session.execute(told).all()) == {f"device:{one}": by for one in devices}
        assert len(devices) == 2


def test_own_words_and_settings_are_told_of_and_never_the_words(world: World) -> None:
    cast = world.cast
    with world.app.app_context():
        change_settings(cast.ana, {"per_page": 2}, {"likes_art": True}, by_staff(cast.priya), NOON)
        put_own_words(
            cast.ana, {Lines.GOAL: ["swim far"], Lines.PLACES: ["The pool"]}, cast.priya, NOON
        )
        put_own_words(cast.ana, {}, cast.priya, NOON)

        rows = db.session.scalars(select(RecordRow).order_by(RecordRow.number)).all()[-2:]
        assert [one.kind for one in rows] == ["how_asked_changed", "own_words_changed"]
        assert {one.by for one in rows} == {by_staff(cast.priya)}
        assert rows[0].what == '{"about-likes_art":1,"per_page":"2"}'
        assert "swim" not in rows[1].what
        assert "pool" not in rows[1].what


@pytest.mark.parametrize("change", ["UPDATE record SET by = 'staff:x'", "DELETE FROM record"])
def test_the_database_itself_refuses_to_change_the_record(world: World, change: str) -> None:
    with world.app.app_context(), pytest.raises(DBAPIError, match="only added"):
        db.session.execute(text(change.replace("by =", '"by" =')))


def _entries_named() -> list[str]:
    """Return what is said beside that a guard is gone."""
    return [one.partition(" (")[0] for one in faults() if not one.startswith("The guard")]


def _without_its_guard(world: World, statement: object) -> None:
    """Do what only somebody with the keys of the database could."""
    if db.engine.dialect.name == "postgresql":
        db.session.execute(text("ALTER TABLE record DISABLE TRIGGER record_stays"))
    else:
        db.session.execute(text("DROP TRIGGER IF EXISTS record_stays_update"))
        db.session.execute(text("DROP TRIGGER IF EXISTS record_stays_delete"))
    db.session.execute(statement)
    db.session.commit()


def test_an_entry_that_was_changed_is_named(world: World) -> None:
    with world.app.app_context():
        a_day(world)
        _without_its_guard(
            world, update(RecordRow).where(RecordRow.number == 5).values(by="staff:another")
        )

        assert _entries_named() == ["Entry 5 of the record"]


def test_entries_that_are_gone_are_named(world: World) -> None:
    with world.app.app_context():
        alert_id = a_day(world)
        gone = select(RecordRow.number).where(RecordRow.row == f"alert:{alert_id}")
        first = db.session.scalars(gone.order_by(RecordRow.number)).first()
        assert first
        _without_its_guard(world, delete(RecordRow).where(RecordRow.number == first))

        found = list(faults())
        assert f"Entries {first} to {first} of the record are gone." in found
        assert f"Step 1 of alert {alert_id} is not in the record." in found


A_MANAGER = select(Role.id).where(Role.name == "manager").scalar_subquery()
SOMEBODY = select(Staff.id).where(Staff.called == "Jo").scalar_subquery()
ANOTHER = select(PersonRow.id).where(PersonRow.called == "Ana").scalar_subquery()
A_CHECK_IN = select(CheckInRow.id).order_by(CheckInRow.id).limit(1).scalar_subquery()
UNTOLD = {
    "state": (update(AlertRow).values(state="cancelled"), "recorded: state"),
    "outcome": (update(AlertRow).values(outcome="Not needed"), "recorded: outcome"),
    "who had it": (update(AlertRow).values(taken_by=None), "recorded: owner"),
    "title": (update(AlertRow).values(title="Dev is fine."), "recorded: title"),
    "what": (update(AlertRow).values(what=["nothing"]), "recorded: what"),
    "level": (update(AlertRow).values(level="soon"), "recorded: level"),
    "kind": (update(AlertRow).values(kind="told"), "recorded: kind"),
    "came from": (update(AlertRow).values(check_in_id=A_CHECK_IN), "recorded: check in"),
    "said where": (update(LoopRow).values(check_in_id=A_CHECK_IN), "recorded: check in"),
    "said by": (update(LoopRow).values(person_id=ANOTHER), "recorded: person"),
    "closed": (update(LoopRow).values(closed_at=NOON), "recorded: closed"),
    "outside": (delete(outside_contacts), "recorded: outside"),
    "known": (update(AlertRow).values(known_at=NOON), "recorded: known"),
    "step": (update(AlertStepRow).where(AlertStepRow.number == 1).values(words="-"), "Step 1 of"),
    "step at": (update(AlertStepRow).values(at=NOON - minutes(60)), "recorded: at"),
    "step of": (update(AlertStepRow).values(staff_id=None), "recorded: by"),
    "step gone": (delete(AlertStepRow).where(AlertStepRow.kind == "taken"), "is gone"),
    "newest": (update(LoopRow).values(we_did="We never promised."), "What was decided last"),
    "owner": (update(LoopRow).values(owner_id=SOMEBODY), "What was decided last"),
    "told": (update(LoopRow).values(told_at=NOON), "recorded: told"),
    "done": (update(LoopRow).values(done_at=NOON), "recorded: done"),
    "decision": (update(LoopDecisionRow).values(words="Maybe."), "Decision 1 of loop"),
    "decision told": (update(LoopDecisionRow).values(told_at=NOON), "recorded: told"),
    "decision done": (update(LoopDecisionRow).values(done_at=NOON), "recorded: done"),
    "decision gone": (delete(LoopDecisionRow).where(LoopDecisionRow.number == 2), "is gone"),
    "raised": (update(LoopRow).values(words="I like it here."), "recorded: raised"),
    "phone": (update(PersonRow).values(phone=None), "recorded: phone"),
    "texts": (update(PersonRow).values(texts_stopped_at=NOON), "recorded: texts stopped"),
    "name": (update(PersonRow).values(name="Another"), "recorded: name"),
    "staff phone": (update(Staff).values(phone=None), "recorded: phone"),
    "staff name": (update(Staff).values(name="Another"), "recorded: name"),
    "staff left": (update(Staff).values(active=False), "recorded: active"),
    "address": (update(Staff).where(Staff.called == "Jo").values(email="x@y.z"), "address"),
    "rights": (update(staff_roles).values(role_id=A_MANAGER), "recorded: role"),
    "houses": (delete(staff_houses), "recorded: house"),
    "device": (update(DeviceRow).values(revoked_at=None), "recorded: revoked"),
    "document": (update(AgreementVersionRow).values(document="{}"), "recorded: document"),
    "review": (update(AgreementVersionRow).values(review_on=NOON.date()), "recorded: review on"),
    "until": (update(AgreementVersionRow).values(in_force_to=NOON), "recorded: until"),
    "ended": (update(AgreementRow).values(ended_at=NOON), "recorded: ended"),
}


@pytest.mark.parametrize("changed", UNTOLD)
def test_a_row_that_was_changed_without_being_told_is_named(world: World, changed: str) -> None:
    untold, says = UNTOLD[changed]
    with world.app.app_context():
        a_day(world)
        db.session.execute(untold.execution_options(synchronize_session=False))
        db.session.commit()
        db.session.remove()

        assert any(says in fault for fault in faults())


LEFT_OUT = {
    "UPDATE heard SET meaning = 'free'": "What a text was taken to mean",
    "UPDATE heard SET private = NOT private": "whether it holds the secret word",
    "UPDATE house SET name = 'Elm Court'": "What houses are called",
}


@pytest.mark.parametrize("change", LEFT_OUT)
def test_a_change_that_it_does_not_see_is_one_that_it_says_it_leaves_out(
    world: World, change: str
) -> None:
    with world.app.app_context():
        hear_text("SM1", DEV, "HELP", NOON)
        changed = db.session.connection().execute(text(change)).rowcount
        db.session.commit()
        db.session.remove()

        assert changed
        assert list(faults()) == []
        assert LEFT_OUT[change] in NOT_COMPARED


def test_of_what_was_broken_off_nothing_is_told(world: World) -> None:
    with world.app.app_context():
        before = record.head()
        with pytest.raises(RuntimeError, match="broken off"):
            _break_off()
        with kept_together():
            pass

        assert record.head() == before


def _break_off() -> None:
    with kept_together():
        record.note([Entry(NOON, "checkin", "looked", "person:dev", {})])
        raise RuntimeError("broken off")


def test_nothing_is_told_outside_a_transaction(world: World) -> None:
    with world.app.app_context(), pytest.raises(RuntimeError, match="kept_together"):
        record.note([Entry(NOON, "checkin", "looked", "person:dev", {})])


def test_four_who_write_at_once_make_one_chain(world: World) -> None:
    together = threading.Barrier(4)

    def write(hand: int) -> None:
        with world.app.app_context():
            together.wait(10)
            for number in range(20):
                at = NOON + timedelta(seconds=number)
                with kept_together():
                    record.note([Entry(at, "checkin", "looked", f"person:{hand}", {"n": number})])

    with world.app.app_context():
        before, _ = record.head()
    with ThreadPoolExecutor(4) as hands:
        list(hands.map(write, range(4)))

    with world.app.app_context():
        assert record.head()[0] == before + 80
        assert list(faults()) == []
