"""The phone company takes nothing for an hour: nothing is given up, and staff are told."""

from datetime import timedelta

from sqlalchemy import select

from checkin.actions.sending import Outgoing, Refused, Unknown
from checkin.storage import provider_away
from checkin.storage.tables import MessageRow, db
from checkin.worker.look import send_all
from tests.conftest import World, london
from tests.faults.silences import put_an_alert_about_dev

NOW = london("2026-10-20 10:20:01")
MINUTE = timedelta(minutes=1)


def takes_none(_: Outgoing) -> str:
    raise Refused("503 Service Unavailable", permanent=False)


def breaks(_: Outgoing) -> str:
    raise Unknown("The line broke.")


def _tried(sender, minutes: int) -> None:
    for minute in range(minutes):
        send_all({"text": sender, "call": sender}, NOW + minute * MINUTE)


def test_after_an_hour_away_nothing_was_given_up_and_it_goes_out_at_once(world: World) -> None:
    with world.app.app_context():
        put_an_alert_about_dev(NOW)
        _tried(breaks, 1)
        _tried(takes_none, 60)
        (text,) = db.session.scalars(select(MessageRow)).all()
        assert (text.state, text.attempts > 30) == ("pending", True)
        (away,) = provider_away.away()
        assert (away.channel, away.since) == ("text", NOW)

        send_all({"text": lambda one: one.key[-60:]}, NOW + 61 * MINUTE)

        db.session.expire_all()
        assert text.state == "accepted"
        assert provider_away.away() == []


def test_who_takes_texts_but_no_calls_is_away_for_calls_alone(world: World) -> None:
    with world.app.app_context():
        put_an_alert_about_dev(NOW)
        provider_away.took_nothing("call", NOW)

        send_all({"text": lambda one: one.key[-60:]}, NOW)

        assert [one.channel for one in provider_away.away()] == ["call"]


def test_a_number_that_does_not_exist_says_that_the_provider_is_there(world: World) -> None:
    def no_such_number(_: Outgoing) -> str:
        raise Refused("No such number", code="21211", permanent=True)

    with world.app.app_context():
        put_an_alert_about_dev(NOW)
        send_all({"text": takes_none}, NOW)
        assert provider_away.away()

        send_all({"text": no_such_number}, NOW + MINUTE)

        assert provider_away.away() == []
