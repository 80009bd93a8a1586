"""Words that staff write down after a talk are theirs to answer for: no page says that Ana said them."""

import pytest

from checkin import clock
from checkin.actions.who_may_take import whose_it_is
from checkin.storage.tables import AlertRow
from tests.conftest import World, minutes
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import kept

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


def test_what_it_says_of_whoever_wrote_it_another_asks_her(written: World):
    with written.app.app_context():
        later = clock.now() + minutes(2)
    written.go_to(later)
    marcus = Desk(written, "marcus")
    marcus.open(f"/staff/people/{written.cast.ana}/said")
    marcus.press("/said", words="Marcus never took it.")  # and the second time
    one, two = kept(written, AlertRow, kind="wrote_of_themself")

    assert {one.for_staff, two.for_staff} == {written.cast.jo}
    assert one.title == "Marcus wrote down what Ana said of Marcus."
    assert WORDS in Desk(written, "jo").open(f"/staff/alerts/{one.id}")
    with written.app.app_context():
        others = whose_it_is(one, written.cast.marcus, clock.now())
    assert others
    assert others.about


def test_what_it_says_of_others_or_good_of_them_is_nobodys_to_check(world: World):
    marcus = Desk(world, "marcus")
    marcus.open(f"/staff/people/{world.cast.ana}/said")
    marcus.press("/said", words="I want to go swimming with Marcus")
    marcus.press("/said", words="I lied about Lena")

    assert kept(world, AlertRow, kind="wrote_of_themself") == []
