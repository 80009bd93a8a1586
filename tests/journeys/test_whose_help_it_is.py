"""Help on a tablet of many is the call of whoever's page it was, and of nobody's check-in but theirs."""

from checkin.storage.tables import CheckInRow, db
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import alerts, steps
from tests.journeys.test_tell_someone import tell, told

GROUP_DAYS = ("sat",)
CRIED = "asked for help or is not OK."


def help_from(tablet: Tablet, check_in_id: str) -> str:
    """Press Help on the tablet's page of this check-in, as an address that was left open would."""
    tablet.open("/tablet/help")
    action = f"/tablet/check-in/{check_in_id}/help"
    form = next(one for one in tablet.page.forms.values() if one.action == "/tablet/help")
    form.action = action
    return tablet.press(action, ("choice", "person"))


def calls(world: World) -> list[tuple[str, str | None]]:
    """Return whose calls there are, and from which check-in."""
    return [
        (one.person_id, one.check_in_id) for one in alerts(world) if one.kind == "help_or_not_ok"
    ]


def test_devs_help_says_nothing_of_what_ana_tells(world: World, tablet: Tablet):
    tell(tablet)
    tablet.do("send")
    his = Tablet(world, world.cast.devs_phone)
    for _ in range(2):
        help_from(his, told(world).id)
    marcus = Desk(world, "marcus")
    marcus.take(f"Dev {CRIED}")

    assert calls(world) == [(world.cast.dev, None)]
    assert told(world).id not in marcus.page.html
    assert told(world).confirmed_by is None
    (his_call,) = [one for one in alerts(world) if one.person_id == world.cast.dev]
    assert [kind for _, kind, _ in steps(world, his_call)][:3] == ["opened", "telling", "again"]


def test_help_from_a_check_in_that_is_not_there_is_a_call(world: World, tablet: Tablet):
    words = help_from(tablet, "nonsense")
    again = help_from(tablet, "nonsense")

    assert "We have told Lena and Marcus." in words
    assert "We have told Lena and Marcus." in again
    assert calls(world) == [(world.cast.ana, None)]


def test_help_from_her_own_check_in_leads_staff_to_it(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    mine = told(world).id
    tablet.open(f"/tablet/check-in/{mine}/help")
    tablet.press("/help", ("choice", "person"))

    assert calls(world) == [(world.cast.ana, mine)]


def test_the_help_page_of_a_check_in_that_is_not_there_offers_help(world: World, tablet: Tablet):
    tablet.open("/tablet/check-in/nonsense/help")
    offered = tablet.words
    tablet.press("/help", ("choice", "person"))

    assert "In danger? Ring 999." in offered
    assert calls(world) == [(world.cast.ana, None)]


def test_help_opens_from_a_check_in_that_cannot_be_read(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    with world.app.app_context():
        db.session.get_one(CheckInRow, told(world).id).so_far = "broken"
        db.session.commit()
    tablet.open(f"{tablet.at}/help")
    tablet.press("/help", ("choice", "person"))

    assert "We have told Lena and Marcus." in tablet.words
    assert [whose for whose, _ in calls(world)] == [world.cast.ana]
