"""Texts and calls over the wire, there and back, whatever the phone company does on the way."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event, select
from sqlalchemy.exc import OperationalError

from checkin import clock
from checkin.actions.take_in import hear_what_waits
from checkin.actions.telling import URGENCY
from checkin.channels.text.sender import TextSender
from checkin.channels.text.stand_in import Fails, KeepsThenHangs
from checkin.storage.tables import AlertRow, AlertStepRow, HeardRow, MessageRow, PersonRow, db
from tests.texts.conftest import DEV, MARCUS, Line

GROUP_DAY = "2026-10-20"
LENA = "+447700900103"


@pytest.fixture(autouse=True)
def no_app_context_stays(line: Line) -> Iterator[None]:
    yield
    with line.world.app.app_context():
        db.session.remove()


def rows(line: Line, table: type) -> list:
    with line.world.app.app_context():
        return list(db.session.scalars(select(table)))


def asked(line: Line) -> MessageRow:
    """Return the text that asks whether Dev has left."""
    (row,) = (row for row in rows(line, MessageRow) if row.about == "ask_leave")
    return row


def alerts(line: Line) -> list[AlertRow]:
    return sorted(rows(line, AlertRow), key=lambda row: row.opened_at)


def test_dev_is_asked_says_late_and_is_waited_for(line: Line):
    line.go_to(f"{GROUP_DAY} 09:15")
    line.go_to(f"{GROUP_DAY} 09:17")
    line.text("LATE 20")
    line.go_to(f"{GROUP_DAY} 09:35")
    line.text("OK")
    line.go_to(f"{GROUP_DAY} 09:36")

    assert line.texts_on(DEV) == [
        "Hi Dev. It's art day. Text OK when you leave. Bus late? Text LATE 20.",
        "Thanks Dev. We will wait until 09:37.",
        "Thanks Dev.",
    ]
    assert asked(line).state == "delivered"
    assert alerts(line) == []
    assert line.company.errands.refused == []


def test_receipts_twice_late_and_backwards_leave_a_text_delivered(line: Line):
    line.company.receipts = ("delivered", "sent", "queued", "delivered", "failed", "sent")

    line.go_to(f"{GROUP_DAY} 09:15")

    assert asked(line).state == "delivered"
    assert asked(line).delivered_at is not None
    assert line.company.errands.refused == []


def test_a_receipt_that_comes_before_we_wrote_down_the_sending_counts(line: Line):
    line.company.faults.append(KeepsThenHangs(0.7))

    line.go_to(f"{GROUP_DAY} 09:15")

    assert asked(line).state == "delivered"


def test_a_text_nobody_can_say_went_out_reaches_dev_once(line: Line):
    line.senders["text"] = TextSender(line.company.settings, answer_seconds=0.5)
    line.company.faults.append(KeepsThenHangs(1.0))

    line.go_to(f"{GROUP_DAY} 09:15")
    first = asked(line).state
    line.go_to(f"{GROUP_DAY} 09:16")

    assert first == "unknown"
    assert len(line.texts_on(DEV)) == 1
    assert asked(line).provider_id == line.company.of(DEV)[0].sid


def test_a_phone_company_out_of_order_for_a_while_delays_a_text(line: Line):
    line.company.faults.extend([Fails(503), Fails(429), Fails(500)])

    line.go_to(f"{GROUP_DAY} 09:15")
    line.go_to(f"{GROUP_DAY} 09:18")

    assert len(line.texts_on(DEV)) == 1
    assert asked(line).state == "delivered"


def test_a_text_that_comes_while_the_database_is_locked_is_heard_once_it_is_free(line: Line):
    with line.world.app.app_context():
        engine = db.engine
    fails = iter([True, True])

    def locked(*_: object) -> None:
        if next(fails, False):
            raise OperationalError("statement", {}, Exception("database is locked"))

    event.listen(engine, "before_cursor_execute", locked)
    line.text("hi can i go cafe sat after")
    event.remove(engine, "before_cursor_execute", locked)
    with line.world.app.app_context():
        hear_what_waits(clock.now())

    (row,) = rows(line, HeardRow)
    assert row.meaning == "free"
    assert line.company.errands.refused == []


def test_help_reaches_staff_though_the_phone_company_answers_it_too(line: Line):
    line.company.hijack = True
    line.go_to(f"{GROUP_DAY} 09:40")

    line.text("HELP")
    line.send()

    (help_wanted,) = (row for row in alerts(line) if row.kind == "help_or_not_ok")
    assert help_wanted.level == "now"
    assert any("asking Marcus to ring you" in text for text in line.texts_on(DEV))
    assert line.texts_on(MARCUS) != []


def test_whoever_asks_to_be_rung_is_told_whom_we_asked_and_staff_are_asked(line: Line):
    line.go_to(f"{GROUP_DAY} 09:40")

    line.text("can someone call me")
    line.send()

    (asked_for,) = (row for row in alerts(line) if row.kind == "person_asked_for")
    assert asked_for.level == "soon"
    assert any("We are asking Marcus to ring you." in text for text in line.texts_on(DEV))
    assert line.texts_on(MARCUS) != []


def test_stop_that_only_the_phone_company_heard_is_known_at_the_next_text(line: Line):
    line.company.hijack = line.company.swallow = True
    line.text("STOP")
    assert rows(line, HeardRow) == []

    line.go_to(f"{GROUP_DAY} 09:15")

    (dev,) = (row for row in rows(line, PersonRow) if row.called == "Dev")
    assert dev.texts_stopped_at is not None
    assert [row.task for row in alerts(line)] == [True]
    assert line.texts_on(DEV) == []


def test_stop_is_heard_by_us_too_and_becomes_one_task(line: Line):
    line.company.hijack = True

    line.text("STOP")
    line.send()
    line.go_to(f"{GROUP_DAY} 08:00")

    assert [row.task for row in alerts(line)] == [True]
    assert line.texts_on(DEV) == []


def test_a_call_that_marcus_does_not_pick_up_counts_as_not_told(line: Line):
    line.company.switch_off(MARCUS)
    line.go_to(f"{GROUP_DAY} 09:40")

    line.text("HELP")
    line.send()

    (call,) = (  # and one in place of a text of the miss before
        one
        for one in rows(line, MessageRow)
        if (one.address, one.channel, one.urgency) == (MARCUS, "call", URGENCY["now"])
    )
    assert (call.state, call.fault) == ("failed", "Not delivered (no-answer).")
    said = [one.words for one in rows(line, AlertStepRow) if one.kind == "not_told"]
    assert "It rang, and nobody picked up." in {one[:30] for one in said}
    assert line.texts_on(LENA) != []


def test_a_phone_that_was_off_gets_its_texts_later(line: Line):
    line.company.switch_off(DEV)
    line.go_to(f"{GROUP_DAY} 09:15")
    before = asked(line).state

    line.company.switch_on(DEV)
    assert line.company.errands.settle()

    assert (before, asked(line).state) == ("accepted", "delivered")


def test_no_number_is_written_to_the_log(line: Line, caplog):
    caplog.set_level(0)
    line.go_to(f"{GROUP_DAY} 09:15")
    line.text("can u get pineapple for tea")
    line.send()

    assert DEV not in caplog.text
    assert "pineapple" not in caplog.text
