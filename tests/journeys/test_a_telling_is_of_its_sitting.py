"""What Ana began to tell on the tablet of many is there for nobody who sits down after her."""

import re

import pytest
from sqlalchemy import update

from checkin import clock
from checkin.actions.loops import decide_loop, mark_done
from checkin.actions.start_check_in import begin as start
from checkin.actions.take_answer import take_answer
from checkin.conversation.talking.said import DidIt, OwnWordsGiven, Picked, Send, Skip, Start
from checkin.storage.tables import AlertRow, CheckInRow, DeviceRow, LoopRow, MediaRow, db
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import kept

HIT = "Priya hits me at night"
HARD = "he pushed me in the kitchen"
NOT_SHOWN = "Staff are signed in here. So this is not shown."
BEGUN = "You began to tell us something. Go on."


def begin(tablet: Tablet, keep_from: str) -> str:
    """Tell as far as her words, and return where."""
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(keep_from)
    tablet.pick("hurt")
    tablet.write(HARD)
    return tablet.at


def next_one_taps_her_photo(tablet: Tablet) -> None:
    tablet.open("/tablet/")
    tablet.press("/tablet/", ("person", tablet.world.cast.ana))


def signed_in(world: World, who: str, device: str) -> Tablet:
    """A browser in which somebody of staff is signed in."""
    desk = Desk(world, who)
    desk.client.set_cookie("tablet_device", device, path="/tablet")
    tablet = Tablet(world, device)
    tablet.client = desk.client
    return tablet


def of_her_own(world: World) -> None:
    """From now on the tablet in the lounge is Ana's own."""
    with world.app.app_context(), kept_together():
        db.session.execute(
            update(DeviceRow).where(DeviceRow.person_id.is_(None)).values(person_id=world.cast.ana)
        )


def test_in_her_sitting_she_carries_on(world: World, tablet: Tablet):
    left = begin(tablet, world.cast.priya)

    assert BEGUN in tablet.open("/tablet/my-page")
    tablet.open(left)
    tablet.do("skip")
    tablet.pick("listen")
    assert HARD in tablet.words


@pytest.mark.parametrize("keep_from", ["priya", "no_one"])
def test_whoever_taps_her_photo_next_meets_nothing_of_it(
    world: World, tablet: Tablet, keep_from: str
):
    left = begin(tablet, getattr(world.cast, keep_from, keep_from))
    stop = f"{left}/throw-away"
    page = tablet.open(stop) and next(
        form for form in tablet.page.forms.values() if form.action.endswith("/throw-away")
    )
    fields = page.fields.to_dict()

    next_one_taps_her_photo(tablet)
    assert BEGUN not in tablet.words
    for address in ("", "/so-far", "/who-sees", "/stop", "/throw-away", "/own-words", "/time"):
        words = tablet.open(f"{left}{address}")
        assert "Hello Ana." in words
        assert HARD not in words
    assert "999" in tablet.open(f"{left}/help")
    for address, given in (
        ("/throw-away", {"choice": "throw_away"}),
        ("/stop", {"choice": "finish_now"}),
        ("/own-words", {"words": "never mind"}),
        ("", {"do": "change:not_who"}),
    ):
        tablet.client.post(f"{left}{address}", data={**fields, **given})
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    assert (row.sent_at, row.taken_back_at) == (None, None)
    assert HARD in (row.so_far or "")
    assert "never mind" not in (row.so_far or "")
    assert "thrown_away" not in (row.so_far or "")
    assert kept(world, AlertRow) == []


def test_begun_again_it_is_a_new_one(world: World, tablet: Tablet):
    begin(tablet, world.cast.priya)
    next_one_taps_her_photo(tablet)

    tablet.press("/tell-someone")
    tablet.do("start")

    assert "Who should we keep this from?" in tablet.words
    assert len(kept(world, CheckInRow, asks="tell_someone")) == 2


def test_on_a_device_of_her_own_she_carries_on_another_day(world: World, tablet: Tablet):
    left = begin(tablet, world.cast.priya)
    of_her_own(world)
    own = Tablet(world, world.cast.house_tablet)

    assert BEGUN in own.open("/tablet/my-page")
    own.open(left)
    own.do("skip")
    own.pick("listen")
    assert HARD in own.words


