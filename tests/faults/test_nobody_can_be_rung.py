"""Every call to staff fails: each phone is tried at its step, and no phone is rung in a storm."""

from datetime import datetime, timedelta

from checkin.actions.call_for_help import call_for_help
from checkin.actions.note_receipt import note_receipt
from checkin.actions.send_messages import send_messages
from checkin.actions.sending import Outgoing, Refused
from checkin.actions.take_alert import take_alert
from checkin.actions.tell_next_contact import tell_next_contact
from checkin.storage import alerts, what_was_sent, which_alerts
from checkin.storage.tables import AlertRow, MessageRow
from tests.conftest import World, london, minutes
from tests.journeys.doors import JO, LENA, MARCUS

NOON = london("2026-10-20 12:00")
SOON = timedelta(seconds=10)
Rung = list[tuple[datetime, str]]


def lived(until: datetime, start: datetime = NOON, *, answers: bool = False) -> Rung:
    """Let a worker look every ten seconds; return who was rung when. No call is answered."""
    rung, now = [], start

    def ring(one: Outgoing) -> str:
        if one.channel == "call":
            rung.append((now, one.number))
        if answers:
            return one.key[-60:]
        raise Refused("No answer.", code="no-answer", permanent=True)

    while now < until:
        tell_next_contact(now)
        send_messages({"call": ring, "text": ring}, now, 50)
        now += SOON
    return rung


def the_alert(world: World) -> AlertRow:
    (call,) = which_alerts.live_of_person(world.cast.dev)
    return alerts.the_alert(call.id)


def calls(world: World) -> list[MessageRow]:
    """Return the calls about Dev's alert that the phone company took, in order."""
    return [one for one in what_was_sent.messages_of_alert(the_alert(world).id) if one.provider_id]


def fails(call: MessageRow, now: datetime) -> None:
    note_receipt(call.provider_id or "", "failed", "no-answer", now)


def test_where_every_call_fails_each_phone_is_rung_at_its_step_and_no_more(world: World) -> None:
    with world.app.app_context():
        call_for_help(world.cast.dev, NOON)

        rung = lived(NOON + minutes(14))

    at_once, in_two_minutes = NOON + SOON, NOON + SOON + minutes(2)
    assert rung == [
        (NOON, MARCUS),
        (NOON, LENA),
        (at_once, JO),
        (in_two_minutes, JO),  # all managers: she is the only one
        (in_two_minutes + minutes(10), JO),
    ]


def test_while_lenas_phone_may_still_ring_the_next_one_waits(world: World) -> None:
    with world.app.app_context():
        call_for_help(world.cast.dev, NOON)
        lived(NOON + SOON, answers=True)
        marcus, lena = calls(world)

        fails(marcus, NOON + SOON)
        one_failed = the_alert(world).next_at
        fails(lena, NOON + 2 * SOON)

        assert one_failed == NOON + minutes(2)
        assert the_alert(world).next_at == NOON + 2 * SOON


def test_a_late_failure_of_an_earlier_step_moves_nothing(world: World) -> None:
    with world.app.app_context():
        call_for_help(world.cast.dev, NOON)
        lived(NOON + minutes(2) + SOON, answers=True)  # Jo is rung now
        marcus, lena, _ = calls(world)

        for late in (marcus, lena):
            fails(late, NOON + minutes(3))

        assert the_alert(world).next_at == NOON + minutes(4)


def test_a_late_failure_of_an_earlier_round_moves_nothing(world: World) -> None:
    with world.app.app_context():
        call_for_help(world.cast.dev, NOON)
        lived(NOON + SOON, answers=True)
        call_for_help(world.cast.dev, NOON + minutes(1))
        lived(NOON + minutes(1) + SOON, NOON + minutes(1), answers=True)
        first, second = calls(world)[:2], calls(world)[2:]

        for late in first:
            fails(late, NOON + minutes(1))
        of_the_first = the_alert(world).next_at
        for late in second:
            fails(late, NOON + minutes(1) + SOON)

        assert of_the_first == NOON + minutes(2)
        assert the_alert(world).next_at == NOON + minutes(1) + SOON


def test_pressed_twice_in_one_breath_the_one_telling_that_fails_still_goes_on(world: World) -> None:
    with world.app.app_context():
        call_for_help(world.cast.dev, NOON)
        call_for_help(world.cast.dev, NOON)

        rung = lived(NOON + minutes(1))

        assert [number for _, number in rung] == [MARCUS, LENA, JO]


def test_a_late_failure_of_who_had_it_moves_nothing(world: World) -> None:
    with world.app.app_context():
        call_for_help(world.cast.dev, NOON)
        take_alert(the_alert(world).id, world.cast.marcus, NOON)
        call_for_help(world.cast.dev, NOON + minutes(1))
        ran_out = NOON + minutes(3)  # two minutes after he called again
        lived(ran_out + SOON, NOON + minutes(1), answers=True)
        to_the_owner = calls(world)[0]

        fails(to_the_owner, ran_out + SOON)

        assert to_the_owner.address == MARCUS
        assert the_alert(world).next_at == ran_out + minutes(2)


def test_a_claim_that_runs_out_rings_jo_once(world: World) -> None:
    with world.app.app_context():
        call_for_help(world.cast.dev, NOON)
        take_alert(the_alert(world).id, world.cast.marcus, NOON)
        ran_out = NOON + minutes(30)

        rung = lived(ran_out + minutes(2), ran_out)

        assert rung == [(ran_out, JO)]
