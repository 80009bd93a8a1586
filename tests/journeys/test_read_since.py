"""Who opened what Dev told has read what was told by then, and nothing that he said after."""

from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import Desk, Phone, Tablet
from tests.journeys.records import kept
from tests.journeys.test_hurt_by_text import BY_MARCUS, TUESDAY, phone

__all__ = ["phone"]
LATER = "can i come home early today?"


def opens(world: World, who: str) -> None:
    (told,) = kept(world, CheckInRow, asks="tell_someone")
    Desk(world, who).open(f"/staff/check-ins/{told.id}")


def you_said(world: World) -> Tablet:
    page = Tablet(world, world.cast.devs_phone)
    page.open("/tablet/you-said")
    return page


def test_lena_who_looked_before_he_said_more_has_not_read_that(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    opens(world, "lena")
    phone.text(f"{TUESDAY} 10:40", LATER)

    assert you_said(world).words.count("Lena has read it.") == 1

    opens(world, "priya")

    assert "Priya has read it." in you_said(world).words


def test_what_somebody_read_is_not_said_to_be_looked_at_by_nobody(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    opens(world, "lena")
    world.go_to(f"{TUESDAY} 10:45")
    page = you_said(world)

    assert "Lena has read it." in page.words
    assert "Nobody has looked at this yet." not in page.words
    assert "Nobody has this yet. We are asking" in page.words


def test_who_is_asked_is_named_as_within_a_sentence(phone: Phone):
    world = phone.world
    phone.arrives("he pushed me")
    world.go_to(f"{TUESDAY} 10:45")

    assert "We are asking the advocacy service and the safeguarding lead." in you_said(world).words
