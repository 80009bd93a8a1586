"""One message: when it is tried again, when it is given up, and what is believed of it."""

from datetime import UTC, datetime, timedelta

import pytest

from checkin.lives.illegal_move import IllegalMove
from checkin.lives.message import WAITING, is_too_late, waiting
from checkin.lives.message_moves import (
    LEASE,
    LONGEST_WAIT,
    Cancelled,
    Leased,
    NotSaid,
    Receipt,
    Refused,
    Sent,
    Unknown,
    moved,
)

NOW = datetime(2026, 10, 22, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
NEW = waiting("check_in:1:ask_leave", NOW, NOW + 1200 * SECOND)
LEASED = moved(NEW, Leased(NOW))
SENT = moved(LEASED, Sent(NOW, "SM1"))


def receipts(*statuses):
    """Return the message that was sent, after these receipts."""
    message = SENT
    for status in statuses:
        message = moved(message, Receipt(status, "30003", NOW + SECOND))
    return message


def test_it_is_due_at_once_and_again_when_nothing_is_heard_of_its_sending():
    assert (NEW.state, NEW.next_at) == ("pending", NOW)
    assert (LEASED.state, LEASED.next_at, LEASED.attempts) == ("leased", NOW + LEASE, 1)
    assert moved(LEASED, Leased(NOW + LEASE)).attempts == 2


def test_what_went_is_due_no_more():
    assert (SENT.state, SENT.next_at, SENT.sent_at, SENT.provider_id) == (
        "accepted", None, NOW, "SM1",
    )  # fmt: skip


def test_each_refusal_waits_longer_up_to_a_minute():
    waits = []
    message = NEW
    for _ in range(8):
        now = message.next_at
        message = moved(moved(message, Leased(now)), Refused(now, "busy", permanent=False))
        waits.append(message.next_at - now)

    assert [wait // SECOND for wait in waits] == [2, 4, 8, 16, 32, 60, 60, 60]
    assert max(waits) < LONGEST_WAIT + SECOND
    assert (message.state, message.fault) == ("pending", "busy")


def test_nobody_can_say_whether_it_went_so_it_is_looked_for():
    unknown = moved(LEASED, Unknown(NOW, "The line broke."))

    assert (unknown.state, unknown.fault) == ("unknown", "The line broke.")
    assert unknown.next_at > NOW


@pytest.mark.parametrize("fault", [Refused(NOW, "busy", permanent=False), Unknown(NOW, "broke")])
def test_however_long_the_provider_is_away_it_is_not_given_up(fault):
    after_two_hours = moved(LEASED._replace(attempts=120), fault)

    assert NOW < after_two_hours.next_at <= NOW + LONGEST_WAIT + SECOND
    assert after_two_hours.state in WAITING


def test_a_number_that_does_not_exist_fails_at_once():
    assert moved(LEASED, Refused(NOW, "No such number", permanent=True)).state == "failed"


def test_what_is_called_off_does_not_go():
    unknown = moved(LEASED, Unknown(NOW, "The line broke."))

    for waits in (NEW, unknown):
        assert moved(waits, Cancelled(NOW)).state == "cancelled"
        assert moved(waits, Cancelled(NOW)).next_at is None


def test_what_is_called_off_on_its_way_may_go_and_is_not_tried_again():
    called_off = moved(LEASED, Cancelled(NOW))

    assert moved(called_off, Sent(NOW, "SM1")).state == "accepted"
    again = moved(called_off, Refused(NOW, "busy", permanent=False))
    assert is_too_late(moved(again, Leased(again.next_at)), NOW)


def test_the_last_moment_is_not_too_late_and_the_next_is():
    assert not is_too_late(NEW, NEW.not_after)
    assert is_too_late(NEW, NEW.not_after + timedelta(microseconds=1))
    assert not is_too_late(NEW._replace(not_after=None), NOW + timedelta(days=9))
    assert moved(LEASED, NotSaid("It was too late.")).state == "cancelled"


@pytest.mark.parametrize(
    ("statuses", "ends"),
    [
        (["sent"], "accepted"),
        (["delivered"], "delivered"),
        (["delivered", "sent", "queued", "failed"], "delivered"),
        (["read", "delivered"], "delivered"),
        (["undelivered", "sent"], "failed"),
        (["undelivered", "delivered"], "delivered"),
        (["what is this"], "accepted"),
    ],
)
def test_receipts_never_go_back_to_saying_less(statuses, ends):
    assert receipts(*statuses).state == ends


def test_the_first_time_it_was_delivered_is_kept():
    late = moved(receipts("delivered"), Receipt("read", None, NOW + LEASE))

    assert late.delivered_at == NOW + SECOND


@pytest.mark.parametrize(
    ("message", "move"),
    [
        (NEW, Leased(NOW - SECOND)),
        (SENT, Leased(NOW)),
        (NEW, Sent(NOW, "SM1")),
        (NEW, Refused(NOW, "", permanent=True)),
        (NEW, Unknown(NOW, "")),
        (NEW, NotSaid("")),
        (SENT, Cancelled(NOW)),
        (NEW, Receipt("sent", None, NOW)),
    ],
)
def test_what_cannot_be(message, move):
    with pytest.raises(IllegalMove):
        moved(message, move)
