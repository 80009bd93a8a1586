"""A question that could not be sent in its time is not sent afterwards."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from checkin import clock
from checkin.actions.sending import Outgoing, Refused, Sender
from checkin.worker.look import send_all
from checkin.worker.pass_time import pass_time
from tests.conftest import World, london
from tests.journeys.doors import DEV


@contextmanager
def _senders(world: World, sender: Sender) -> Iterator[Mapping[str, Sender]]:
    with world.app.app_context():
        yield {"text": sender, "call": sender}


def _refuse(_: Outgoing) -> str:
    raise Refused("The phone company is busy.", permanent=False)


def _go_to(moment: str, senders: Mapping[str, Sender]) -> None:
    pass_time(london(moment), clock.stop_at, clock.now(), send=lambda now: send_all(senders, now))


def test_after_its_deadline_neither_the_question_nor_the_reminder_goes_out(world: World) -> None:
    world.go_to("2026-10-20 09:14")
    with _senders(world, _refuse) as refusing:
        _go_to("2026-10-20 09:36", refusing)

    world.go_to("2026-10-20 09:50")

    to_dev = [text for text in world.texts(DEV) if "leave" in text.lower() or "LATE" in text]
    assert to_dev == []


def test_before_its_deadline_a_question_that_was_refused_is_sent_once(world: World) -> None:
    world.go_to("2026-10-20 09:14")
    with _senders(world, _refuse) as refusing:
        _go_to("2026-10-20 09:17", refusing)

    world.go_to("2026-10-20 09:20")

    asked = [one for one in world.sent if one.number == DEV and "ask_leave" in one.key]
    assert len(asked) == 1
