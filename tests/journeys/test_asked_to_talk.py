"""Ana asks to talk where she speaks to Priya and Marcus: it is on their lists, and on nobody else's."""

import pytest

from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import alerts, kept

ASKED = "Ana asked to talk."


@pytest.fixture
def asked(world: World, tablet: Tablet) -> World:
    """Ana's week, in which she wants to talk to someone soon; nothing more."""
    tablet.open("/tablet/my-page")
    tablet.press("/begin", ("flow", "what_matters"))
    tablet.do("start")
    for _ in range(30):
        forms = tablet.page.forms.values()
        buttons = [one for form in forms for one in form.buttons]
        if any(form.offers("talk_soon") for form in forms):
            tablet.pick("talk_soon")
        elif ("do", "send") in buttons:
            break
        else:
            tablet.do("skip")
    tablet.do("send")
    tablet.pick("self")
    world.settle()
    return world


def has_it(world: World, who: str) -> bool:
    """Say whether it stands on somebody's list, on Ana's page or on the handover."""
    pages = ("/staff/", f"/staff/people/{world.cast.ana}", "/staff/handover")
    there = {ASKED in Desk(world, who).open(page) for page in pages}
    assert len(there) == 1
    return there.pop()


def test_it_is_on_the_lists_of_those_who_may_read_it(asked: World):
    assert {who: has_it(asked, who) for who in ("priya", "marcus", "lena", "jo")} == {
        "priya": True,
        "marcus": True,
        "lena": False,
        "jo": False,
    }


def test_by_its_address_lena_finds_nothing(asked: World):
    (alert,) = [one for one in alerts(asked, task=True) if one.title == ASKED]
    lena = Desk(asked, "lena")

    assert lena.client.get(f"/staff/alerts/{alert.id}").status_code == 404


def test_once_jo_is_told_she_has_it_and_reads_what_it_came_from(asked: World):
    (alert,) = [one for one in alerts(asked, task=True) if one.title == ASKED]
    (row,) = kept(asked, CheckInRow, id=alert.check_in_id)
    asked.go_to("2026-10-21 12:00")
    asked.settle()

    assert any(ASKED in words for words in asked.texts("+447700900104"))
    assert has_it(asked, "jo")
    assert not has_it(asked, "lena")
    assert "This is for others" not in Desk(asked, "jo").open(f"/staff/check-ins/{row.id}")


def test_once_it_is_late_she_reads_that_nobody_talked_to_her(asked: World, tablet: Tablet):
    assert "by Tuesday." in tablet.words
    for at in ("2026-10-21 12:00", "2026-10-22 12:00"):
        asked.go_to(at)
        words = tablet.open(tablet.at)
        assert "Nobody has talked to you yet. We are asking" in words
        assert "today" not in words
