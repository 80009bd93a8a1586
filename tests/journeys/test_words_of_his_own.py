"""Dev texts in words of his own: all of them are kept, answered, and never taken for a machine's."""

import pytest

from checkin.actions.loops import read_loop
from checkin.storage.record_check import faults
from checkin.storage.tables import LoopRow
from tests.conftest import World, london
from tests.journeys.doors import DEV, JO, MARCUS, Desk, Phone
from tests.journeys.records import alerts, kept, loop, steps

DAY = "2026-10-19"
OWN = ("my bus card is blue now", "i like the new driver", "he has a dog", "its called bramble")


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, on a day on which nothing is asked by text."""
    return Phone(world)


def said(world: World) -> list[str | None]:
    return [one.words for one in sorted(kept(world, LoopRow), key=lambda one: one.raised_at)]


def test_two_texts_of_one_thought_are_whole_in_what_he_said(world: World, phone: Phone):
    phone.text(f"{DAY} 15:00:00", "hello")
    phone.text(f"{DAY} 15:00:03", "im not")

    assert said(world) == ["hello\nim not"]
    with world.app.app_context():
        assert list(faults()) == []


def test_a_first_half_stands_before_the_second_in_what_he_said(world: World, phone: Phone):
    phone.text(f"{DAY} 15:00:00", "my card is in the")
    phone.text(f"{DAY} 15:00:08", "blue bag")

    assert said(world) == ["my card is in the blue bag"]


def test_what_comes_once_the_first_half_was_read_is_still_to_be_read(world: World, phone: Phone):
    phone.text(f"{DAY} 15:00:00", "hello")
    with world.app.app_context():
        read_loop(loop(world, "hello").id, world.cast.priya, london(f"{DAY} 15:00:20"))
    phone.text(f"{DAY} 15:00:40", "im not")

    assert said(world) == ["hello", "hello\nim not"]
    assert loop(world, "im not").read_at is None


def test_his_own_words_are_answered_however_many_there_are(world: World, phone: Phone):
    for minute, words in enumerate(OWN):
        phone.text(f"{DAY} 15:0{2 * minute}", words)

    assert len(world.texts(DEV)) == len(OWN)
    assert said(world) == list(OWN)


@pytest.mark.parametrize("number", ["", " 12:0{}", " ref A{}"])
def test_the_same_text_again_and_again_is_answered_three_times(
    world: World, phone: Phone, number: str
):
    for minute in range(5):
        phone.text(f"{DAY} 15:0{minute}", f"mailbox busy{number.format(minute)}")

    assert len(world.texts(DEV)) == 3


@pytest.mark.parametrize("words", ["thanks", "Thank you so much", "ok ta 👍", "cheers x"])
def test_thanks_after_a_call_for_help_ring_nobody_again(world: World, phone: Phone, words: str):
    phone.text(f"{DAY} 15:00:00", "HELP")
    rung = [one for one in world.sent if one.number in (MARCUS, JO)]
    phone.text(f"{DAY} 15:00:40", words)

    assert [one for one in world.sent if one.number in (MARCUS, JO)] == rung
    (call,) = alerts(world)
    assert steps(world, call)[-1][1:] == ("heard", f'Texted: "{words}"')
    assert alerts(world, task=True) == []
    assert said(world) == []
    assert words in Desk(world, "marcus").follow(call.title)


@pytest.mark.parametrize(
    "words", ["thanks please hurry", "thanks for nothing", "thanks?", "thanks 😭"]
)
def test_more_than_thanks_joins_the_call(world: World, phone: Phone, words: str):
    phone.text(f"{DAY} 15:00:00", "HELP")
    phone.text(f"{DAY} 15:00:40", words)

    assert said(world) == [words]
