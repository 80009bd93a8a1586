"""Dev texts that he is afraid of somebody who works there: it is told as a hurt is, and kept from them."""

import pytest

from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, kept, steps
from tests.journeys.test_hurt_by_text import (
    BY_MARCUS,
    HURT,
    TEN,
    TUESDAY,
    hurts,
    last_text,
    pages_of,
    told,
)


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, on a Tuesday at half past ten."""
    world.go_to(f"{TUESDAY} 09:10")
    phone = Phone(world)
    phone.arrives("ok")
    phone.text(f"{TUESDAY} 09:46", "ok")
    world.go_to(TEN)
    world.sent.clear()
    return phone


@pytest.mark.parametrize(
    "words",
    [
        "im scared of lena",
        "lena scares me",
        "frightened of lena",
        "im scard of lena",
        "lena smacked me",
        "got hit by lena",
        "dont want lena near me",
        "lena took my clothes off",
        "lena took my bank card",
    ],
)
def test_whoever_he_is_afraid_of_is_not_told_and_finds_nothing(phone: Phone, words: str):
    world = phone.world
    phone.arrives(words)
    assert last_text(world) == HURT.format("Marcus")
    phone.text(f"{TUESDAY} 10:33", words)  # and the second time
    world.go_to(f"{TUESDAY} 12:00")

    assert LENA not in told(world)
    assert {MARCUS, JO} <= told(world)
    assert [one.kind for one in alerts(world)] == ["someone_hurt"]
    assert words not in pages_of(world, "lena")
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    assert Desk(world, "lena").client.get(f"/staff/check-ins/{row.id}").status_code == 404
    assert words in Desk(world, "marcus").open(f"/staff/check-ins/{row.id}")


def test_beside_a_call_for_help_it_is_no_word_of_the_call(phone: Phone):
    world = phone.world
    phone.arrives("HELP")
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:31", "im scared of lena")

    (call,) = (one for one in alerts(world) if one.kind == "help_or_not_ok")
    assert "scared" not in str((call.what, steps(world, call)))
    assert LENA not in told(world)
    assert "scared" not in pages_of(world, "lena")
    assert len(hurts(world)) == 1


@pytest.mark.parametrize("words", ["im not safe with lena", "i dont feel safe with lena"])
def test_not_safe_with_her_rings_all_who_may_know_and_she_finds_nothing(phone: Phone, words: str):
    world = phone.world
    before = pages_of(world, "lena")
    phone.arrives(words)

    assert [one.kind for one in alerts(world)] == ["someone_hurt"]
    assert {MARCUS, JO} <= told(world)
    assert LENA not in told(world)
    assert pages_of(world, "lena") == before


def test_behind_a_telling_of_another_she_is_kept_out_of_both(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    phone.text(f"{TUESDAY} 10:33", "im scared of lena")
    world.sent.clear()
    world.go_to(f"{TUESDAY} 12:00")

    assert not {MARCUS, LENA} & told(world)
    for words in (BY_MARCUS, "scared"):
        assert words not in pages_of(world, "lena")


@pytest.mark.parametrize("words", ["im scared", "im scared of a man here", "im scared of the bus"])
def test_fear_of_nobody_who_is_named_is_a_call_as_ever(phone: Phone, words: str):
    phone.arrives(words)

    assert [one.kind for one in alerts(phone.world)] == ["person_asked_for"]


@pytest.mark.parametrize(
    "words", ["help lena wont stop shouting at me", "lena wont let me out my room"]
)
def test_a_call_that_names_who_does_it_rings_others_and_shows_her_nothing(phone: Phone, words: str):
    world = phone.world
    before = pages_of(world, "lena")
    phone.arrives(words)
    assert pages_of(world, "lena") == before
    phone.text(f"{TUESDAY} 10:33", words)  # and the second time
    world.go_to(f"{TUESDAY} 10:49")

    assert LENA not in told(world)
    assert {MARCUS, JO} <= told(world)
    assert [one.kind for one in alerts(world)] == ["someone_hurt"]


@pytest.mark.parametrize("words", ["im scared lena wont come", "scared of missing lena"])
def test_fear_that_somebody_does_not_come_keeps_nobody_out(phone: Phone, words: str):
    world = phone.world
    phone.arrives(words)
    world.go_to(f"{TUESDAY} 11:00")

    assert not hurts(world)
    assert words in pages_of(world, "lena")
