"""Ana's finger taps twice, and styles do not come: what she has not seen yet takes no press."""

import pytest

from checkin import clock
from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_a_telling_is_of_its_sitting import HARD, begin
from tests.journeys.test_own_devices import let_in
from tests.journeys.test_said_before_at_a_tablet_of_many import staff_come_and_go, taps_her_photo
from tests.journeys.test_whose_device import ASKED, the_phone

GROUP_DAYS = ("sat",)  # Dev stays at home

ONCE_MORE = "Tap once more."


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Whoever taps taps twice within the same tenth of a second."""
    monkeypatch.setattr(clock, "watch", lambda: 5.0)
    return monkeypatch


def the_telling(world: World) -> CheckInRow:
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    return row


def test_tapped_twice_her_photo_sends_nothing(
    world: World, tablet: Tablet, at_once: pytest.MonkeyPatch
):
    left = begin(tablet, world.cast.priya)
    staff_come_and_go(tablet)
    tablet.open(left)
    taps_her_photo(tablet)

    tablet.press("/stop", ("choice", "finish_now"))
    assert ONCE_MORE in tablet.words
    assert the_telling(world).sent_at is None
    assert alerts(world) == []
    at_once.setattr(clock, "watch", lambda: 5.6)
    assert "It is sent." in tablet.press("/stop", ("choice", "finish_now"))


def test_tapped_twice_throw_away_throws_nothing_away(
    world: World, tablet: Tablet, at_once: pytest.MonkeyPatch
):
    begin(tablet, world.cast.priya)
    tablet.do("stop")
    tablet.press("/stop", ("choice", "throw_away"))

    tablet.press("/throw-away", ("choice", "throw_away"))
    assert ONCE_MORE in tablet.words
    assert HARD in (the_telling(world).so_far or "")
    at_once.setattr(clock, "watch", lambda: 5.6)
    assert "It is gone." in tablet.press("/throw-away", ("choice", "throw_away"))


def test_tapped_twice_is_this_yours_says_nothing(
    world: World, tablet: Tablet, at_once: pytest.MonkeyPatch
):
    let_in(world, world.cast.marcus)
    tablet.open("/tablet/my-page")
    tablet.follow(ASKED)

    tablet.press("", ("choice", "yes"))
    assert ONCE_MORE in tablet.words
    assert the_phone(world).theirs_at is None
    at_once.setattr(clock, "watch", lambda: 5.6)
    tablet.press("", ("choice", "yes"))
    assert the_phone(world).theirs_at


def test_that_it_was_given_long_ago_is_nobody_elses_to_say(
    world: World, tablet: Tablet, at_once: pytest.MonkeyPatch
):
    let_in(world, world.cast.marcus)
    tablet.open("/tablet/my-page")
    tablet.follow(ASKED)
    form = next(one for one in tablet.page.forms.values() if "given" in one.fields)
    data = {**form.fields.to_dict(), "given": "1", "choice": "yes"}
    tablet.client.post(f"/tablet/my-devices/{the_phone(world).id}", data=data)

    assert the_phone(world).theirs_at is None
