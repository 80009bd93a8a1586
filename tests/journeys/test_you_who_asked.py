"""Dev and Ana answer words of Marcus's, and tell of Marcus: "you" is kept from him as his name is."""

import pytest

from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import JO, LENA, MARCUS, Desk, Phone, Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_calls_in_an_answer_to_staff import answers
from tests.journeys.test_hurt_by_text import HURT, last_text, pages_of, told
from tests.journeys.test_staff_answer_a_text import DAY, at_the_texts, said_by

GROUP_DAYS = ("sat",)  # Dev stays at home
OF_YOU = ("im scared of you", "dont touch me again", "u hurt my arm", "took my money")


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev, whom Marcus texted a minute ago."""
    world.go_to(f"{DAY} 15:00")
    said_by(at_the_texts(world, "marcus"), "Hi. All ok?")
    world.go_to(f"{DAY} 15:01")
    world.sent.clear()
    return Phone(world)


@pytest.mark.parametrize("words", OF_YOU)
def test_by_text_marcus_meets_nothing_of_it_and_others_are_told(phone: Phone, words: str):
    world = phone.world
    phone.arrives(words)
    assert last_text(world) == HURT.format("Lena")
    phone.text(f"{DAY} 15:03", words)  # and the second time
    world.go_to(f"{DAY} 16:30")

    assert MARCUS not in told(world)
    assert {LENA, JO} <= told(world)
    assert [one.kind for one in alerts(world)] == ["someone_hurt"]
    assert words not in pages_of(world, "marcus")
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    assert words in Desk(world, "lena").open(f"/staff/check-ins/{row.id}")


def test_what_only_answers_marcus_is_his_as_ever(phone: Phone):
    phone.arrives("can you come with me")

    assert not alerts(phone.world)
    assert [one.title for one in alerts(phone.world, task=True)] == ["Dev answered Marcus."]


@pytest.mark.parametrize("words", OF_YOU)
def test_on_the_tablet_marcus_is_told_nothing_and_others_are(
    world: World, tablet: Tablet, words: str
):
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    tablet.pick("ok")
    world.sent.clear()
    page = answers(tablet, "marcus", words)
    world.go_to("2026-10-20 12:00")

    assert "Marcus" not in page.partition("We are telling")[2]
    assert MARCUS not in told(world)
    assert LENA in told(world)
    assert {one.kind for one in alerts(world)} == {"someone_hurt"}
    for address in ("", "handover", f"people/{world.cast.ana}", f"people/{world.cast.ana}/said"):
        assert words not in Desk(world, "marcus").open(f"/staff/{address}")
