"""Dev and Ana say of Marcus what is on no list: he meets nothing of it, others read it today, nobody is rung."""

import pytest

from checkin.storage.tables import CheckInRow, LoopRow
from tests.conftest import World
from tests.journeys.doors import MARCUS, Desk, Phone, Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_hurt_by_text import last_text, pages_of, told
from tests.journeys.test_hurt_said_elsewhere import MONDAY, say
from tests.journeys.test_staff_answer_a_text import at_the_texts, said_by

GROUP_DAYS = ("sat",)  # Dev stays at home
WORDS = (
    "marcus is weird with me",
    "priya and marcus hits",
    "its marcus",
    "priya is nice marcus isnt",
)
FRIENDLY = ("marcus took me to the shops", "is marcus in today", "tell marcus im in the garden")


@pytest.mark.parametrize("words", WORDS)
def test_by_text_whoever_is_named_meets_nothing_of_it(world: World, words: str):
    phone = Phone(world)
    phone.text(f"{MONDAY} 15:00", words)
    reply = last_text(world)
    phone.text(f"{MONDAY} 15:03", words)  # and the second time
    world.go_to(f"{MONDAY} 21:00")

    assert "Marcus" not in reply
    assert reply.endswith("will read this by 21:30.")
    assert MARCUS not in told(world)
    assert {one.level for one in alerts(world)} == {"today"}
    assert words not in pages_of(world, "marcus")
    (row,), (loop, *_) = kept(world, CheckInRow, asks="tell_someone"), kept(world, LoopRow)
    assert words in Desk(world, "jo").open(f"/staff/check-ins/{row.id}")
    for address in (f"check-ins/{row.id}", f"loops/{loop.id}", f"alerts/{alerts(world)[0].id}"):
        assert Desk(world, "marcus").client.get(f"/staff/{address}").status_code == 404


@pytest.mark.parametrize("words", FRIENDLY)
def test_what_is_said_every_day_stays_his_to_read(world: World, words: str):
    Phone(world).text(f"{MONDAY} 15:00", words)

    assert not kept(world, CheckInRow, asks="tell_someone")
    assert words in pages_of(world, "marcus")


def test_in_answer_to_marcus_it_is_not_his(world: World):
    world.go_to(f"{MONDAY} 15:00")
    said_by(at_the_texts(world, "marcus"), "Hi. All ok?")
    world.sent.clear()
    for number, words in enumerate(WORDS[:2]):  # and the second time
        Phone(world).text(f"{MONDAY} 15:0{number + 3}", words)
    world.go_to(f"{MONDAY} 21:00")

    assert MARCUS not in told(world)
    for words in WORDS[:2]:
        assert words not in pages_of(world, "marcus")
        assert words in pages_of(world, "jo")


@pytest.mark.parametrize("words", WORDS)
def test_on_the_tablet_it_is_kept_from_whom_it_names(world: World, tablet: Tablet, words: str):
    say(tablet, words)
    assert "Marcus" not in tablet.words
    tablet.do("send")
    assert "Marcus" not in tablet.words
    world.go_to(f"{MONDAY} 17:00")

    assert MARCUS not in told(world)
    assert {one.level for one in alerts(world)} == {"today"}
    for page in ("", "handover", f"people/{world.cast.ana}", f"people/{world.cast.ana}/said"):
        assert words not in Desk(world, "marcus").open(f"/staff/{page}")


@pytest.mark.parametrize("words", FRIENDLY)
def test_on_the_tablet_every_day_words_stay_for_all(world: World, tablet: Tablet, words: str):
    say(tablet, words)
    tablet.do("send")

    assert words in Desk(world, "marcus").open(f"/staff/people/{world.cast.ana}/said")
