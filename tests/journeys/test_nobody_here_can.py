"""Whoever is told of a hurt cannot do it: once nobody here is left, those outside are told at once."""

from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, kept
from tests.journeys.test_hurt_by_text import (
    BY_MARCUS,
    HOUSE,
    LEAD,
    MORE,
    OUTSIDE,
    PRIYA,
    THEM,
    TUESDAY,
    hurts,
    last_text,
    pages_of,
    phone,
    told,
)

__all__ = ["phone"]

CANNOT = "cant do it"
CANNOT_NEXT = "{} cannot. We are telling {} now. In danger? Ring 999."
HAS_IT = "Thank you for telling us. {} has what you told us. In danger? Ring 999."
LEAD_OFFICE = "lead@safeguarding.example"


def refuses(world: World, who: str, at: str) -> set[str]:
    """Let this one text that they cannot, and return who is told within the next seconds."""
    world.go_to(f"{TUESDAY} {at}")
    world.sent.clear()
    Phone(world, who).arrives(CANNOT)
    return told(world) - {who}


def refused_by_all(world: World) -> set[str]:
    """Let all whom it is not kept from say so; return who is told once the last has."""
    refuses(world, LENA, "10:31")
    refuses(world, JO, "10:32")
    return refuses(world, PRIYA, "10:33")


def test_once_all_here_refused_it_those_outside_are_rung_at_once_and_he_reads_so(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)

    assert refused_by_all(world) == OUTSIDE
    assert last_text(world) == CANNOT_NEXT.format("Priya", THEM)
    world.sent.clear()
    world.go_to(f"{TUESDAY} 11:30")
    assert told(world) >= OUTSIDE  # again and again, until somebody has it
    assert not told(world) & HOUSE
    assert BY_MARCUS not in pages_of(world, "marcus")


def test_whoever_of_them_takes_it_reads_it_and_is_named_to_him(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    refused_by_all(world)
    Phone(world, LEAD).text(f"{TUESDAY} 10:34", "ok got it")

    assert hurts(world)[0].taken_by == world.cast.safeguarding
    assert last_text(world) == HAS_IT.format("The safeguarding lead")
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    assert BY_MARCUS in Desk(world, LEAD_OFFICE).open(f"/staff/check-ins/{row.id}")


def test_while_one_here_was_just_told_nobody_outside_knows_and_they_are_told_right_after(
    phone: Phone,
):
    world = phone.world
    phone.arrives(BY_MARCUS)
    refuses(world, LENA, "10:31")

    assert refuses(world, JO, "10:32") == {PRIYA}
    assert until(world, "10:33") == set()
    assert until(world, "10:34") == {PRIYA} | OUTSIDE


def test_given_back_by_the_last_who_could_it_goes_to_those_outside(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    refuses(world, LENA, "10:31")
    refuses(world, JO, "10:32")
    Phone(world, PRIYA).text(f"{TUESDAY} 10:33", "ok got it")

    assert refuses(world, PRIYA, "10:34") == OUTSIDE
    assert last_text(world) == CANNOT_NEXT.format("Priya", THEM)


def test_on_the_page_it_is_the_same(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    for who in ("lena", "jo", "priya"):
        world.sent.clear()
        desk = Desk(world, who)
        desk.open(f"/staff/alerts/{hurts(world)[0].id}")
        desk.press("/refuse")
        world.settle()

    assert told(world) == OUTSIDE


def test_more_he_tells_then_is_told_to_them_and_nobody_says_that_it_is_unclear(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    refused_by_all(world)
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:35", "and lena")

    assert told(world) == OUTSIDE
    assert last_text(world) == MORE.format(THEM)
    assert [one.kind for one in alerts(world)] == ["someone_hurt"]


def test_who_said_so_while_another_had_it_is_not_the_next_one_rung(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    world.go_to(f"{TUESDAY} 10:33")  # Jo is told too
    Phone(world, LENA).arrives("ok got it")
    for minute in (34, 35):  # and the second time
        assert refuses(world, JO, f"10:{minute}") == set()
        assert world.texts(JO)[-1].startswith("Lena has it already: ")

    assert refuses(world, LENA, "10:36") == {PRIYA}


def test_where_all_others_said_so_before_it_is_given_back_to_those_outside(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    refuses(world, LENA, "10:31")
    refuses(world, JO, "10:32")
    Phone(world, LENA).text(f"{TUESDAY} 10:33", "ok got it")  # she can after all
    refuses(world, PRIYA, "10:34")

    assert refuses(world, LENA, "10:35") == OUTSIDE


def test_whoever_it_is_kept_from_by_now_does_not_read_who_has_it(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    phone.text(f"{TUESDAY} 10:31", "and lena")
    Phone(world, JO).text(f"{TUESDAY} 10:32", "ok got it")
    for words in (CANNOT, "ok got it"):
        Phone(world, LENA).text(f"{TUESDAY} 10:33", words)

        assert "Jo" not in world.texts(LENA)[-1]


# Nobody answers ----------------------------------------------------------------------------------

ALL_WHO_MAY = HOUSE - {MARCUS} | OUTSIDE
TRYING = "Nobody has answered yet. We are trying {}. In danger? Ring 999."
EVERYBODY = "Jo, Lena, Priya, the advocacy service and the safeguarding lead"


def until(world: World, at: str) -> set[str]:
    """Let it be that time, and return who is told until then."""
    world.sent.clear()
    world.go_to(f"{TUESDAY} {at}")
    return told(world)


def test_what_nobody_takes_for_half_an_hour_rings_all_who_may_know_and_he_reads_so(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)

    assert until(world, "10:49") == {JO}
    assert until(world, "10:51") == ALL_WHO_MAY
    assert last_text(world) == TRYING.format(EVERYBODY)
    assert until(world, "11:01") == ALL_WHO_MAY  # and the second time
    assert MARCUS not in until(world, "12:00")
    assert BY_MARCUS not in pages_of(world, "marcus")


def test_whoever_outside_takes_what_nobody_answered_reads_it(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    world.go_to(f"{TUESDAY} 10:55")
    Phone(world, LEAD).arrives("ok got it")

    assert last_text(world) == HAS_IT.format("The safeguarding lead")
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    assert BY_MARCUS in Desk(world, LEAD_OFFICE).open(f"/staff/check-ins/{row.id}")
    assert until(world, "11:20") == set()


NOBODY_CAN = "Nobody can come yet. We are trying {}. In danger? Ring 999."


def test_once_two_refused_and_the_third_is_silent_he_reads_that_and_no_first_telling_again(
    phone: Phone,
):
    world = phone.world
    phone.arrives(BY_MARCUS)
    refuses(world, LENA, "10:31")
    refuses(world, JO, "10:32")
    assert last_text(world) == CANNOT_NEXT.format("Jo", "Priya")
    phone.text(f"{TUESDAY} 10:33", "and he shouted")
    said = len(world.texts(DEV))
    world.go_to(f"{TUESDAY} 10:51")

    third = "Priya, the advocacy service and the safeguarding lead"
    assert world.texts(DEV)[said:] == [NOBODY_CAN.format(third)]
    world.go_to(f"{TUESDAY} 11:20")
    assert not [words for words in world.texts(DEV) if "right thing" in words]


def test_those_outside_who_are_silent_after_all_here_refused_are_not_said_to_be_just_told(
    phone: Phone,
):
    world = phone.world
    phone.arrives(BY_MARCUS)
    refused_by_all(world)
    world.go_to(f"{TUESDAY} 11:30")

    assert last_text(world) == NOBODY_CAN.format(THEM)
