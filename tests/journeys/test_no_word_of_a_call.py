"""Dev told of Marcus and Lena, and calls for help, which rings just them: others know of it at once."""

import pytest

from checkin.example_people.people import SECRET_WORD
from tests.conftest import World
from tests.journeys.doors import JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, steps
from tests.journeys.test_hurt_by_text import (
    BY_MARCUS,
    OUTSIDE,
    PRIYA,
    TUESDAY,
    hurts,
    pages_of,
    phone,
    told,
)

__all__ = ["phone"]

CALLED = "Dev called for help at 10:34. It rings Lena and Marcus."


def bodies(world: World, number: str) -> list[str]:
    return [one.body for one in world.sent if one.number == number]


def calls(phone: Phone, words: str = "HELP") -> None:
    """Let him call at 10:34, with nothing else on its way."""
    phone.world.go_to(f"{TUESDAY} 10:34")
    phone.world.sent.clear()
    phone.arrives(words)


def of_both(phone: Phone) -> World:
    """Let Dev tell of Marcus, then of Lena."""
    phone.arrives(BY_MARCUS)
    phone.text(f"{TUESDAY} 10:33", "and lena did")
    return phone.world


def test_whoever_may_know_of_it_is_rung_on_it_and_those_outside(phone: Phone):
    world = of_both(phone)
    calls(phone)

    assert told(world) == {MARCUS, LENA, JO, PRIYA} | OUTSIDE
    for one in (JO, PRIYA):
        assert bodies(world, one)[0].startswith(f"NOW. {CALLED} Take it: ")
    assert CALLED in str(steps(world, hurts(world)[0]))
    assert CALLED in Desk(world, "jo").open(f"/staff/alerts/{hurts(world)[0].id}")


def test_whoever_it_is_kept_from_meets_the_call_alone(phone: Phone):
    world = of_both(phone)
    calls(phone)
    world.go_to(f"{TUESDAY} 12:00")

    for number, who in ((MARCUS, "marcus"), (LENA, "lena")):
        assert not any("It rings" in one for one in bodies(world, number))
        assert "It rings" not in pages_of(world, who)
        assert "hit me" not in pages_of(world, who)


def test_a_second_call_is_told_once_more_and_a_press_of_one_breath_is_not(phone: Phone):
    world = of_both(phone)
    calls(phone)
    phone.text(f"{TUESDAY} 10:34:05", "HELP")
    assert len(bodies(world, JO)) == 1
    phone.text(f"{TUESDAY} 10:34:40", "HELP")

    assert [one.count("called for help") for one in bodies(world, JO)] == [1, 1]


def test_while_one_of_those_rung_may_know_of_it_nobody_else_is_told(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    calls(phone)

    assert told(world) == {MARCUS, LENA}
    assert "It rings" not in str(steps(world, hurts(world)[0]))


def test_though_jo_has_it_and_marcus_takes_the_call(phone: Phone):
    world = of_both(phone)
    Phone(world, JO).arrives("ok got it")
    calls(phone)
    Phone(world, MARCUS).text(f"{TUESDAY} 10:34:20", "ok got it")

    assert told(world) >= {JO, PRIYA} | OUTSIDE
    assert hurts(world)[0].taken_by == world.cast.jo
    (outside,) = (one for one in alerts(world) if one.kind == "told_outside")
    assert outside.level == "now"
    assert outside.title == (
        "Dev calls for help. It rings only those from whom Dev keeps what was told."
    )


@pytest.mark.parametrize("words", ["he pushed me", "Priya and Marcus and Lena and Jo hurt me"])
def test_what_those_outside_have_already_is_told_them_there(phone: Phone, words: str):
    world = phone.world
    phone.arrives(words)
    calls(phone)

    assert told(world) == {MARCUS, LENA} | OUTSIDE
    assert {one.kind for one in alerts(world)} == {"someone_hurt", "help_or_not_ok"}


def test_the_secret_word_is_such_a_call(phone: Phone):
    world = of_both(phone)
    calls(phone, SECRET_WORD)

    assert told(world) >= {JO, PRIYA} | OUTSIDE
