"""Dev says that he is not going: before he left, after he left, and when he changes his mind."""

import pytest

from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import DEV, MARCUS, Phone, Tablet
from tests.journeys.records import alerts, kept

TUESDAY = "2026-10-20"


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, on a Tuesday on which it is asked when he leaves."""
    world.go_to(f"{TUESDAY} 09:15")
    return Phone(world)


def stands(world: World) -> list[str]:
    """Return how Dev's three check-ins of the Tuesday stand."""
    slots = (("leave", "09:15"), ("arrive", "10:00"), ("home", "16:00"))
    return [
        one.state
        for key, wall in slots
        for one in kept(world, CheckInRow, key=key, local_slot=f"{TUESDAY}T{wall}")
    ]


def says_not_going(world: World) -> Tablet:
    """Dev picks "Not going" in his checklist, and sends it."""
    own = Tablet(world, world.cast.devs_phone)
    own.begin("Group day: am I ready?")
    own.pick("not_going")
    own.do("send")
    own.pick("self")
    return own


def test_before_he_left_the_day_is_called_off(world: World, phone: Phone) -> None:
    phone.arrives("not going")

    assert stands(world) == ["cancelled"] * 3
    assert world.texts(DEV)[-1] == "OK Dev. No more texts today."


def test_after_he_left_a_person_rings_and_nothing_is_called_off(world: World, phone: Phone) -> None:
    phone.arrives("ok")
    phone.text(f"{TUESDAY} 09:30", "im not going")
    (alert,) = alerts(world)

    assert stands(world) == ["answered", "planned", "planned"]
    assert "Marcus to ring you." in world.texts(DEV)[-1]
    assert (alert.level, alert.title) == ("soon", "Dev left already, and says: not going.")
    assert any("not going" in one for one in world.texts(MARCUS))
    world.go_to(f"{TUESDAY} 10:21")
    assert stands(world)[1] == "missed"


def test_he_says_it_twice_and_one_alert_is_open(world: World, phone: Phone) -> None:
    phone.arrives("ok")
    phone.text(f"{TUESDAY} 09:30", "im not going")
    phone.text(f"{TUESDAY} 09:40", "not going today")

    assert len(alerts(world)) == 1
    assert stands(world) == ["answered", "planned", "planned"]


def test_the_checklist_calls_nothing_off_after_he_left(world: World, phone: Phone) -> None:
    phone.arrives("ok")
    says_not_going(world)

    assert stands(world) == ["answered", "planned", "planned"]
    assert [one.title for one in alerts(world)] == ["Dev left already, and says: not going."]


def test_when_he_is_back_there_is_nothing_to_ring_for(world: World, phone: Phone) -> None:
    phone.arrives("ok")
    phone.text(f"{TUESDAY} 09:50", "here")
    phone.text(f"{TUESDAY} 15:16", "home")
    phone.text(f"{TUESDAY} 17:00", "not going")

    assert alerts(world) == []
    assert world.texts(DEV)[-1] == "OK Dev. No more texts today."


def test_what_he_takes_back_on_the_tablet_is_asked_after_all(world: World, phone: Phone) -> None:
    own = says_not_going(world)
    off = stands(world)
    world.go_to(f"{TUESDAY} 09:20")
    own.press("/take-back")

    assert off == ["cancelled"] * 3
    assert "We will text you today, as agreed." in own.words
    phone.text(f"{TUESDAY} 09:25", "ok")
    world.go_to(f"{TUESDAY} 10:05")
    assert any("Are you there?" in one for one in world.texts(DEV))
    assert stands(world) == ["answered", "asked", "planned"]


def test_what_is_over_by_then_stays_off(world: World, phone: Phone) -> None:
    own = says_not_going(world)
    world.go_to(f"{TUESDAY} 09:36")
    own.press("/take-back")

    assert stands(world) == ["cancelled", "planned", "planned"]


def test_what_he_takes_back_opens_nothing_that_he_texted(world: World, phone: Phone) -> None:
    phone.arrives("not going")
    world.go_to(f"{TUESDAY} 09:16")
    own = says_not_going(world)
    own.press("/take-back")

    assert stands(world) == ["cancelled"] * 3
    assert "We will text you" not in own.words


@pytest.mark.parametrize(
    ("words", "leave"), [("changed my mind im going", "asked"), ("ok left", "answered")]
)
def test_he_texts_that_he_goes_after_all(
    world: World, phone: Phone, words: str, leave: str
) -> None:
    phone.arrives("not going")
    phone.text(f"{TUESDAY} 09:20", words)

    assert stands(world) == [leave, "planned", "planned"]
    assert world.texts(DEV)[-1] == "OK Dev. Texts are on again today."


def test_a_thank_you_for_no_more_texts_opens_nothing(world: World, phone: Phone) -> None:
    phone.arrives("not going")
    phone.text(f"{TUESDAY} 09:16", "ok")

    assert stands(world) == ["cancelled"] * 3


def test_an_ok_on_a_day_that_is_off_is_told_that_nothing_is_asked(
    world: World, phone: Phone
) -> None:
    phone.arrives("not going")
    phone.text(f"{TUESDAY} 09:16", "ok")
    told = world.texts(DEV)[-1]
    phone.text(f"{TUESDAY} 09:17", "I am going.")

    assert told.startswith("We ask nothing today, Dev. You said: not going.")
    assert [one.what for one in alerts(world, task=True)] == [['Dev: "ok"']]
    assert stands(world) == ["asked", "planned", "planned"]
