"""Help on a tablet of many is the call of whoever's page it was, and of nobody's check-in but theirs."""

import pytest

from checkin.storage.tables import CheckInRow, db
from tests.conftest import PASSWORD, World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import alerts, steps
from tests.journeys.test_own_devices import let_in
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


def sits_down(tablet: Tablet, person: str) -> None:
    tablet.open("/tablet/my-page")
    tablet.press("/not-me")
    tablet.press("/tablet/", ("person", person))


def words_of_calls(world: World) -> list[str]:
    return ["".join(one.what) for one in alerts(world) if one.kind == "help_or_not_ok"]


def test_her_page_left_open_calls_for_her_though_dev_sits_there(world: World, tablet: Tablet):
    tablet.open("/tablet/help")
    hers = tablet.page
    sits_down(tablet, world.cast.dev)
    for _ in range(2):
        tablet.page = hers
        tablet.press("/help", ("choice", "person"))
        assert "We are telling Lena and Marcus now." in tablet.words
    Desk(world, "lena").take(f"Ana {CRIED}")
    tablet.follow("Look again")

    assert calls(world) == [(world.cast.ana, None)]
    assert "The page was left open: somebody else may be there." in words_of_calls(world)[0]
    assert "Lena knows." in tablet.words


def test_pressed_again_after_staff_closed_it_it_is_a_call_of_hers_again(
    world: World, tablet: Tablet
):
    tablet.open("/tablet/help")
    hers = tablet.page
    sits_down(tablet, world.cast.dev)
    tablet.page = hers
    tablet.press("/help", ("choice", "person"))
    lena = Desk(world, "lena")
    lena.take(f"Ana {CRIED}")
    lena.close("They got the help they asked for", "Sat with her.")
    world.go_to("2026-10-19 15:05")
    tablet.page = hers
    tablet.press("/help", ("choice", "person"))

    assert calls(world) == [(world.cast.ana, None)] * 2
    assert "No one has answered yet." in tablet.words


def test_a_page_of_ana_on_devs_own_phone_is_his_call_and_says_whose_page(
    world: World, tablet: Tablet
):
    tablet.open("/tablet/help")
    his = Tablet(world, world.cast.devs_phone)
    his.page = tablet.page
    his.press("/help", ("choice", "person"))

    assert calls(world) == [(world.cast.dev, None)]
    assert "The page was of Ana." in words_of_calls(world)[0]


def test_where_nobody_can_be_told_the_page_says_so(world: World, tablet: Tablet):
    tablet.open("/tablet/help")
    turned_away = Tablet(world, "no such tablet")
    turned_away.page = tablet.page
    words = turned_away.press("/help", ("choice", "person"))

    assert calls(world) == []
    assert "We could not tell anyone. Please ring 999 if you are in danger." in words
    assert "We keep telling people" not in words


def test_where_nobody_sits_at_a_tablet_in_use_it_is_not_the_call_of_who_sat_there_last(
    world: World, tablet: Tablet
):
    tablet.open("/tablet/my-page")
    tablet.press("/not-me")
    words = tablet.client.post("/tablet/help", data={"choice": "person"}).get_data(as_text=True)

    assert calls(world) == []
    assert "We could not tell anyone." in words


def test_help_is_a_call_though_staff_signed_in_beside_the_page(world: World, tablet: Tablet):
    tablet.open("/tablet/help")
    hers = tablet.page
    desk = Desk.__new__(Desk)
    desk.__dict__ = {**tablet.__dict__}  # the same browser
    desk.open("/staff/sign-in")
    desk.press("/sign-in", email="lena@willow-court.example", password=PASSWORD)
    for _ in range(2):
        tablet.page = hers
        tablet.press("/help", ("choice", "person"))

    assert "We are telling Lena and Marcus now." in tablet.words
    assert calls(world) == [(world.cast.ana, None)]


