"""After STOP no text goes, not even one that was on its way; its confirmation and help do."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from checkin.actions.hear_text import hear_text
from checkin.actions.notice_silence import notice_silence
from checkin.actions.send_messages import send_messages
from checkin.actions.sending import Outgoing, Refused, Unknown
from checkin.actions.take_alert import take_alert
from checkin.lives.message import WAITING
from checkin.lives.new_message import ContactPoint, NewMessage
from checkin.storage import messages
from checkin.storage.tables import AlertRow, MessageRow, db
from checkin.worker.look import send_all
from tests.conftest import World, london
from tests.faults.silences import close_alerts, put_an_alert_about_dev, put_silent
from tests.journeys.doors import DEV, MARCUS

NOON = london("2026-10-20 12:00")
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


def _asked_and(world: World, fault: Exception, *texts: str) -> list[str]:
    """Ask Dev something; while that is on its way he texts, and it fails. Return what went then."""
    sent: list[Outgoing] = []

    def texts_meanwhile(_: Outgoing) -> str:
        for number, words in enumerate(texts):
            hear_text(f"SM{number}", DEV, words, NOON + number * SECOND)
        raise fault

    with world.app.app_context():
        close_alerts()
        put_silent(1, NOON + 20 * MINUTE, state="planned")
        notice_silence(NOON)
        send_messages({"text": texts_meanwhile}, NOON)
        keep = {"text": lambda one: sent.append(one) or one.key[-60:], "call": lambda _: "CA1"}
        for minute in range(1, 15):
            send_all(keep, NOON + minute * MINUTE)
            notice_silence(NOON + minute * MINUTE)
        assert not _waiting_for_dev()
    return [one.body for one in sent if one.number == DEV]


def _waiting_for_dev() -> list[MessageRow]:
    waits = MessageRow.to_person.is_(True) & MessageRow.state.in_(WAITING)
    return list(db.session.scalars(select(MessageRow).where(waits)))


def test_a_question_that_was_on_its_way_is_not_tried_again_after_a_stop(world: World) -> None:
    (went,) = _asked_and(world, Refused("busy", permanent=False), "STOP")

    assert "stop" in went.lower()


def test_neither_is_one_that_nobody_knows_of(world: World) -> None:
    (went,) = _asked_and(world, Unknown("The line broke."), "STOP")

    assert "stop" in went.lower()


@pytest.mark.parametrize("texts", [("HELP", "STOP"), ("STOP", "help me")])
def test_a_cry_for_help_is_answered_before_and_after_a_stop(
    world: World, texts: tuple[str, str]
) -> None:
    went = _asked_and(world, Refused("busy", permanent=False), *texts)

    assert len([one for one in went if "999" in one]) == 1


def test_thanks_that_had_not_gone_when_texts_stopped_do_not_go(world: World) -> None:
    went = _asked_and(world, Refused("busy", permanent=False), "OK", "STOP")

    assert not [one for one in went if "Thank" in one]


def test_after_a_start_what_was_silenced_stays_silent_and_what_is_new_goes(world: World) -> None:
    went = _asked_and(world, Refused("busy", permanent=False), "STOP", "START")

    stopped, started, reminded = went
    assert "stopped" in stopped
    assert started.startswith("Texts are on again.")
    assert reminded.startswith(
        "Hi Dev. Text OK when you can"
    )  # what waited before the stop waits again


def test_who_takes_an_alert_leaves_nothing_waiting_for_others_not_even_on_its_way(
    world: World,
) -> None:
    def taken_meanwhile(_: Outgoing) -> str:
        alert = db.session.scalars(select(AlertRow).where(AlertRow.state == "open")).one()
        take_alert(alert.id, world.cast.marcus, NOON)
        raise Refused("busy", permanent=False)

    with world.app.app_context():
        put_an_alert_about_dev(NOON)
        send_messages({"text": taken_meanwhile, "call": taken_meanwhile}, NOON)

        went: list[Outgoing] = []
        again = {"text": lambda one: went.append(one) or "SM1", "call": lambda _: "CA1"}
        send_all(again, NOON + MINUTE)

        assert went == []


def test_a_text_that_was_made_as_the_stop_came_in_does_not_go(world: World) -> None:
    """Another worker asks in the very moment in which Dev stops texts."""
    sent: list[Outgoing] = []
    with world.app.app_context():
        close_alerts()
        hear_text("SM1", DEV, "STOP", NOON)
        crossed = NewMessage(
            "check_in:1:ask_leave", ContactPoint("text", DEV), to_person=True, about="ask_leave",
            body="Text OK when you leave.", urgency=2, made_at=NOON, person_id=world.cast.dev,
        )  # fmt: skip
        messages.put([crossed])
        db.session.commit()

        send_all({"text": lambda one: sent.append(one) or one.key, "call": str}, NOON)

    assert "Text OK when you leave." not in [one.body for one in sent]


def test_after_a_stop_staff_are_told_of_an_alert_as_before(world: World) -> None:
    with world.app.app_context():
        hear_text("SM1", DEV, "STOP", NOON)
        put_an_alert_about_dev(NOON + MINUTE)

        went: list[Outgoing] = []
        rings = {"text": lambda one: went.append(one) or one.key[-60:], "call": lambda _: "CA1"}
        send_all(rings, NOON + MINUTE)

        assert {one.number for one in went} == {MARCUS}


def test_a_cry_goes_before_thanks_that_wait_longer(world: World) -> None:
    went: list[str] = []
    with world.app.app_context():
        close_alerts()
        put_texts = [
            NewMessage(
                f"check_in:1:{about}", ContactPoint("text", DEV), to_person=True, about=about,
                body=about, urgency=urgency, made_at=made_at, person_id=world.cast.dev,
            )
            for about, urgency, made_at in (("thanks", 2, NOON), ("help", 0, NOON + SECOND))
        ]  # fmt: skip
        messages.put(put_texts)
        db.session.commit()

        for _ in put_texts:
            sends = {"text": lambda one: went.append(one.body) or one.key}
            send_messages(sends, NOON + MINUTE)

    assert went == ["help", "thanks"]
