"""Dev's words and the task to read them are one truth: what is done about one is known of the other."""

import pytest

from checkin.actions.loops import decide_loop, read_loop
from checkin.storage.record_check import faults
from checkin.storage.tables import AlertRow, LoopRow
from tests.conftest import World, london
from tests.journeys.doors import Desk, Phone, Tablet
from tests.journeys.records import alerts, at, kept, loop, steps

LADS = "the bus is full of lads shouting"
DOG = "and there was a dog"


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, from which words came that a person reads today."""
    phone = Phone(world)
    phone.text("2026-10-19 15:00:00", LADS)
    return phone


def task(world: World) -> AlertRow:
    (found,) = (one for one in alerts(world, task=True) if one.kind == "free_message")
    return found


def decide(world: World, said: LoopRow, moment: str) -> None:
    with world.app.app_context():
        decide_loop(said.id, world.cast.priya, "do", "We ask for another bus", london(moment))


def test_who_closes_the_task_has_read_the_text_that_it_shows(world: World, phone: Phone):
    world.go_to("2026-10-19 15:30")
    priya = Desk(world, "priya")
    priya.take(task(world).title)
    priya.close("Spoke to them")

    said = loop(world, LADS)
    assert (said.read_by, at(said.read_at)) == (world.cast.priya, "Mon 15:30:00")
    own = Tablet(world, world.cast.devs_phone)
    own.follow("You said, we did")
    assert "Priya has read it." in own.words
    with world.app.app_context():
        assert list(faults()) == []


def test_who_read_them_first_stays_when_another_closes_the_task(world: World, phone: Phone):
    with world.app.app_context():
        read_loop(loop(world, LADS).id, world.cast.marcus, london("2026-10-19 15:10"))
    priya = Desk(world, "priya")
    priya.take(task(world).title)
    priya.close("Spoke to them")

    assert loop(world, LADS).read_by == world.cast.marcus


def test_what_is_decided_leaves_nothing_on_the_list_and_tells_nobody_more(
    world: World, phone: Phone
):
    decide(world, loop(world, LADS), "2026-10-19 15:30")
    sent = len(world.sent)
    world.go_to("2026-10-19 23:00")

    done = task(world)
    assert (done.state, done.outcome) == ("closed", "read, and decided")
    assert steps(world, done)[-1][1] == "closed"
    assert not [one for one in world.sent[sent:] if "message" in one.body]
    with world.app.app_context():
        assert list(faults()) == []


def test_the_task_stays_until_the_last_of_its_words_is_read(world: World, phone: Phone):
    phone.text("2026-10-19 15:00:40", DOG)
    decide(world, loop(world, LADS), "2026-10-19 15:30")
    assert task(world).state == "open"

    with world.app.app_context():
        read_loop(loop(world, DOG).id, world.cast.priya, london("2026-10-19 15:31"))

    assert task(world).state == "closed"


def test_words_that_are_read_and_not_answered_stay_on_the_list(world: World, phone: Phone):
    with world.app.app_context():
        read_loop(loop(world, LADS).id, world.cast.priya, london("2026-10-19 15:10"))

    assert task(world).state == "open"


def test_words_of_another_hour_have_a_task_of_their_own(world: World, phone: Phone):
    phone.text("2026-10-19 16:00", DOG)
    priya = Desk(world, "priya")
    first, second = (one for one in alerts(world, task=True) if one.kind == "free_message")
    priya.open(f"/staff/alerts/{first.id}")
    priya.press("/take")
    priya.close("Spoke to them")

    assert second.state == "open"
    assert loop(world, DOG).read_by is None
    assert len(kept(world, LoopRow)) == 2
