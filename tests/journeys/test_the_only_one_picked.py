"""Ana picks Priya alone, who cannot do it, or does not answer: the next is asked, and Ana reads who."""

import pytest

from checkin import clock
from checkin.actions.close_alert import close_alert
from checkin.actions.ends_with_promise import StillOpenError
from checkin.actions.loops import decide_loop, tell_loop
from checkin.storage.tables import CheckInRow, LoopRow
from tests.conftest import World
from tests.journeys.doors import JO, LENA, MARCUS, Desk, Phone, Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_a_telling_is_of_its_sitting import of_her_own

GROUP_DAYS = ("sat",)  # Dev stays at home

PRIYA = "+447700900101"
LEAD, ADVOCACY = "+447700900301", "+447700900302"
LOUD = "too loud at night"


def tell(tablet: Tablet, *kept_from: str) -> None:
    """Complain, to Priya alone."""
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(*(kept_from or ("no_one",)))
    tablet.pick("complain")
    tablet.write(LOUD)
    tablet.pick(tablet.world.cast.priya)
    tablet.pick("listen")
    tablet.do("send")
    tablet.pick("self")


def told(world: World) -> set[str]:
    return {one.number for one in world.sent}


def test_who_leads_is_asked_when_she_cannot(world: World, tablet: Tablet):
    of_her_own(world)
    own = Tablet(world, world.cast.house_tablet)
    own.open("/tablet/my-page")
    tell(own)
    world.settle()
    assert told(world) == {PRIYA}

    Phone(world, PRIYA).arrives("cant")

    assert told(world) == {PRIYA, JO}
    assert "Jo will look at this" in own.open(own.at)
    assert "Priya cannot do it. We asked Jo." in own.open("/tablet/you-said")
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    assert LOUD in Desk(world, "jo").open(f"/staff/check-ins/{row.id}")
    for who in ("marcus", "lena"):
        assert Desk(world, who).client.get(f"/staff/check-ins/{row.id}").status_code == 404


def test_who_leads_is_asked_when_she_does_not_answer(world: World, tablet: Tablet):
    tell(tablet)
    world.go_to("2026-10-21 12:00")

    assert {PRIYA, JO} <= told(world)
    assert not {MARCUS, LENA} & told(world)


def test_jo_who_took_it_opens_it_still(world: World, tablet: Tablet):
    tell(tablet)
    world.go_to("2026-10-21 12:00")
    alert = next(one for one in alerts(world) if one.kind == "told")
    jo = Desk(world, "jo")
    jo.open(f"/staff/alerts/{alert.id}")

    taken = jo.press("/take")

    assert "You have it since" in taken
    assert LOUD in jo.open(f"/staff/check-ins/{alert.check_in_id}")
    assert Desk(world, "marcus").client.get(f"/staff/alerts/{alert.id}").status_code == 404


def test_where_nobody_here_is_left_those_outside_are_asked(world: World, tablet: Tablet):
    tell(tablet, world.cast.jo, world.cast.marcus, world.cast.lena)
    world.settle()
    already = told(world)
    Phone(world, PRIYA).arrives("cant")

    assert {LEAD, ADVOCACY} <= told(world)
    assert JO not in told(world)
    assert already


def test_what_stands_on_no_tablet_of_many_is_told_to_her_in_person(world: World, tablet: Tablet):
    tell(tablet)
    world.settle()
    Phone(world, PRIYA).arrives("ok")
    (loop,) = kept(world, LoopRow)
    with world.app.app_context():
        decide_loop(loop.id, world.cast.priya, "do", "We close the door at ten.", clock.now())

    task = next(one for one in alerts(world, task=True) if one.kind == "tell_in_person")
    assert (task.title, task.for_staff) == ("Tell Ana yourself what we decided.", world.cast.priya)
    assert task.title in Desk(world, "priya").words
    assert task.title not in Desk(world, "marcus").words
    assert task.title not in Desk(world, "jo").words
    world.go_to("2026-10-22 12:00")
    assert JO in told(world)  # Priya took what she told, and logged no step in time
    assert task.title in Desk(world, "jo").words
    assert task.title not in Desk(world, "marcus").words

    with world.app.app_context():
        for _ in range(2):
            tell_loop(loop.id, clock.now())
    (task,) = (one for one in alerts(world, task=True) if one.kind == "tell_in_person")
    assert task.state == "closed"