@pytest.mark.parametrize(
    ("headers", "a_call"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Origin": "https://elsewhere.example"}, False),
        ({"Referer": "https://elsewhere.example/a"}, False),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "https://behind-a-proxy.example"}, True),
        ({"Origin": "http://localhost"}, True),
        ({"Origin": "null"}, True),
        ({}, True),
    ],
)
def test_a_page_of_another_site_calls_nobody_and_leads_to_help(
    world: World, tablet: Tablet, headers: dict[str, str], *, a_call: bool
):
    sent = {"person": world.cast.ana, "choice": "person"}
    answer = tablet.client.post("/tablet/help", data=sent, headers=headers)

    assert answer.status_code == 302
    assert answer.location.partition("?")[0] == (
        "/tablet/help/coming" if a_call else "/tablet/help"
    )
    assert bool(calls(world)) == a_call


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

    assert "We are telling Lena and Marcus now." in words
    assert "We are telling Lena and Marcus now." in again
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

    assert "We are telling Lena and Marcus now." in tablet.words
    assert [whose for whose, _ in calls(world)] == [world.cast.ana]


def own_pages(his: Tablet) -> tuple[str, str]:
    """Return what stands on My page, and on Help, of who has his call."""
    return his.open("/tablet/my-page"), his.open("/tablet/help")


def test_on_his_own_phone_who_has_his_call_stands_on_my_page_and_on_help(world: World):
    his = Tablet(world, world.cast.devs_phone)
    his.open("/tablet/help")
    his.press("/help", ("choice", "person"))
    waits = own_pages(his)
    marcus = Desk(world, "marcus")
    marcus.take(f"Dev {CRIED}")
    taken = own_pages(his)
    marcus.press("/give-back")
    back = own_pages(his)

    for my_page, its_help in (waits, taken, back):
        assert "Ring again" in its_help
        assert "We ring again at once." in its_help
        assert "Get " not in its_help
        assert (
            ("Marcus knows." in my_page) == ("Marcus knows." in its_help) == (my_page == taken[0])
        )
    assert all("No one has answered yet." in one for one in waits)
    assert all("No one has it now." in one for one in back)


def test_once_his_call_is_closed_nothing_of_it_stands_there(world: World):
    his = Tablet(world, world.cast.devs_phone)
    his.open("/tablet/help")
    his.press("/help", ("choice", "person"))
    marcus = Desk(world, "marcus")
    marcus.take(f"Dev {CRIED}")
    marcus.close("They got the help they asked for", "Rang him.")
    my_page, its_help = own_pages(his)

    assert "Marcus knows." not in my_page + its_help
    assert "This call is over." not in my_page
    assert "Ring again" not in its_help


def test_on_a_tablet_of_many_her_call_stands_neither_on_my_page_nor_on_help(
    world: World, tablet: Tablet
):
    tablet.open("/tablet/help")
    tablet.press("/help", ("choice", "person"))
    Desk(world, "marcus").take(f"Ana {CRIED}")
    sits_down(tablet, world.cast.ana)
    my_page, its_help = own_pages(tablet)

    assert "Marcus knows." not in my_page + its_help
    assert "ing again" not in its_help
    assert "We tell Marcus and Lena at once." in its_help


def test_beside_staff_his_call_does_not_stand_on_his_pages(world: World):
    his = Tablet(world, world.cast.devs_phone)
    his.open("/tablet/help")
    his.press("/help", ("choice", "person"))
    his.open("/staff/sign-in")
    his.press("/sign-in", email="marcus@willow-court.example", password=PASSWORD)

    assert "No one has answered yet." not in "".join(own_pages(his))


def test_on_a_browser_that_marcus_made_as_hers_her_call_stands_neither_on_my_page_nor_on_help(
    world: World, tablet: Tablet
):
    his = Tablet(world, let_in(world, world.cast.marcus))
    before = own_pages(his)
    tablet.open("/tablet/help")
    tablet.press("/help", ("choice", "person"))
    waits = own_pages(his)
    Desk(world, "lena").take(f"Ana {CRIED}")

    for page in (*waits, *own_pages(his)):
        assert "No one has answered yet." not in page
        assert "Lena knows." not in page
    assert "Get Marcus We tell Marcus and Lena at once." in before[1]
    assert {before[1], waits[1], his.words} == {before[1]}
