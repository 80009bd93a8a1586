"""What Ana reads afterwards is no more than is so: of a loop, a call that is over, a face."""

from checkin.storage import people
from checkin.storage.tables import CheckInRow, HouseRow, PersonRow, new_id
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.journeys.doors import MARCUS, Desk, Phone, Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_a_telling_is_of_its_sitting import of_her_own

GROUP_DAYS = ("sat",)  # Dev stays at home

WE_TELL = "We will tell you what we did."
OPENED = "We have your words. We will tell you what we do."


def tell(tablet: Tablet, *words: str) -> None:
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick("no_one")
    tablet.pick("wrong")
    if words:
        tablet.write(*words)
    else:
        tablet.do("skip")
    tablet.do("skip")
    tablet.pick("listen")
    tablet.do("send")
    tablet.pick("self")


def test_we_tell_what_we_did_only_where_something_is_decided(world: World, tablet: Tablet):
    tell(tablet)
    assert "will look at this" in tablet.words
    assert WE_TELL not in tablet.words

    tablet.open("/tablet/my-page")
    tell(tablet, "too loud at night")
    assert WE_TELL in tablet.words


def test_a_call_is_being_told_then_told_then_over(world: World, tablet: Tablet):
    tablet.open("/tablet/my-page")
    tablet.follow("Help")
    tablet.pick("person")
    assert "We are telling Lena and Marcus now." in tablet.words
    coming = tablet.at
    world.settle()
    of_ana = f"{coming}?person={world.cast.ana}"
    assert "We have told Lena and Marcus." in tablet.open(of_ana)
    Phone(world, MARCUS).arrives("ok")
    assert "Marcus knows." in tablet.open(of_ana)

    marcus = Desk(world, "marcus")
    (call,) = alerts(world)
    marcus.open(f"/staff/alerts/{call.id}")
    marcus.close("Spoke to them")

    assert "This call is over." in tablet.open(of_ana)
    assert "Marcus knows." not in tablet.words


def test_what_was_opened_is_not_called_unread(world: World, tablet: Tablet):
    of_her_own(world)
    own = Tablet(world, world.cast.house_tablet)
    own.open("/tablet/my-page")
    tell(own, "too loud at night")
    assert "Nobody has read this yet." in own.open("/tablet/you-said")

    (row,) = kept(world, CheckInRow, asks="tell_someone")
    Desk(world, "lena").open(f"/staff/check-ins/{row.id}")

    assert OPENED in own.open("/tablet/you-said")


def test_no_face_of_another_house_is_shown(world: World, tablet: Tablet):
    folder = world.app.installation.settings.data / "photos"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("ana.webp", "sam.webp"):
        (folder / name).write_bytes(b"a face")
    with world.app.app_context(), kept_together():
        other = new_id()
        people.put(HouseRow(id=other, name="Another house"))
        people.put(PersonRow(house_id=other, name="Sam", called="Sam", photo="sam.webp"))
        people.change(world.cast.ana, photo="ana.webp")

    with tablet.client.get("/tablet/photo/ana.webp") as shown:
        assert shown.status_code == 200
    assert tablet.client.get("/tablet/photo/sam.webp").status_code == 404
