"""Priya cannot ring the advocate: that is handed on, and not what Ana told Priya alone."""

import pytest

from checkin import clock
from checkin.actions.give_back import refuse
from checkin.actions.take_alert import take_alert
from checkin.storage import staff as staff_kept
from checkin.storage.outside import contacts_of
from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_a_telling_is_of_its_sitting import of_her_own

GROUP_DAYS = ("sat",)  # Dev stays at home

LOUD, OF_JO = "too loud at night", "i was with jo and it was too loud"
OUTSIDE = "The advocacy service and the safeguarding lead"
ERRAND = "Ana asks for their advocate."
NOT_THERE = 404


@pytest.fixture
def own(world: World, tablet: Tablet) -> Tablet:
    """A tablet of Ana's own, where she may look back."""
    of_her_own(world)
    own = Tablet(world, world.cast.house_tablet)
    own.open("/tablet/my-page")
    return own


def tell(own: Tablet, words: str = LOUD, *, keep: str = "no_one", want: str = "advocate") -> str:
    """Complain, to Priya alone; return what she reads before she sends it."""
    own.press("/tell-someone")
    own.do("start")
    own.pick(keep)
    own.pick("complain")
    own.write(words)
    own.pick(own.world.cast.priya)
    own.pick(want)
    before = own.words
    own.do("send")
    own.pick("self")
    return before


def cannot(world: World, kind: str, who: str = "") -> None:
    """Priya, or another, says that they cannot do one thing of it."""
    (one,) = (alert for alert in (*alerts(world), *alerts(world, task=True)) if alert.kind == kind)
    with world.app.app_context():
        refuse(one.id, who or world.cast.priya, clock.now())


def check_in(world: World) -> str:
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    return f"/staff/check-ins/{row.id}"


def status(world: World, who: str, address: str) -> int:
    return Desk(world, who).client.get(address).status_code


def test_jo_rings_the_advocate_and_reads_no_word(world: World, own: Tablet):
    tell(own)
    cannot(world, "advocate_asked")

    jo = Desk(world, "jo")
    assert ERRAND in jo.words
    assert "I want to complain" not in jo.words
    jo.follow(ERRAND)
    assert LOUD not in jo.words
    assert "check-ins/" not in jo.page.html
    assert status(world, "jo", check_in(world)) == NOT_THERE


def test_ana_reads_who_does_which(world: World, own: Tablet):
    tell(own)
    end = own.at
    cannot(world, "advocate_asked")

    words = own.open(end)
    assert "Priya will look at this today. Jo will ring your advocate today." in words
    assert "Priya cannot ring your advocate. We asked Jo." in own.open("/tablet/you-said")
    seen = own.open(f"{end}/who-sees")
    assert "Priya will see this." in seen
    assert "Jo" not in seen


def test_who_cannot_do_the_words_too_lets_jo_read_them_and_ana_reads_so(world: World, own: Tablet):
    before = tell(own)
    end = own.at
    cannot(world, "advocate_asked")
    cannot(world, "told")

    assert "If Priya cannot, Jo will read this." in before
    assert LOUD in Desk(world, "jo").open(check_in(world))
    assert "Jo and Priya will see this." in own.open(f"{end}/who-sees")
    assert status(world, "marcus", check_in(world)) == NOT_THERE


def test_a_talk_that_priya_cannot_have_is_no_reading(world: World, own: Tablet):
    tell(own, want="talk")
    end = own.at
    cannot(world, "ask_to_talk")

    assert "Ana asked to talk." in Desk(world, "jo").words
    assert status(world, "jo", check_in(world)) == NOT_THERE
    assert "Jo will talk to you by" in own.open(end)


@pytest.mark.parametrize("kind", ["told", "advocate_asked"])
def test_nothing_of_a_complaint_about_jo_goes_to_jo(world: World, own: Tablet, kind: str):
    before = tell(own, OF_JO)
    end = own.at
    before_jo = Desk(world, "jo").words
    cannot(world, kind)

    assert f"If Priya cannot, {OUTSIDE[0].lower()}{OUTSIDE[1:]} will read this." in before
    jo = Desk(world, "jo")
    assert jo.words == before_jo
    assert status(world, "jo", check_in(world)) == NOT_THERE
    for one in alerts(world):
        assert status(world, "jo", f"/staff/alerts/{one.id}") == NOT_THERE
    does = "look at this" if kind == "told" else "ring your advocate"
    assert f"{OUTSIDE} will {does} today." in own.open(end)


def test_nobody_answers_a_complaint_about_jo_and_it_is_not_jo_who_is_asked(
    world: World, own: Tablet
):
    tell(own, OF_JO)
    world.go_to("2026-10-22 12:00")

    assert status(world, "jo", check_in(world)) == NOT_THERE
    (told,) = (one for one in alerts(world) if one.kind == "told")
    assert status(world, "office@advocacy.example", f"/staff/alerts/{told.id}") == 200


def test_kept_from_jo_before_it_is_sent_it_is_said_to_go_outside(world: World, own: Tablet):
    before = tell(own, keep=world.cast.jo)

    assert "If Priya cannot, Jo" not in before


def test_once_all_who_were_asked_cannot_nobody_of_them_is_named_as_asked(world: World, own: Tablet):
    tell(own)
    with world.app.app_context():
        here = staff_kept.staff_of_houses([world.cast.house])
        outside = contacts_of([world.cast.house])[world.cast.house]
        others = [one.id for one in (*here, *outside)]
    cannot(world, "advocate_asked")
    assert "We asked Jo." in own.open("/tablet/you-said")

    for who in others:
        cannot(world, "advocate_asked", who)

    assert "We asked" not in own.open("/tablet/you-said")


def test_once_all_who_may_cannot_she_reads_that_nobody_can_yet(world: World, own: Tablet):
    tell(own)
    with world.app.app_context():
        here = staff_kept.staff_of_houses([world.cast.house])
        outside = contacts_of([world.cast.house])[world.cast.house]
        others = [one.id for one in (*here, *outside) if one.id != world.cast.priya]
    for who in (world.cast.priya, *others):  # who is asked in her place may say so then
        assert "Nobody can do this yet." not in own.open("/tablet/you-said")
        cannot(world, "advocate_asked", who)

    page = own.open("/tablet/you-said")
    assert "Nobody can do this yet. We keep trying." in page
    assert "will ring your advocate" not in page
    (one,) = (row for row in alerts(world) if row.kind == "advocate_asked")
    with world.app.app_context():
        take_alert(one.id, world.cast.priya, clock.now())
    assert "Nobody can do this yet." not in own.open("/tablet/you-said")
