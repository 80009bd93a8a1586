"""Ana asks to talk where she speaks to Priya and Marcus: it is on their lists, and on nobody else's."""

import pytest

from checkin import clock
from checkin.actions.give_back import refuse
from checkin.storage import staff
from checkin.storage.tables import db
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import alerts

ASKED = "Ana asked to talk."
OF_OTHERS = "This is for others who work here."
OF_JO = "jo is always in a mood with me"


@pytest.fixture
def asked(world: World, tablet: Tablet) -> World:
    """Ana's week, in which she wants to talk to someone soon; nothing more."""
    return wants_to_talk(tablet)


def wants_to_talk(tablet: Tablet, words: str = "", *, picks: str = "talk_soon") -> World:
    """Ana's week, with these words at its first question, and a talk soon, or what else she picks."""
    world = tablet.world
    tablet.open("/tablet/my-page")
    tablet.press("/begin", ("flow", "what_matters"))
    tablet.do("start")
    if words:
        tablet.do("my_words")
        tablet.write(words)
    for _ in range(30):
        forms = tablet.page.forms.values()
        buttons = [one for form in forms for one in form.buttons]
        if any(form.offers(picks) for form in forms):
            tablet.pick(picks)
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


def test_that_she_is_stuck_quotes_no_agreement_of_another_flow(world: World, tablet: Tablet):
    wants_to_talk(tablet, picks="stuck")
    (alert,) = [one for one in alerts(world) if one.title == "Ana said: I am stuck."]

    page = Desk(world, "priya").open(f"/staff/alerts/{alert.id}")

    assert "What Ana agreed" not in page
    assert "My morning" not in page


def test_by_its_address_lena_finds_nothing(asked: World):
    (alert,) = [one for one in alerts(asked, task=True) if one.title == ASKED]
    lena = Desk(asked, "lena")

    assert lena.client.get(f"/staff/alerts/{alert.id}").status_code == 404


def jo_is_told(world: World) -> str:
    """Nobody took it in time; return where Jo finds what it came from."""
    (alert,) = [one for one in alerts(world, task=True) if one.title == ASKED]
    world.go_to("2026-10-21 12:00")
    world.settle()
    return f"/staff/check-ins/{alert.check_in_id}"


def test_once_jo_is_told_she_has_it(asked: World):
    jo_is_told(asked)

    assert any(ASKED in words for words in asked.texts("+447700900104"))
    assert has_it(asked, "jo")
    assert not has_it(asked, "lena")


def test_once_it_is_late_she_reads_that_nobody_talked_to_her(asked: World, tablet: Tablet):
    assert "by Tuesday." in tablet.words
    for at in ("2026-10-21 12:00", "2026-10-22 12:00"):
        asked.go_to(at)
        words = tablet.open(tablet.at)
        assert "Nobody has talked to you yet. We are asking" in words
        assert "today" not in words


def test_told_of_the_talk_jo_opens_what_ana_said_only_with_a_reason(asked: World):
    said = jo_is_told(asked)

    jo = Desk(asked, "jo")
    assert OF_OTHERS in jo.open(said)
    jo.open("/staff/")
    jo.follow(ASKED)
    jo.press("/take")
    assert OF_OTHERS in jo.open(said)


def test_priya_cannot_talk_and_jo_has_the_talk_and_no_word_about_herself(
    world: World, tablet: Tablet
):
    wants_to_talk(tablet, OF_JO)
    end = tablet.at
    (talk,) = [one for one in alerts(world, task=True) if one.title == ASKED]
    with world.app.app_context():
        refuse(talk.id, world.cast.priya, clock.now())
    world.go_to("2026-10-19 17:30")

    jo = Desk(world, "jo")
    assert OF_JO not in jo.follow(ASKED)
    assert OF_OTHERS in jo.open(f"/staff/check-ins/{talk.check_in_id}")
    assert not any("/loops/" in action for action in jo.page.forms)
    assert OF_JO in Desk(world, "marcus").open(f"/staff/check-ins/{talk.check_in_id}")
    assert "Jo will talk to you by" in tablet.open(end)


def test_nobody_talked_in_time_and_ana_reads_that_jo_is_asked(asked: World, tablet: Tablet):
    end = tablet.at
    jo_is_told(asked)

    assert "Nobody has talked to you yet. We are asking Jo." in tablet.open(end)


def test_once_it_is_late_all_who_are_asked_to_talk_are_named(asked: World, tablet: Tablet):
    end = tablet.at
    with asked.app.app_context(), db.session.begin():
        here = staff.staff_by_id([asked.cast.jo, asked.cast.marcus])
        here[asked.cast.marcus].roles += here[asked.cast.jo].roles
    asked.go_to("2026-10-24 12:00")

    words = tablet.open(end)
    assert "Nobody has talked to you yet. We are asking Jo and Marcus." in words
