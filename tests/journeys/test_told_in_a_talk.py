"""Lena writes down that Dev said somebody hurts him: it is told to others, and stands as hers."""

import pytest

from checkin.storage.tables import AlertRow, LoopRow
from tests.conftest import World
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, kept, steps
from tests.journeys.test_hurt_by_text import PRIYA, TUESDAY, pages_of
from tests.journeys.test_read_since import you_said

HURT = "Marcus hits me when nobody looks"


@pytest.fixture
def lena(world: World) -> Desk:
    """Lena at what Dev said, on a Tuesday at half past ten."""
    world.go_to(f"{TUESDAY} 10:30")
    world.sent.clear()
    desk = Desk(world, "lena")
    desk.open(f"/staff/people/{world.cast.dev}/said")
    return desk


def writes(world: World, desk: Desk, words: str) -> str:
    page = desk.press("/said", words=words)
    world.settle()
    return page


def rung(world: World) -> set[str]:
    return {one.number for one in world.sent} - {DEV}


def hurts(world: World) -> list[AlertRow]:
    return [one for one in alerts(world) if one.kind == "someone_hurt"]


def test_others_are_rung_and_who_is_named_finds_nothing(world: World, lena: Desk):
    before = pages_of(world, "marcus")
    page = writes(world, lena, HURT)

    assert len(hurts(world)) == 1
    assert rung(world)
    assert rung(world) <= {PRIYA, JO, LENA}
    assert "Read Dev's own words now" in page
    assert HURT not in pages_of(world, "marcus")
    assert pages_of(world, "marcus") == before


def test_it_stands_as_what_lena_wrote_down(world: World, lena: Desk):
    page = writes(world, lena, HURT)
    said = Desk(world, "jo").open(f"/staff/people/{world.cast.dev}/said")

    assert "by text" not in page
    assert "Said in a talk. Lena wrote it down." in said
    assert "Lena answered for Dev. Not Dev's own voice." in Desk(world, "jo").open(
        f"/staff/check-ins/{hurts(world)[0].check_in_id}"
    )


def test_written_down_twice_it_is_told_once(world: World, lena: Desk):
    writes(world, lena, HURT)
    first = len(world.sent)
    lena.open(f"/staff/people/{world.cast.dev}/said")
    again = lena.press("/said", status=400, words=HURT.upper())

    assert "This is kept already." in again
    assert len(hurts(world)) == 1
    assert len(world.sent) == first


def test_what_dev_texts_after_that_is_no_more_of_it(world: World, lena: Desk):
    writes(world, lena, HURT)
    Phone(world).text(f"{TUESDAY} 10:32", "what is for tea")

    assert "will read your question" in world.texts(DEV)[-1]


def test_where_nobody_can_tell_who_the_writer_reads_that_it_is_told(world: World, lena: Desk):
    page = writes(world, lena, "Somebody here hits me at night")

    assert "We kept these words, and tell those they are for." in page
    assert len(hurts(world)) == 1 or alerts(world)
    assert MARCUS not in rung(world)


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("Marcus never listens to me", True),
        ("I want to go swimming with Marcus", False),
        ("I want a hat", False),
        ("Lena is always late", False),  # of whoever wrote it: another asks him
        ("Marcus and Lena never listen to me", True),  # of whoever wrote it, and of another
    ],
)
def test_it_is_told_apart_only_where_it_is_of_another(
    world: World, lena: Desk, words: str, *, apart: bool
):
    writes(world, lena, words)
    (loop,) = kept(world, LoopRow, words=words)

    assert (loop.check_in_id is not None) == apart
    assert (words in pages_of(world, "marcus")) != apart


@pytest.mark.parametrize(
    "words", ["someone hit dev", "Marcus hits Dev", "Dev says marcus hits him"]
)
def test_it_is_heard_as_staff_say_it_too(world: World, lena: Desk, words: str):
    writes(world, lena, words)

    assert words not in pages_of(world, "marcus")
    assert [one.level for one in hurts(world)] == ["now"]
    assert MARCUS not in rung(world)
    assert rung(world)