@pytest.mark.parametrize(("keep_from", "who", "there"), [
    ("priya", "priya", False), ("priya", "marcus", True), ("no_one", "priya", True),
])  # fmt: skip
def test_beside_whom_it_is_kept_from_it_is_never_there(
    world: World, tablet: Tablet, keep_from: str, who: str, *, there: bool
):
    left = begin(tablet, getattr(world.cast, keep_from, keep_from))
    of_her_own(world)
    beside = signed_in(world, who, world.cast.house_tablet)

    assert BEGUN not in beside.open("/tablet/my-page")  # beside nobody who works here
    assert (NOT_SHOWN not in beside.open(left)) == there
    assert (HARD in beside.open(f"{left}/so-far")) == there


def test_once_she_keeps_it_from_who_is_signed_in_it_is_gone_from_there(world: World):
    beside = signed_in(world, "priya", world.cast.house_tablet)
    next_one_taps_her_photo(beside)
    beside.press("/tell-someone")
    beside.do("start")
    at = beside.at

    beside.pick(world.cast.priya)

    assert "We kept what you said. Nobody has read it." in beside.words
    assert BEGUN not in beside.words
    assert NOT_SHOWN in beside.open(at)


def put_a_photo(world: World, left: str) -> str:
    """Put a photo to what she tells, and return where it is shown."""
    with world.app.app_context(), kept_together():
        photo = MediaRow(
            id="f" * 32, person_id=world.cast.ana, check_in_id=left.rsplit("/", 1)[-1],
            kind="photo", mimetype="image/webp", sha256="", size=1, at=clock.now(),
        )  # fmt: skip
        db.session.add(photo)
    path = world.app.installation.settings.data / "media" / "ff" / ("f" * 32)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    return f"/tablet/media/{'f' * 32}"


def test_a_file_of_it_is_of_its_sitting_too(world: World, tablet: Tablet):
    photo = put_a_photo(world, begin(tablet, "no_one"))

    with tablet.client.get(photo) as answer:
        assert answer.status_code == 200
    next_one_taps_her_photo(tablet)
    with tablet.client.get(photo) as answer:
        assert answer.status_code == 404


def tells_how_she_is(world: World) -> str:
    """Ana says in another flow that she is hit, and staff did something about it; the loop's id."""
    ana, now = world.cast.ana, clock.now()
    with world.app.app_context():
        said = start(ana, "how_i_am", "tablet", now).id
        for reply in (Start(), Picked(("not_good",)), OwnWordsGiven(HIT), Skip(), Send()):
            take_answer(said, reply, now)
        take_answer(said, DidIt("self"), now)
        (loop,) = kept(world, LoopRow)
        decide_loop(loop.id, world.cast.jo, "do", "We looked at it", now)
        mark_done(loop.id, world.cast.jo, "Ruth came", now)
    return loop.id


def test_words_of_being_hurt_stand_on_no_tablet_of_many_whatever_flow_they_came_in(
    world: World, tablet: Tablet
):
    tells_how_she_is(world)

    assert HIT not in tablet.open("/tablet/you-said")
    of_her_own(world)
    assert HIT in tablet.open("/tablet/you-said")


def _html(tablet: Tablet, path: str) -> str:
    tablet.open(path)
    return tablet.page.html


def test_what_does_not_stand_there_is_judged_by_nobody_there(world: World, tablet: Tablet):
    loop = tells_how_she_is(world)
    tablet.open("/tablet/you-said")
    mark = re.search(r'name="csrf_token" value="([^"]*)"', _html(tablet, "/tablet/my-page"))
    data = {"csrf_token": mark[1] if mark else "", "impact": "better"}

    tablet.client.post(f"/tablet/you-said/{loop}", data=data)
    assert kept(world, LoopRow)[0].impact is None

    of_her_own(world)
    tablet.client.post(f"/tablet/you-said/{loop}", data=data)
    assert kept(world, LoopRow)[0].impact == "better"
