"""A house whose contacts outside left says so to who manages it, and leads to who is left."""

from sqlalchemy import select

from checkin.storage.tables import Staff, db
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.journeys.doors import Desk

TOO_FEW = "Willow Court has fewer than 2 contacts outside it who can be rung."
LEADS_TO = "Who they are, and how to add one"


def leaves(world: World, called: str) -> None:
    with world.app.app_context(), kept_together():
        db.session.scalars(select(Staff).where(Staff.called == called)).one().active = False


def test_who_manages_reads_it_on_every_page_once_the_second_left(world: World):
    jo = Desk(world, "jo")
    before = jo.open("/staff/people")
    leaves(world, "the advocacy service")
    pages = [jo.open(one) for one in ("/staff/", "/staff/alerts-now", "/staff/people")]
    jo.follow(LEADS_TO)

    assert TOO_FEW not in before
    assert all(TOO_FEW in one and LEADS_TO in one for one in pages)
    assert "the safeguarding lead, 07700 900301 safeguarding lead. Can be rung." in jo.words
    assert "the advocacy service" not in jo.words
    assert 'checkin people add-outside --house "Willow Court"' in jo.words


def test_who_manages_looks_up_who_they_are_and_their_numbers_at_any_time(world: World):
    jo = Desk(world, "jo")
    jo.open("/staff/people")

    jo.follow("Contacts outside")

    assert "the advocacy service, 07700 900302" in jo.words
    assert "Contacts outside" not in Desk(world, "marcus").open("/staff/people")


def test_nobody_else_reads_it_there_or_opens_that_page(world: World):
    leaves(world, "the advocacy service")
    for who in ("priya", "marcus"):
        desk = Desk(world, who)
        assert TOO_FEW not in desk.open("/staff/people")
        assert desk.client.get("/staff/outside").status_code == 404
