"""Dev called for help and goes on texting: his words join the call, and reach whoever acts."""

import pytest

from checkin.storage.tables import AlertRow
from tests.conftest import World
from tests.journeys.doors import DEV, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, check_in, steps

TUESDAY = "2026-10-20"
RING_YOU = "We got your text. We are asking Lena and Marcus to ring you. In danger? Ring 999."
HAS_IT = "We got your text. Lena has it, and will ring you. In danger? Ring 999."
ASKED = "We got your text. We are asking Marcus to ring you. In danger? Ring 999."


def call(world: World) -> AlertRow:
    (found,) = alerts(world)
    return found


def rung(world: World, number: str) -> list[str]:
    return [one.body for one in world.sent if one.number == number and one.channel == "call"]


@pytest.mark.parametrize("words", ["please hurry", "where is marcus", "still waiting"])
def test_words_after_help_ring_again_and_are_answered_truly(world: World, words: str):
    phone = Phone(world)
    phone.text(f"{TUESDAY} 08:00:00", "HELP")
    phone.text(f"{TUESDAY} 08:01:00", words)

    assert ("Tue 08:01:00", "heard", f'Texted: "{words}"') in steps(world, call(world))
    assert len(rung(world, MARCUS)) == 2
    assert world.texts(DEV) == [RING_YOU, RING_YOU]


def test_words_in_the_same_breath_are_kept_and_ring_nobody_twice(world: World):
    phone = Phone(world)
    phone.text(f"{TUESDAY} 08:00:00", "HELP")
    phone.text(f"{TUESDAY} 08:00:10", "please hurry")

    assert 'Texted: "please hurry"' in [words for _, _, words in steps(world, call(world))]
    assert len(rung(world, MARCUS)) == 1
    assert world.texts(DEV)[-1] == RING_YOU


def test_whoever_has_it_is_rung_and_named(world: World):
    phone = Phone(world)
    phone.text(f"{TUESDAY} 08:00", "HELP")
    Desk(world, "lena").take("Dev asked for help")
    phone.text(f"{TUESDAY} 08:03", "please hurry")

    assert rung(world, LENA)[-1].startswith("NOW. Again: Dev asked for help")
    assert world.texts(DEV)[-1].startswith("We got your text. Lena has it, and will ring you.")


def test_who_asked_for_a_person_and_waits_is_told_of_again(world: World):
    phone = Phone(world)
    phone.text(f"{TUESDAY} 08:00", "call me")
    before = len(world.texts(MARCUS))
    phone.text(f"{TUESDAY} 08:02", "still waiting")

    assert len(world.texts(MARCUS)) == before + 1
    assert world.texts(DEV)[-1] == ASKED


def test_after_the_secret_word_an_answer_gives_nothing_away(world: World):
    phone = Phone(world)
    phone.text(f"{TUESDAY} 08:00", "pineapple")
    cover = world.texts(DEV)[-1]
    before = len(rung(world, MARCUS))
    phone.text(f"{TUESDAY} 08:01", "please hurry")

    assert len(rung(world, MARCUS)) == before + 1
    assert world.texts(DEV)[-1] == cover


def test_ok_answers_the_checkpoint_and_stands_on_the_call(world: World):
    phone = Phone(world)
    phone.text(f"{TUESDAY} 09:16", "HELP")
    phone.text(f"{TUESDAY} 09:18", "OK")

    assert check_in(world, world.cast.dev, f"{TUESDAY}T09:15", "leave").state == "answered"
    assert steps(world, call(world))[-1] == ("Tue 09:18:00", "heard", 'Texted: "OK"')


def test_words_reach_whoever_has_the_most_pressing_of_two_calls_and_stand_on_both(world: World):
    phone = Phone(world)
    phone.text(f"{TUESDAY} 08:00", "call me")
    phone.text(f"{TUESDAY} 08:02", "HELP")
    Desk(world, "lena").take("Dev asked for help")
    world.go_to(f"{TUESDAY} 08:04")
    before = len(world.texts(DEV))
    phone.text(f"{TUESDAY} 08:05", "i am by the library")

    assert rung(world, LENA)[-1].startswith("NOW. Again: Dev asked for help")
    assert world.texts(DEV)[before:] == [HAS_IT]
    said = [[words for _, _, words in steps(world, one)] for one in alerts(world)]
    assert ['Texted: "i am by the library"' in one for one in said] == [True, True]


def test_call_me_beside_a_call_for_help_rings_whoever_has_it_and_is_no_second_call(world: World):
    phone = Phone(world)
    phone.text(f"{TUESDAY} 08:00", "HELP")
    Desk(world, "lena").take("Dev asked for help")
    world.settle()
    before = len(world.texts(DEV))
    phone.text(f"{TUESDAY} 08:02", "call me")

    assert len(alerts(world)) == 1
    assert rung(world, LENA)[-1].startswith("NOW. Again: Dev asked for help")
    assert world.texts(DEV)[before:] == [HAS_IT]


def test_while_lena_has_the_call_for_help_nothing_else_says_that_nobody_answered(world: World):
    phone = Phone(world)
    phone.text(f"{TUESDAY} 08:00", "call me")
    phone.text(f"{TUESDAY} 08:02", "HELP")
    Desk(world, "lena").take("Dev asked for help")
    world.go_to(f"{TUESDAY} 08:20")  # "call me" went on to others meanwhile

    assert world.texts(DEV)[-1] == "Lena will ring you now."


def test_call_me_after_a_call_for_help_is_over_asks_for_a_person(world: World):
    phone = Phone(world)
    phone.text(f"{TUESDAY} 08:00", "HELP")
    lena = Desk(world, "lena")
    lena.take("Dev asked for help")
    lena.close("Spoke to them", confirmed_by="Lena", confirmed_how="by phone")
    phone.text(f"{TUESDAY} 08:10", "call me")

    assert [one.kind for one in alerts(world)] == ["help_or_not_ok", "person_asked_for"]


def test_words_for_a_call_do_not_stand_on_a_silence(world: World):
    phone = Phone(world)
    world.go_to(f"{TUESDAY} 09:40")  # nobody answered at 09:15
    phone.text(f"{TUESDAY} 09:41", "HELP")
    phone.text(f"{TUESDAY} 09:43", "please hurry")

    (missed,) = (one for one in alerts(world) if one.kind == "missed_checkin")
    assert "please hurry" not in str(steps(world, missed))
