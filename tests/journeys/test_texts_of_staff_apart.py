"""A text of staff about what Dev keeps from Marcus is read by those who may: never by whom it names."""

import pytest

from tests.conftest import World
from tests.journeys.doors import DEV, JO, Desk, Phone
from tests.journeys.test_hurt_by_text import PRIYA

LEADS_READ = "This takes no alert. Team leads can read it on the page. In danger? Ring 999."
JO_READS = LEADS_READ.replace("Team leads", "Jo")
NOBODY_READS = "Nobody reads texts here. Write it on the page. In danger? Ring 999."
ABOUT = (
    "what should i do about marcus hitting dev",
    "dev is in his room now",
    "marcuss shift ends",
)


def reads(world: World, who: str) -> str:
    return Desk(world, who).open("/staff/texts-from-nobody")


@pytest.fixture
def told(world: World) -> World:
    """Dev told by text what Marcus did."""
    Phone(world, DEV).text("2026-10-20 10:30", "Marcus hit me")
    return world


def test_what_priya_texts_of_it_jo_reads_and_marcus_does_not(told: World):
    priya = Phone(told, PRIYA)
    for words in ABOUT:
        priya.arrives(words)
    page = reads(told, "jo")

    assert [words in page for words in ABOUT] == [True] * 3
    assert told.texts(PRIYA)[-1] == JO_READS
    met = reads(told, "marcus")
    assert not any(words in met for words in ABOUT)


def test_so_it_is_after_it_was_closed(told: World):
    Phone(told, PRIYA).arrives(ABOUT[1])
    lena = Desk(told, "lena")
    lena.take("Dev")
    lena.close("Spoke to them", "We decided who acts.", confirmed_by="Sam")

    assert ABOUT[1] not in reads(told, "marcus")


def test_what_is_about_nobody_of_it_marcus_reads_as_ever(told: World):
    Phone(told, PRIYA).arrives("the van is out of petrol")

    assert "petrol" in reads(told, "marcus")


def test_whoever_a_text_names_does_not_read_it_whatever_was_told(world: World):
    Phone(world, PRIYA).text("2026-10-20 10:30", "marcus shouts a lot")

    assert "shouts" in reads(world, "jo")
    assert "shouts" not in reads(world, "marcus")


def test_with_all_who_lead_named_they_read_it_and_of_a_telling_nobody_does(world: World):
    Phone(world, PRIYA).text("2026-10-20 10:30", "jo and marcus do not answer")
    assert "do not answer" in reads(world, "marcus")

    Phone(world, DEV).arrives("Marcus and Jo hit me")
    Phone(world, PRIYA).arrives("what do i do about dev")

    assert world.texts(PRIYA)[-1] == NOBODY_READS
    for who in ("marcus", "jo"):
        assert "about dev" not in reads(world, who)


def test_what_who_is_kept_out_texts_of_it_is_read_by_nobody_who_is_kept_out_too(world: World):
    Phone(world, DEV).text("2026-10-20 10:30", "Priya and Marcus hit me")
    priya = Phone(world, PRIYA)
    for words in ("dev is making things up", "did dev say anything"):  # and the second
        priya.arrives(words)
        assert world.texts(PRIYA)[-1] == LEADS_READ
        assert words in reads(world, "jo")
        assert words not in reads(world, "marcus")


def test_where_all_who_lead_are_kept_out_the_answer_to_who_is_too_tells_nothing(world: World):
    Phone(world, DEV).text("2026-10-20 10:30", "Priya and Marcus and Jo hit me")
    Phone(world, PRIYA).arrives("did dev say anything")

    assert world.texts(PRIYA)[-1] == LEADS_READ
    assert "say anything" in reads(world, "jo")


RING = (
    "Nobody here reads this. You can ring the advocacy service: 07700 900302. "
    "You can ring the safeguarding lead: 07700 900301. In danger? Ring 999."
)


@pytest.mark.parametrize(
    "words",
    [
        "marcus and jo hurt dev",
        "the team lead hits ana",
        "somebody hurt Dev",
        "staff hit ana at night",
        "jo and marcus both hurt him",
        "somebody hit her",
    ],
)
def test_of_a_hurt_by_all_who_lead_or_nobody_knows_whom_she_reads_whom_to_ring(
    world: World, words: str
):
    Phone(world, PRIYA).text("2026-10-20 10:30", words)

    assert world.texts(PRIYA)[-1] == RING
    for who in ("marcus", "jo"):
        assert words not in reads(world, who)


@pytest.mark.parametrize(
    "words", ["I will suspend marcus bell today, dont say anything", "dev says marcus hurts him"]
)
def test_what_the_only_other_who_leads_writes_of_marcus_he_does_not_read(world: World, words: str):
    Phone(world, JO).text("2026-10-20 10:30", words)

    assert words not in reads(world, "marcus")
    assert world.texts(JO)[-1] in (NOBODY_READS, RING)


def test_of_a_hurt_by_marcus_jo_reads_it_and_he_does_not(world: World):
    Phone(world, PRIYA).text("2026-10-20 10:30", "marcus hit dev i saw it")

    assert world.texts(PRIYA)[-1] == JO_READS
    assert "i saw it" in reads(world, "jo")
    assert "i saw it" not in reads(world, "marcus")


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Mr Bell is nasty to dev", "marcus"),
        ("the team lead is drunk", "marcus"),
        ("i think bells been drinking", "marcus"),
        ("the boss took devs money", "jo"),
    ],
)
def test_by_surname_or_by_what_they_are_nobody_reads_what_is_said_of_them(
    world: World, words: str, who: str
):
    Phone(world, PRIYA).text("2026-10-20 10:30", words)

    other = "jo" if who == "marcus" else "marcus"
    assert words not in reads(world, who)
    assert words in reads(world, other)
