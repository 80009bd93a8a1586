"""Dev and Ana say "dont tell Lena" in the middle of anything: Lena meets nothing of it, others read it today."""

import pytest

from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import LENA, MARCUS, Desk, Phone, Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_hurt_by_text import last_text, pages_of, told
from tests.journeys.test_hurt_said_elsewhere import MONDAY, say
from tests.journeys.test_staff_answer_a_text import at_the_texts, said_by

GROUP_DAYS = ("sat",)  # Dev stays at home
WORDS = ("dont tell lena i am sad", "please not lena", "i dont want lena to wash me")


@pytest.mark.parametrize("words", WORDS)
def test_by_text_others_read_it_today_and_lena_never(world: World, words: str):
    phone = Phone(world)
    phone.text(f"{MONDAY} 15:00", words)
    assert last_text(world) == "Thanks Dev. Jo will read this by 21:30."
    assert "Lena" not in last_text(world)
    phone.text(f"{MONDAY} 15:03", words)  # and the second time
    world.go_to(f"{MONDAY} 21:00")

    assert LENA not in told(world)
    assert {one.level for one in alerts(world)} == {"today"}
    assert words not in pages_of(world, "lena")
    row = kept(world, CheckInRow, asks="tell_someone")[0]
    assert words in Desk(world, "jo").open(f"/staff/check-ins/{row.id}")


def test_in_answer_to_lena_it_is_not_lenas(world: World):
    world.go_to(f"{MONDAY} 15:00")
    said_by(at_the_texts(world, "lena"), "Hi. All ok?")
    world.sent.clear()
    Phone(world).text(f"{MONDAY} 15:03", WORDS[0])
    world.go_to(f"{MONDAY} 21:00")

    assert LENA not in told(world)
    assert WORDS[0] not in pages_of(world, "lena")


@pytest.mark.parametrize("words", WORDS)
def test_on_the_tablet_it_is_kept_from_lena_and_rings_nobody(
    world: World, tablet: Tablet, words: str
):
    say(tablet, words)
    assert "Jo, Marcus and Priya will see this." in tablet.words
    tablet.do("send")
    world.go_to(f"{MONDAY} 17:00")

    assert LENA not in told(world)
    assert MARCUS in told(world)
    assert {one.level for one in alerts(world)} == {"today"}
    for page in ("", "handover", f"people/{world.cast.ana}", f"people/{world.cast.ana}/said"):
        assert words not in Desk(world, "lena").open(f"/staff/{page}")


def test_left_unsent_nobody_outside_is_told(world: World, tablet: Tablet):
    say(tablet, WORDS[0])
    world.go_to(f"{MONDAY} 16:30")

    assert told(world) == set()
