"""Words that staff write down after a talk are theirs to answer for: no page says that Ana said them."""

import pytest

from tests.conftest import World
from tests.journeys.doors import Desk, Tablet

WORDS = "I lied about Marcus. Marcus is kind to me."
FOR_STAFF = "Said in a talk. Marcus wrote it down."
FOR_ANA = "Marcus wrote this down."


@pytest.fixture
def written(world: World) -> World:
    """Marcus writes down what he says that Ana said."""
    marcus = Desk(world, "marcus")
    marcus.open(f"/staff/people/{world.cast.ana}/said")
    marcus.press("/said", words=WORDS)
    return world


def test_staff_read_who_wrote_it_down_wherever_the_words_stand(written: World):
    for page in ("/said", ""):
        words = Desk(written, "jo").open(f"/staff/people/{written.cast.ana}{page}")
        assert WORDS in words
        assert FOR_STAFF in words
    assert FOR_STAFF in Desk(written, "jo").open("/staff/handover")


def test_ana_reads_who_wrote_it_down_and_not_that_she_said_it(written: World, tablet: Tablet):
    words = tablet.open("/tablet/you-said")
    assert WORDS in words
    assert FOR_ANA in words
    assert "In a talk" in words
    assert "You said Listen" not in words


def test_what_she_says_herself_after_that_is_hers(written: World, tablet: Tablet):
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.do("skip")
    tablet.write("i want a hat")
    tablet.do("skip")
    tablet.do("send")
    page = Desk(written, "jo").open(f"/staff/people/{written.cast.ana}/said")

    assert "i want a hat" in page
    assert page.count(FOR_STAFF) == 1