def test_who_closes_that_task_has_told_ana_nothing(world: World, tablet: Tablet):
    tell(tablet)
    (loop,) = kept(world, LoopRow)
    with world.app.app_context():
        decide_loop(loop.id, world.cast.priya, "do", "We close the door at ten.", clock.now())
    (task,) = (one for one in alerts(world, task=True) if one.kind == "tell_in_person")
    priya = Desk(world, "priya")
    priya.open(f"/staff/alerts/{task.id}")
    priya.press("/take")

    assert "It is on the list until somebody says that they told them." in priya.words
    with world.app.app_context(), pytest.raises(StillOpenError):
        close_alert(task.id, world.cast.priya, "Done", "", clock.now())
    (still,) = (one for one in alerts(world, task=True) if one.kind == "tell_in_person")
    assert still.state == "claimed"


def test_on_a_device_of_her_own_she_reads_it_there(world: World, tablet: Tablet):
    of_her_own(world)
    own = Tablet(world, world.cast.house_tablet)
    own.open("/tablet/my-page")
    tell(own)
    (loop,) = kept(world, LoopRow)
    with world.app.app_context():
        decide_loop(loop.id, world.cast.priya, "do", "We close the door at ten.", clock.now())

    assert not [one for one in alerts(world, task=True) if one.kind == "tell_in_person"]
    assert "We close the door at ten." in own.open("/tablet/you-said")


@pytest.mark.parametrize("kind", ["idea", ""])
def test_priya_is_told_of_an_idea_within_the_hour_and_then_who_leads(
    world: World, tablet: Tablet, kind: str
):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick("no_one")
    tablet.pick(kind) if kind else tablet.do("skip")
    tablet.write(LOUD)
    tablet.pick(world.cast.priya)
    tablet.pick("listen")
    tablet.do("send")
    tablet.pick("self")
    world.go_to("2026-10-19 15:50")
    assert told(world) == set()
    world.go_to("2026-10-19 17:00")
    assert told(world) == {PRIYA}

    world.go_to("2026-10-22 12:00")

    unread = [one for one in alerts(world) if one.kind == "unread_words"]
    assert [one.title for one in unread] == [
        "Ana told a few of you something. Nobody has read it yet."
    ]
    assert {PRIYA, JO} <= told(world)
    assert not {MARCUS, LENA} & {one.number for one in world.sent if "Ana told" in one.body}
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    Desk(world, "jo").open(f"/staff/check-ins/{row.id}")
    (unread,) = (one for one in alerts(world) if one.kind == "unread_words")
    assert unread.state == "closed"


def test_what_is_on_her_list_to_be_read_is_not_told_to_her_twice(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick("no_one")
    tablet.do("my_words")
    tablet.write("the tap in my room drips all night")
    tablet.do("next")
    tablet.do("skip")
    tablet.pick(world.cast.priya)
    tablet.pick("listen")
    tablet.do("send")
    tablet.pick("self")
    world.go_to("2026-10-19 19:00")

    assert [one.kind for one in alerts(world, task=True)] == ["free_message"]
    assert alerts(world, task=False) == []


def test_what_priya_opened_in_time_is_not_asked_for(world: World, tablet: Tablet):
    tell(tablet)
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    Desk(world, "priya").open(f"/staff/check-ins/{row.id}")
    world.go_to("2026-10-23 12:00")

    assert not [one for one in alerts(world) if one.kind == "unread_words"]
