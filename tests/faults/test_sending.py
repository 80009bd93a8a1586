"""The phone company refuses, hangs, loses our question or repeats itself: each message ends well."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from checkin.actions.note_receipt import note_receipt
from checkin.actions.send_messages import send_messages
from checkin.actions.sending import Outgoing, Refused, Unknown
from checkin.lives.message_moves import LEASE, Sent, moved
from checkin.storage import leases, messages
from checkin.storage.tables import AlertRow, MessageRow, db
from checkin.storage.transaction import kept_together
from tests.conftest import World, london
from tests.faults.silences import put_an_alert_about_dev

NOW = london("2026-10-20 10:20:01")
SECOND = timedelta(seconds=1)
Message = Callable[[], MessageRow]


@pytest.fixture
def message(world: World) -> Message:
    """The one text to Marcus that an alert asks for, as it is now."""
    with world.app.app_context():
        put_an_alert_about_dev(NOW)

    def now() -> MessageRow:
        db.session.expire_all()
        return db.session.scalars(select(MessageRow).where(MessageRow.about == "tell_staff")).one()

    return now


def _twice(first: MessageRow) -> None:
    """Keep the same words to the same phone as a message of its own."""
    kept = ("to_person", "staff_id", "alert_id", "about", "channel", "address", "body",
            "urgency", "made_at", "despite_stop")  # fmt: skip
    life = messages.as_fields(messages.life_of(first))
    same = {name: getattr(first, name) for name in kept}
    with kept_together():
        db.session.add(MessageRow(**same, **{**life, "key": "the same words again"}))


def _send(sender: Callable[[Outgoing], str], now: datetime = NOW) -> int:
    return send_messages({"text": sender}, now)


def _raises(fault: Exception) -> Callable[[Outgoing], str]:
    def send(_: Outgoing) -> str:
        raise fault

    return send


def _gives(provider_id: str) -> Callable[[Outgoing], str]:
    return lambda _: provider_id


@pytest.mark.parametrize("words", ["500 Server fault", "429 Too many"])
def test_what_is_refused_for_now_goes_later_under_the_same_key(
    world: World, message: Message, words: str
) -> None:
    with world.app.app_context():
        key = message().key
        _send(_raises(Refused(words, permanent=False)))
        assert message().state == "pending"
        assert not _send(lambda one: one.key[-60:])

        _send(lambda one: one.key[-60:], NOW + 3 * SECOND)

        assert message().provider_id == message().key[-60:] == key[-60:]
        assert message().state == "accepted"


def test_a_phone_that_cannot_be_reached_at_all_sends_the_alert_on_at_once(
    world: World, message: Message
) -> None:
    with world.app.app_context():
        _send(_raises(Refused("No such number", code="21211", permanent=True)))

        alert = db.session.scalars(select(AlertRow).where(AlertRow.state == "open")).one()
        assert message().state == "failed"
        assert alert.next_at == NOW


@pytest.mark.parametrize("fault", [Unknown("The line broke."), RuntimeError("A sender broke.")])
def test_when_nobody_knows_whether_it_went_the_next_try_looks_first(
    world: World, message: Message, fault: Exception
) -> None:
    with world.app.app_context():
        _send(_raises(fault))
        assert message().state == "unknown"

        _send(lambda one: f"{one.key[-20:]} {one.tried_at is not None}", NOW + 5 * SECOND)

        assert message().provider_id == f"{message().key[-20:]} True"


def test_a_worker_that_slept_past_its_lease_marks_nothing(world: World, message: Message) -> None:
    with world.app.app_context():
        with kept_together():
            (slow,) = leases.lease(leases.due(NOW, 1), NOW)
        later = NOW + LEASE

        _send(lambda _: "SM2", later)
        with kept_together():
            late = leases.keep_sent(slow, moved(slow.life, Sent(NOW, "SM1")))

        assert not late
        assert message().provider_id == "SM2"


def test_what_a_worker_died_over_may_have_gone_and_the_next_one_looks_first(
    world: World, message: Message
) -> None:
    with world.app.app_context():
        with kept_together():
            leases.lease(
                leases.due(NOW, 1), NOW
            )  # and it dies, with the message at the company or not

        _send(lambda one: f"SM{one.tried_at is not None}", NOW + LEASE)

        assert message().provider_id == "SMTrue"


def test_the_same_words_to_the_same_phone_are_two_messages_when_one_of_them_may_have_gone(
    world: World, message: Message
) -> None:
    with world.app.app_context():
        _twice(message())
        _send(_gives("SM1"))
        _send(_raises(Unknown("The line broke.")))
        looked: list[frozenset[str]] = []

        _send(lambda one: looked.append(one.not_these) or "SM2", NOW + 5 * SECOND)

        assert looked == [frozenset({"SM1"})]


def _dies_over_it(_: Outgoing) -> str:
    raise SystemExit


@pytest.mark.parametrize("sender", [_dies_over_it, _raises(Unknown("The line broke."))])
def test_what_a_receipt_names_has_gone_and_is_not_sent_again(
    world: World, message: Message, sender: Callable[[Outgoing], str]
) -> None:
    with world.app.app_context():
        with suppress(SystemExit):
            _send(sender)
        note_receipt("SM1", "delivered", None, NOW, message().id)

        _send(lambda _: pytest.fail("It was sent twice."), NOW + LEASE)

        assert (message().provider_id, message().state) == ("SM1", "delivered")


def test_what_a_receipt_names_is_not_taken_for_another_of_the_same_words(
    world: World, message: Message
) -> None:
    looked: list[frozenset[str]] = []
    with world.app.app_context():
        first = message()
        _twice(first)
        _send(_raises(Unknown("The line broke.")))
        _send(_raises(Unknown("The line broke.")))
        note_receipt("SM1", "sent", None, NOW, first.id)

        send_messages({"text": lambda one: looked.append(one.not_these) or "SM2"}, NOW + LEASE, 2)

    assert looked == [frozenset({"SM1"})]


def test_nobody_else_sends_what_is_being_sent(world: World, message: Message) -> None:
    def slowly(_: Outgoing) -> str:
        assert not _send(lambda _: pytest.fail("It was sent twice."), NOW + 10 * SECOND)
        return "SM1"

    with world.app.app_context():
        assert _send(slowly) == 1
        assert message().attempts == 1


RECEIPTS = (
    (["sent", "delivered"], "delivered"),
    (["delivered", "sent", "queued"], "delivered"),
    (["delivered"] * 5, "delivered"),
    (["delivered", "failed", "undelivered"], "delivered"),
    (["sent", "undelivered", "undelivered"], "failed"),
    (["sent", "sent"], "accepted"),
)


@pytest.mark.parametrize("before", [True, False])
def test_receipts_in_any_order_end_the_same_before_or_after_we_know_that_it_went(
    world: World, message: Message, *, before: bool
) -> None:
    with world.app.app_context():
        for number, (statuses, ends) in enumerate(RECEIPTS):
            provider_id = f"SM{number}"
            again = {"state": "pending", "next_at": NOW, "receipt_rank": 0}
            db.session.query(MessageRow).update(again)
            db.session.commit()
            if not before:
                _send(_gives(provider_id))
            for status in statuses:
                note_receipt(provider_id, status, None, NOW)
            if before:
                _send(_gives(provider_id))

            assert (number, message().state) == (number, ends)


def test_a_receipt_for_a_message_we_never_sent_changes_nothing(
    world: World, message: Message
) -> None:
    with world.app.app_context():
        note_receipt("SM of another", "delivered", None, NOW)

        assert message().state == "pending"


def test_twenty_minutes_without_the_phone_company_lose_nothing(
    world: World, message: Message
) -> None:
    with world.app.app_context():
        now, end = NOW, NOW + timedelta(minutes=20)
        while now < end:
            _send(_raises(Refused("It cannot be reached.", permanent=False)), now)
            now += timedelta(seconds=61)

        _send(lambda _: "SM1", now)

        assert message().state == "accepted"
