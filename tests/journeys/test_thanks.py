"""Thanks, and an OK that nothing waits for, are met and kept, and open nothing."""

import pytest

from checkin.storage.tables import CheckInRow, LoopRow
from tests.conftest import World
from tests.journeys.doors import DEV, Desk, Phone, Tablet
from tests.journeys.records import alerts, kept, steps
from tests.journeys.test_own_devices import tell

DAY = "2026-10-19"  # nothing is asked by text
THANKS = ("ty :)", "Thank you Lena", "thanks for yesterday")


@pytest.mark.parametrize("words", [*THANKS, "ok on the bus now"])
def test_it_is_on_nobodys_list_and_stands_with_the_texts(world: World, words: str):
    Phone(world).text(f"{DAY} 15:00", words)

    assert kept(world, LoopRow) == []
    assert alerts(world, task=True) == []
    desk = Desk(world, "priya")
    assert words in desk.open(f"/staff/people/{world.cast.dev}/texts")


@pytest.mark.parametrize(
    ("words", "answer"),
    [(THANKS[0], "Thank you too, Dev."), ("ok on the bus now", "Thanks Dev.")],
)
def test_it_is_met_once_and_not_again_and_again(world: World, words: str, answer: str):
    phone = Phone(world)
    phone.text(f"{DAY} 15:00", words)
    phone.text(f"{DAY} 15:03", words)

    assert world.texts(DEV) == [answer]


def test_an_ok_beside_a_call_stands_on_the_call_alone(world: World):
    phone = Phone(world)
    phone.text(f"{DAY} 15:00", "HELP")
    phone.text(f"{DAY} 15:05", "ok on the bus now")

    (call,) = alerts(world)
    assert 'Texted: "ok on the bus now"' in [one[2] for one in steps(world, call)]
    assert kept(world, LoopRow) == []
    assert alerts(world, task=True) == []


def test_thanks_to_lena_after_a_call_ring_nobody_again(world: World):
    phone = Phone(world)
    phone.text(f"{DAY} 15:00:00", "HELP")
    rung = [one for one in world.sent if one.number != DEV]
    phone.text(f"{DAY} 15:00:40", "Thank you Lena")

    assert [one for one in world.sent if one.number != DEV] == rung
    assert kept(world, LoopRow) == []


def test_thanks_while_a_check_in_asks_are_read_and_stand_in_doubt_of_it(world: World):
    Phone(world).text("2026-10-20 09:16", "Thank you Lena")

    assert kept(world, LoopRow) == []
    (task,) = alerts(world, task=True)
    assert task.title == "Dev sent a message."


def test_thanks_that_say_how_things_are_open_a_loop(world: World):
    Phone(world).text(f"{DAY} 15:00", "thank you lena my leg aches")

    assert [one.words for one in kept(world, LoopRow)] == ["thank you lena my leg aches"]


def says_on_the_tablet(world: World, words: str) -> Tablet:
    """Send these words, how Ana is now, on the tablet in the lounge."""
    tablet = Tablet(world, world.cast.house_tablet, world.cast.ana)
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.pick("good")
    tablet.write(words)
    tablet.do("skip")
    tablet.do("send")
    tablet.pick("self")
    return tablet


@pytest.mark.parametrize("words", ["thank you", "Thank you Lena", "thanks for yesterday", "ok"])
def test_on_the_tablet_it_opens_nothing_either_and_stands_in_what_she_sent(
    world: World, words: str
):
    says_on_the_tablet(world, words)

    assert kept(world, LoopRow) == []
    assert alerts(world, task=True) == []
    (sent,) = kept(world, CheckInRow, asks="how_i_am")
    assert words in Desk(world, "priya").open(f"/staff/check-ins/{sent.id}")


@pytest.mark.parametrize("words", ["thanks can we go out", "thanks for everything", "a good day"])
def test_on_the_tablet_what_is_more_than_thanks_opens_a_loop(world: World, words: str):
    says_on_the_tablet(world, words)

    assert [one.words for one in kept(world, LoopRow)] == [words]


def test_thanks_to_one_of_whom_she_told_are_decided(world: World):
    tell(Tablet(world, world.cast.house_tablet, world.cast.ana))
    says_on_the_tablet(world, "thank you Priya")

    assert "thank you Priya" in [one.words for one in kept(world, LoopRow)]


def test_beside_a_question_on_the_tablet_thanks_are_on_nobodys_list(world: World):
    world.go_to("2026-10-20 10:35")
    tablet = Tablet(world, world.cast.house_tablet, world.cast.ana)
    tablet.begin("How was my morning?")
    tablet.pick("good")
    tablet.do("my_words")
    tablet.follow("Write")
    tablet.press("", words="thanks Lena")
    tablet.do("next")
    tablet.do("send")
    tablet.pick("self")

    assert kept(world, LoopRow) == []
    assert alerts(world, task=True) == []
