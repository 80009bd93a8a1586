"""Help pressed while the database is held is kept beside it, and rings once, as it was pressed."""

import json
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from checkin import clock
from checkin.actions import take_in as taking_in
from checkin.actions.take_in import hear_what_waits, take_in
from checkin.channels.tablet import getting_help
from checkin.channels.tablet.going import NEXT_PAGE
from checkin.installation import here
from checkin.storage import inbox
from checkin.storage.inbox import Came
from checkin.storage.tables import AlertRow, AlertStepRow, HelpPressRow, db
from tests.conftest import PASSWORD, World
from tests.faults.held import gone, held
from tests.journeys.doors import DEV, Browser, Desk, Tablet
from tests.journeys.pages import Page

KEPT = (
    "Your call for help is kept. Nobody knows of it yet. We will tell somebody as soon as we can."
)
STEPS = select(AlertStepRow).order_by(AlertStepRow.number)
Away = Callable[[], AbstractContextManager[None]]


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_in, "SECONDS", 0.3)
    monkeypatch.setattr("checkin.app.SECONDS", 0.3)


def _at_help(world: World) -> Tablet:
    tablet = Tablet(world, world.cast.house_tablet, world.cast.ana)
    tablet.open("/tablet/help")
    return tablet


def _press(tablet: Tablet) -> str:
    return tablet.press("/help", ("choice", "person"))


def _calls() -> list[AlertRow]:
    db.session.rollback()
    return list(db.session.scalars(select(AlertRow).where(AlertRow.group_key.startswith("help:"))))


def _waiting() -> int:
    return len(list(inbox.waiting(here().settings.data)))


@pytest.mark.parametrize("away", [held, gone])
def test_help_pressed_while_it_is_held_is_kept_and_rings_once_it_is_free(
    world: World, away: Away
) -> None:
    tablet = _at_help(world)
    pressed = clock.now()
    with world.app.app_context():
        with away():
            words = _press(tablet)
            assert KEPT in words
            assert "Ring 999" in words
        clock.stop_at(pressed + timedelta(minutes=3))
        assert _calls() == []

        hear_what_waits(clock.now())

        (call,) = _calls()
        (press,) = db.session.scalars(select(HelpPressRow))
        assert (call.person_id, call.opened_at) == (world.cast.ana, clock.now())
        assert (press.alert_id, press.at) == (call.id, pressed)
        assert "It was pressed at 09:00, and nobody could be told before." in call.what[0]
        assert _waiting() == 0


@pytest.mark.parametrize("away", [held, gone])
def test_the_page_looks_again_and_says_who_is_told_once_it_is_free(
    world: World, away: Away
) -> None:
    tablet = _at_help(world)
    with world.app.app_context():
        with away():
            sent = tablet.client.post("/tablet/help", data={"person": world.cast.ana})
            assert KEPT in tablet.open(sent.location)
        assert KEPT in tablet.open(sent.location)
        hear_what_waits(clock.now())

    assert "We are telling Lena and Marcus now. No one has answered yet." in tablet.open(
        sent.location
    )


@pytest.mark.parametrize("goes", ["POST", "GET"])
def test_what_it_says_can_be_heard_while_it_is_gone(world: World, goes: str) -> None:
    tablet = _at_help(world)
    data = {"person": world.cast.ana} if goes == "POST" else None
    with world.app.app_context(), gone():
        page = tablet.client.open("/tablet/help", method=goes, data=data, follow_redirects=True)
        (src,) = re.findall(r'<audio [^>]*src="([^"]+)"', page.get_data(as_text=True))
        with tablet.client.get(src) as sound:
            assert (sound.status_code, sound.mimetype) == (200, "audio/mpeg")


def test_where_a_script_asks_for_the_next_page_it_is_told_where_that_is(world: World) -> None:
    tablet = _at_help(world)
    with world.app.app_context(), gone():
        page = tablet.client.post(
            "/tablet/help", data={"person": world.cast.ana}, headers={"Accept": NEXT_PAGE}
        )
        assert KEPT in tablet.open(page.headers["Content-Location"])


def test_pressed_twice_while_it_is_held_is_one_call(world: World) -> None:
    tablet = _at_help(world)
    hers = tablet.page
    with world.app.app_context():
        with held():
            for _ in range(2):
                tablet.page = hers
                assert KEPT in _press(tablet)
        hear_what_waits(clock.now())

        (call,) = _calls()
        assert [one.kind for one in db.session.scalars(STEPS)].count("again") == 1
        assert [one.alert_id for one in db.session.scalars(select(HelpPressRow))] == [call.id] * 2


def test_a_press_that_was_heard_and_lies_there_still_counts_no_second_time(world: World) -> None:
    tablet = _at_help(world)
    hers = tablet.page
    with world.app.app_context():
        _press(tablet)
        with held():
            tablet.page = hers
            _press(tablet)
        (kept,) = inbox.waiting(here().settings.data)
        hear_what_waits(clock.now())
        inbox.put(here().settings.data, kept)
        hear_what_waits(clock.now())

        assert len(_calls()) == 1
        assert _waiting() == 0
        assert len(list(db.session.scalars(select(HelpPressRow)))) == 2
        assert [one.kind for one in db.session.scalars(STEPS)].count("again") == 1


