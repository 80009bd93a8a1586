"""Dev sends a picture by text: it cannot be kept, and he reads that, and what to do instead."""

import pytest

from checkin import clock
from checkin.actions.change_agreement import change_agreement
from checkin.agreements.threshold import AgreedWord
from checkin.storage import agreements, people
from tests.conftest import World
from tests.journeys.doors import DEV, Desk, Phone
from tests.journeys.records import alerts

NO_WORDS = "We got no words from you. We cannot get pictures. Please text words, or show it to us."
NO_PICTURE = "We got your words. We cannot get pictures. Please show it to us, or text more words."


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, on a day on which nothing is asked by text."""
    world.go_to("2026-10-19 15:00")
    return Phone(world)


@pytest.mark.parametrize("pictures", [0, 1])
def test_of_a_picture_alone_nobody_is_said_to_read_it(world: World, phone: Phone, pictures: int):
    phone.arrives("", pictures=pictures)

    assert world.texts(DEV) == [NO_WORDS]
    (task,) = alerts(world, task=True)
    assert task.what == ["Dev: (a picture or an empty text)"]


def test_words_beside_a_picture_are_heard_and_he_knows_that_it_did_not_come(
    world: World, phone: Phone
):
    phone.arrives("look at this bus", pictures=2)

    assert world.texts(DEV) == ["Thanks Dev. Priya or Marcus will read this by 21:30.", NO_PICTURE]
    assert NO_PICTURE in Desk(world, "priya").open(f"/staff/people/{world.cast.dev}/texts")


def test_stop_with_a_picture_is_stop_and_nothing_more_is_sent(world: World, phone: Phone):
    phone.arrives("STOP", pictures=1)

    assert len(world.texts(DEV)) == 1


def test_help_with_a_picture_is_a_call(world: World, phone: Phone):
    phone.arrives("HELP", pictures=1)

    assert [one.kind for one in alerts(world)] == ["help_or_not_ok"]


def test_the_secret_word_with_a_picture_is_answered_as_agreed_and_no_more(
    world: World, phone: Phone
):
    phone.arrives("pineapple", pictures=1)

    assert len(world.texts(DEV)) == 1


def test_of_a_picture_with_what_marcus_may_not_know_he_sees_nothing(world: World, phone: Phone):
    phone.arrives("marcus hit me", pictures=1)

    assert world.texts(DEV)[-1] == NO_PICTURE
    assert NO_PICTURE not in Desk(world, "marcus").open(f"/staff/people/{world.cast.dev}/texts")


GROUP_DAYS = ("sat",)  # nothing is asked by text that day


def stops_no_texts(world: World) -> None:
    with world.app.app_context():
        for found in agreements.agreements_of(world.cast.dev, clock.now()):
            agreed = found.agreement
            if not any(isinstance(one, AgreedWord) for one in agreed.thresholds):
                continue
            changed = tuple(
                one.model_copy(update={"pause_texts": False})
                if isinstance(one, AgreedWord)
                else one
                for one in agreed.thresholds
            )
            draft = agreed.model_copy(update={"thresholds": changed})
            assert change_agreement(draft, world.cast.priya, clock.now()) == ()


def test_where_the_word_stops_no_texts_a_picture_beside_it_is_not_spoken_of(world: World):
    world.go_to("2026-10-19 15:00")
    stops_no_texts(world)
    before = len(world.texts(DEV))
    Phone(world).arrives("pineapple", pictures=1)

    assert len(world.texts(DEV)) == before + 1
    with world.app.app_context():
        assert people.the_person(world.cast.dev).texts_paused_at is None
