"""What Ana read back is what is sent: a reading back that is left open sends nothing else."""

from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import Tablet
from tests.journeys.records import kept


def told(tablet: Tablet, kept_from: str) -> None:
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(kept_from)
    tablet.pick("complain")
    tablet.write("too loud at night")
    tablet.do("skip")
    tablet.pick("listen")


def test_send_on_an_old_reading_back_shows_the_new_one_and_sends_nothing(
    world: World, tablet: Tablet
):
    told(tablet, world.cast.priya)
    old = tablet.page
    assert "Not those you keep it from." in tablet.words
    tablet.do("change:not_who")
    tablet.pick("no_one")
    assert "Not those you keep it from." not in tablet.words

    tablet.page = old
    tablet.do("send")

    (row,) = kept(world, CheckInRow, asks="tell_someone")
    assert row.sent_at is None
    assert "Here is what you said." in tablet.words
    assert "That was an old page. Go on here." in tablet.words
    tablet.do("send")
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    assert row.sent_at


def test_send_pressed_twice_is_sent_once_and_says_nothing_of_an_old_page(
    world: World, tablet: Tablet
):
    told(tablet, world.cast.priya)
    shown = tablet.page
    tablet.do("send")
    first = kept(world, CheckInRow, asks="tell_someone")[0].sent_at

    tablet.page = shown
    tablet.do("send")

    assert "old page" not in tablet.words
    assert kept(world, CheckInRow, asks="tell_someone")[0].sent_at == first


def test_what_is_said_at_the_end_stands_on_no_side_page(world: World, tablet: Tablet):
    told(tablet, world.cast.priya)
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    tablet.do("send")

    for side in ("own-words", "own-words?way=write", "time"):
        assert "Priya" not in tablet.open(f"/tablet/check-in/{row.id}/{side}")
        assert tablet.at == f"/tablet/check-in/{row.id}"