def test_whom_it_names_cannot_ask_whether_it_was_told(world: World, lena: Desk):
    words = "Marcus and Lena hurt me"
    priya = Desk(world, "priya")
    priya.open(f"/staff/people/{world.cast.dev}/said")
    writes(world, priya, words)
    after = writes(world, lena, words)

    assert "This is kept already." not in after
    assert "We kept these words, and tell those they are for." in after
    assert len(hurts(world)) == 1


def test_what_is_written_down_of_who_acts_takes_nothing_from_them(world: World, lena: Desk):
    jo = Desk(world, "jo")
    jo.open(f"/staff/people/{world.cast.dev}/said")
    writes(world, jo, HURT)
    (first,) = hurts(world)
    lena.open(f"/staff/alerts/{first.id}")
    lena.press("/take")
    marcus = Desk(world, "marcus")
    marcus.open(f"/staff/people/{world.cast.dev}/said")
    writes(world, marcus, "Lena hits me")

    assert first.title in lena.open(f"/staff/alerts/{first.id}")
    (again, of_lena) = hurts(world)
    assert again.taken_by == world.cast.lena
    assert "Lena hits me" not in pages_of(world, "lena")
    assert of_lena.level == "now"


def test_what_she_writes_down_that_she_hurts_him_rings_others(world: World, lena: Desk):
    page = writes(world, lena, "Lena hits me")

    assert "We kept these words, and tell those they are for." in page
    assert "Lena hits me" not in pages_of(world, "lena")
    assert rung(world)
    assert LENA not in rung(world)


def test_dev_reads_who_wrote_it_down_and_who_is_told(world: World, lena: Desk):
    writes(world, lena, "Priya took my money")
    page = you_said(world).words

    assert "Lena wrote this down." in page
    assert "We could not reach anybody" not in page


def test_who_hurt_him_before_is_not_told_of_it(world: World, lena: Desk):
    Phone(world).text(f"{TUESDAY} 10:31", "lena hit me")
    world.sent.clear()
    jo = Desk(world, "jo")
    jo.open(f"/staff/people/{world.cast.dev}/said")
    writes(world, jo, HURT)

    assert rung(world)
    assert LENA not in rung(world)
    assert HURT not in pages_of(world, "lena")


@pytest.mark.parametrize("words", ["someone hit dev", "Lena hits me"])
def test_what_whom_he_fears_writes_down_closes_nothing_that_he_tells(world: World, words: str):
    world.go_to(f"{TUESDAY} 10:30")
    marcus = Desk(world, "marcus")
    marcus.open(f"/staff/people/{world.cast.dev}/said")
    writes(world, marcus, words)
    world.sent.clear()
    Phone(world).text(f"{TUESDAY} 10:32", "marcus hit me")

    assert "We are telling Lena now." in world.texts(DEV)[-1]
    assert LENA in rung(world)
    assert MARCUS not in rung(world)


def test_the_same_that_is_kept_from_who_writes_it_is_said_to_who_acts(world: World, lena: Desk):
    Phone(world).text(f"{TUESDAY} 10:31", "somebody hits me")
    world.sent.clear()
    page = writes(world, lena, "somebody hits me")

    assert "We kept these words, and tell those they are for." in page
    assert rung(world)
    assert "Lena wrote the same down" in str(steps(world, hurts(world)[0]))


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("HELP lena please come", "We are asking Lena and Marcus to ring you."),
        ("he took my phone", "We are asking Lena and Marcus to ring you."),
        ("can u get milk", "Priya or Marcus will read what you want"),
    ],
)
def test_what_marcus_writes_down_changes_nothing_of_how_dev_is_heard(
    world: World, text: str, reply: str
):
    world.go_to(f"{TUESDAY} 10:30")
    marcus = Desk(world, "marcus")
    marcus.open(f"/staff/people/{world.cast.dev}/said")
    writes(world, marcus, "someone hit dev")
    Phone(world).text(f"{TUESDAY} 10:32", text)

    assert reply in world.texts(DEV)[-1]
