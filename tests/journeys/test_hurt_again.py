"""Dev told of Marcus, and it was closed: what he tells of then is no more Marcus's than before."""

import pytest

from tests.conftest import World
from tests.journeys.doors import JO, LENA, MARCUS, Desk, Phone
from tests.journeys.test_hurt_by_text import (
    BY_MARCUS,
    OUTSIDE,
    TUESDAY,
    hurts,
    lena_takes_it,
    pages_of,
    phone,
    told,
)

__all__ = ["phone"]


def marcus_was_told_of_and_it_is_closed(phone: Phone) -> World:
    world = phone.world
    phone.arrives(BY_MARCUS)
    lena_takes_it(world)
    lena = Desk(world, "lena")
    lena.open(f"/staff/alerts/{hurts(world)[0].id}")
    lena.close("Spoke to them", "We decided who acts.", confirmed_by="Sam")
    world.sent.clear()
    return world


def test_what_is_told_once_that_was_closed_is_kept_from_both_all_the_same(phone: Phone):
    world, words = marcus_was_told_of_and_it_is_closed(phone), "Lena hit me"
    phone.text(f"{TUESDAY} 10:40", words)
    phone.text(f"{TUESDAY} 10:42", f"{words} again")  # and the second time
    world.go_to(f"{TUESDAY} 11:30")

    assert JO in told(world)
    assert not told(world) & {MARCUS, LENA}
    for who in ("marcus", "lena"):
        assert words not in pages_of(world, who)


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("he did it again", OUTSIDE),
        ("it happened again", OUTSIDE),
        ("im scared of him", OUTSIDE),
        ("he hit me again", OUTSIDE),
        ("he did it agen", OUTSIDE),
        ("and again today", OUTSIDE),
        ("marcus agen", {LENA}),
        ("marcus again", {LENA}),
        ("marcus did it again", {LENA}),
    ],
)
def test_that_it_was_so_again_once_it_was_closed_is_told_anew_and_not_to_him(
    phone: Phone, words: str, whom: set[str]
):
    world = marcus_was_told_of_and_it_is_closed(phone)
    phone.text(f"{TUESDAY} 10:40", words)

    assert told(world) == whom
    phone.text(f"{TUESDAY} 10:41", words)  # and the second time
    world.go_to(f"{TUESDAY} 11:00")
    assert MARCUS not in told(world)
    assert words not in pages_of(world, "marcus")
    assert len(hurts(world)) == 2


@pytest.mark.parametrize("words", ["can marcus come again", "i did not do it again", "ok again"])
def test_what_tells_of_no_hurt_is_read_as_ever_once_that_was_closed(phone: Phone, words: str):
    world = marcus_was_told_of_and_it_is_closed(phone)
    phone.text(f"{TUESDAY} 10:40", words)

    assert len(hurts(world)) == 1


def test_a_cry_beside_it_is_a_call_that_shows_no_word_of_it(phone: Phone):
    world = marcus_was_told_of_and_it_is_closed(phone)
    phone.text(f"{TUESDAY} 10:40", "help he did it again")

    assert told(world) == {MARCUS, LENA} | OUTSIDE
    assert "did it again" not in pages_of(world, "marcus")