def test_a_press_beside_a_text_for_help_is_one_call_in_the_order_they_came(world: World) -> None:
    his = Tablet(world, world.cast.devs_phone)
    his.open("/tablet/help")
    with world.app.app_context():
        with held():
            take_in(Came("SM" + "1" * 32, DEV, "HELP", pictures=False, at=clock.now()), clock.now())
            clock.stop_at(clock.now() + timedelta(seconds=5))
            assert KEPT in _press(his)
        hear_what_waits(clock.now())

        (call,) = _calls()
        assert call.person_id == world.cast.dev
        assert call.what == ["Pressed Help.", 'Dev: "HELP"']


@pytest.mark.parametrize("spoilt", ["cut off", "no device", "a folder"])
def test_a_spoilt_press_holds_up_no_other_and_is_never_thrown_away(
    world: World, spoilt: str
) -> None:
    tablet = _at_help(world)
    hers = tablet.page
    with world.app.app_context():
        with held():
            _press(tablet)
            _spoil(here().settings.data, spoilt)
            clock.stop_at(clock.now() + timedelta(seconds=5))
            tablet.page = hers
            _press(tablet)
        hear_what_waits(clock.now())

        assert len(_calls()) == 1
        assert len(list(db.session.scalars(select(HelpPressRow)))) == 1
        assert len(list((here().settings.data / "inbox").iterdir())) == 1


def _spoil(data: Path, how: str) -> None:
    (place,) = (data / "inbox").glob("*.json")
    words = place.read_text()
    if how == "a folder":
        place.unlink()
        place.mkdir()
    elif how == "no device":
        place.write_text(json.dumps({**json.loads(words), "device": None}))
    else:
        place.write_text(words[:-3])


def test_where_it_cannot_be_kept_the_page_says_that_nobody_was_told(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(inbox, "put", full)
    tablet = _at_help(world)
    with world.app.app_context(), held():
        tablet.press("/help", ("choice", "person"), status=503)

    assert "What you pressed was not kept, and nobody was told." in tablet.words
    assert "Ring 999" in tablet.words


@pytest.mark.parametrize("away", [held, gone])
def test_help_from_no_tablet_of_ours_is_not_kept_and_says_so(world: World, away: Away) -> None:
    hers = _at_help(world).page
    strange = Tablet(world, "no such tablet")
    strange.page = hers
    with world.app.app_context():
        with away():
            if away is gone:
                strange.client.delete_cookie("tablet_device", path="/tablet")
            assert "We could not tell anyone." in _press(strange)
        assert _waiting() == 0


def test_a_page_of_somebody_else_calls_for_whom_the_device_is(world: World) -> None:
    hers = _at_help(world).page
    his = Tablet(world, world.cast.devs_phone)
    his.page = hers
    with world.app.app_context():
        with gone():
            assert KEPT in _press(his)
        hear_what_waits(clock.now())

        (call,) = _calls()
        assert call.person_id == world.cast.dev
        assert "The page was of Ana." in call.what[0]


def test_where_another_press_was_lost_a_person_is_one_press_away(world: World) -> None:
    tablet = Tablet(world, world.cast.house_tablet, world.cast.ana)
    with world.app.app_context():
        with gone():
            page = tablet.client.get("/tablet/my-page")
            assert page.status_code == 503
            tablet.page = Page(page.get_data(as_text=True))
            assert KEPT in _press(tablet)
        hear_what_waits(clock.now())

        assert [one.person_id for one in _calls()] == [world.cast.ana]


def test_a_page_that_cannot_be_shown_says_that_nothing_is_lost_and_looks_again(
    world: World,
) -> None:
    tablet = Tablet(world, world.cast.house_tablet, world.cast.ana)
    with world.app.app_context(), gone():
        page = tablet.client.get("/tablet/my-page").get_data(as_text=True)

    assert "What you said before is kept." in page
    assert "not kept" not in page
    assert 'http-equiv="refresh"' in page


def test_help_that_rang_is_not_said_to_be_lost_where_the_next_page_cannot_be_shown(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: str) -> None:
        raise OperationalError("statement", {}, Exception("it is away"))

    tablet = _at_help(world)
    monkeypatch.setattr(getting_help, "help_coming", away)
    for headers in ({}, {"Accept": NEXT_PAGE}):
        sent = {"person": world.cast.ana}
        page = tablet.client.post(
            "/tablet/help", data=sent, headers=headers, follow_redirects=True
        ).get_data(as_text=True)
        assert "What you said before is kept." in page
        assert "not kept" not in page


def test_staff_who_sign_in_while_it_is_held_read_the_same_plain_page(world: World) -> None:
    desk = Desk.__new__(Desk)
    Browser.__init__(desk, world)
    desk.open("/staff/sign-in")
    with world.app.app_context(), held():
        desk.press("/sign-in", status=503, email="lena@willow-court.example", password=PASSWORD)

    assert "nobody was told" in desk.words
