"""Dev calls in words that name Marcus and are not plainly good: others are asked, and Marcus meets nothing of it."""

import re

import pytest

from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, kept
from tests.journeys.test_hurt_by_text import hurts, last_text, pages_of, told
from tests.journeys.test_hurt_said_elsewhere import MONDAY

GROUP_DAYS = ("sat",)  # Dev stays at home
CALLS = {
    "please call me marcus wont stop": "soon",
    "can someone ring me marcus is horrible": "soon",
    "im lost marcus left me": "soon",
    "call me not marcus": "soon",
    "call me about marcus": "soon",
    "is marcus on tonight im scared": "soon",
    "marcus is on im frightened": "soon",
    "help me marcus is shouting": "now",
    "HELP marcus": "now",
}
WISHES = ("call me marcus please", "can marcus ring me", "im lost can marcus come")


@pytest.mark.parametrize(("words", "level"), CALLS.items())
def test_whoever_is_named_neither_reads_nor_is_asked(world: World, words: str, level: str):
    phone = Phone(world)
    world.go_to(f"{MONDAY} 14:59")
    before = pages_of(world, "marcus")
    phone.text(f"{MONDAY} 15:00", words)
    first = last_text(world)
    asked = told(world)
    phone.text(f"{MONDAY} 15:03", words)  # and the second time
    world.go_to(f"{MONDAY} 15:45")

    assert first.startswith("We got your text.")
    assert "Lena" in first or "Jo" in first
    assert "Marcus" not in " ".join(world.texts("+447700900001"))
    assert len(asked) >= 2
    assert MARCUS not in told(world)
    assert level in {one.level for one in alerts(world)}
    assert not hurts(world)
    assert pages_of(world, "marcus") == before
    for one in alerts(world):
        assert Desk(world, "marcus").client.get(f"/staff/alerts/{one.id}").status_code == 404
    (row, *_) = kept(world, CheckInRow, asks="tell_someone")
    assert words in Desk(world, "jo").open(f"/staff/check-ins/{row.id}")


@pytest.mark.parametrize("words", WISHES)
def test_whoever_is_wished_for_is_asked(world: World, words: str):
    Phone(world).text(f"{MONDAY} 15:00", words)

    assert MARCUS in told(world)
    assert words in pages_of(world, "marcus")


def met(world: World, call: str) -> str:
    """Return all that Marcus meets of Dev, and of this call; whether our texts arrived left out."""
    pages = pages_of(world, "marcus") + Desk(world, "marcus").open(f"/staff/alerts/{call}")
    return re.sub(
        r"(sent at [\d:]+, not reported )?delivered( at [\d:]+)?( \(delivered is not seen\))?",
        "gone",
        pages,
    )


@pytest.mark.parametrize(
    "words",
    [
        "its marcus",
        "marcus is weird with me",
        "someone else not marcus",
        "help me marcus is shouting",
        "please call me marcus wont stop",
        "not marcus please",
        "i dont want marcus",
    ],
)
def test_while_he_has_the_call_others_are_told_at_once(world: World, words: str):
    phone = Phone(world)
    phone.text(f"{MONDAY} 14:58", "HELP")
    (call,) = alerts(world)
    world.go_to(f"{MONDAY} 15:00")
    desk = Desk(world, "marcus")
    desk.open(f"/staff/alerts/{call.id}")
    desk.press("take")
    world.go_to(f"{MONDAY} 15:02")
    before = met(world, call.id)
    world.sent.clear()
    phone.text(f"{MONDAY} 15:02", words)

    assert told(world) >= {LENA, JO}
    assert MARCUS not in told(world)
    assert met(world, call.id) == before
    assert "Marcus" not in last_text(world)
    assert words in pages_of(world, "jo")


def test_more_that_can_wait_is_read_and_nobody_is_said_to_be_told_now(world: World):
    phone = Phone(world)
    phone.text(f"{MONDAY} 15:00", "marcus is weird with me")
    first = last_text(world)
    phone.text(f"{MONDAY} 15:02", "its him")

    assert first.startswith("Thanks Dev. Jo")
    assert last_text(world) == first
