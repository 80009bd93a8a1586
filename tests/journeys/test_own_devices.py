"""A device let in as Ana's own: a manager is told, what she told before is not there, she can deny it."""

from checkin import clock
from checkin.actions.enrol_device import enrol, make_code
from checkin.actions.own_devices import clear_device, say_it_is_theirs
from checkin.storage import devices
from checkin.storage.tables import AlertRow, CheckInRow
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_who_answered import csrf

GROUP_DAYS = ("sat",)  # Dev stays at home

PHONE = "Ana's phone"
HARD = "he pushed me in the kitchen"
HELD_BACK = "Some things you told us before are not shown on this device."
JO_IS_TOLD = "Ana has a new device of their own: Ana's phone."
NOT_HERS = "Ana says that a device is not theirs: Ana's phone."


def known(world: World, by: str, *, second: str, label: str = PHONE) -> str:
    """Let in a device as Ana's own, which she and a second one say is hers; return its token."""
    token = let_in(world, by, label)
    with world.app.app_context():
        lounge, own = (devices.device_by_token(one) for one in (world.cast.house_tablet, token))
        assert lounge
        assert own
        say_it_is_theirs(world.cast.ana, own.id, lounge, clock.now())
        clear_device(own.id, second, clock.now())
    return token


def let_in(world: World, by: str, label: str = PHONE) -> str:
    """Let in a device as Ana's own, and return its token."""
    cast = world.cast
    with world.app.app_context():
        now = clock.now()
        code = make_code(cast.house, label, by, now, person_id=cast.ana)
        token = enrol(code, now, door="here")
    assert token
    return token


def tell(own: Tablet) -> None:
    """Tell, and send it, kept from Priya."""
    own.press("/tell-someone")
    own.do("start")
    own.pick(own.world.cast.priya)
    own.pick("wrong")
    own.write(HARD)
    own.do("skip")
    own.pick("listen")
    own.do("send")
    own.pick("self")


def test_a_manager_is_asked_to_look_at_each_device_of_her_own(world: World):
    let_in(world, world.cast.marcus)

    (task,) = alerts(world, task=True)
    assert (task.title, task.task, task.for_staff) == (JO_IS_TOLD, True, world.cast.jo)
    assert task.what[0] == "Marcus let it in."
    assert JO_IS_TOLD in Desk(world, "jo").words


def test_a_tablet_of_many_is_no_task(world: World):
    with world.app.app_context():
        now = clock.now()
        enrol(make_code(world.cast.house, "Kitchen", world.cast.priya, now), now, door="here")

    assert kept(world, AlertRow) == []


def test_what_she_told_before_a_device_was_let_in_is_not_there(world: World):
    first = Tablet(world, known(world, world.cast.marcus, second=world.cast.jo))
    tell(first)
    first.open("/tablet/my-page")
    first.press("/tell-someone")
    first.do("start")
    first.pick(world.cast.priya)
    begun = first.at
    world.go_to("2026-10-19 17:00")

    second = Tablet(world, known(world, world.cast.jo, second=world.cast.marcus, label="New"))

    assert "You began to tell us something." in first.open("/tablet/my-page")
    assert HARD in first.open("/tablet/you-said")
    assert "You began to tell us something." not in second.open("/tablet/my-page")
    assert HARD not in second.open("/tablet/you-said")
    assert HELD_BACK in second.words
    assert HELD_BACK not in first.open("/tablet/you-said")
    assert "Who should we keep this from?" not in second.open(begun)
    for row in kept(world, CheckInRow, asks="tell_someone"):
        assert HARD not in second.open(f"/tablet/check-in/{row.id}")
    tell(second)
    assert HARD in second.open("/tablet/you-said")


def test_where_nothing_was_told_it_does_not_say_that_something_is_held_back(world: World):
    own = Tablet(world, known(world, world.cast.marcus, second=world.cast.jo))

    assert "Nothing is here yet." in own.open("/tablet/you-said")
    assert HELD_BACK not in own.words


def test_she_says_that_it_is_not_hers_and_it_is_turned_away(world: World, tablet: Tablet):
    token = let_in(world, world.cast.marcus)
    tablet.open("/tablet/how-i-use-this")
    tablet.follow("Your devices")
    assert "Ana's phone" in tablet.words

    tablet.follow("This is not mine")
    assert "Ana's phone. Is it not yours?" in tablet.words
    assert "Marcus let it in on Monday 19 October at " in tablet.words
    tablet.press("/not-mine", ("choice", "no"))

    assert "No device is yours alone." in tablet.words
    with world.app.app_context():
        assert devices.device_by_token(token) is None
    assert {one.title: one.state for one in kept(world, AlertRow)} == {
        JO_IS_TOLD: "closed",
        NOT_HERS: "open",
    }


def test_said_twice_it_is_told_once_and_nobody_denies_a_device_of_another(
    world: World, tablet: Tablet
):
    let_in(world, world.cast.marcus)
    with world.app.app_context():
        (hers,) = devices.devices_of_person(world.cast.ana)
        (devs,) = devices.devices_of_person(world.cast.dev)
    tablet.open("/tablet/my-devices")
    tablet.follow("This is not mine")
    form = next(dict(one.fields) for one in tablet.page.forms.values() if "person" in one.fields)

    for device in (hers.id, hers.id, devs.id):
        address = f"/tablet/my-devices/{device}/not-mine"
        tablet.client.post(address, data={**form, "choice": "no"})

    with world.app.app_context():
        assert [one.id for one in devices.devices_of_person(world.cast.dev)] == [devs.id]
    assert [one.title for one in alerts(world)].count(NOT_HERS) == 1


def test_a_press_that_does_not_show_which_device_turns_none_away(world: World, tablet: Tablet):
    let_in(world, world.cast.marcus)
    with world.app.app_context():
        (hers,) = devices.devices_of_person(world.cast.ana)
    tablet.open("/tablet/my-devices")
    data = {**csrf(tablet), "person": world.cast.ana, "device": hers.id}
    tablet.client.post("/tablet/my-devices", data=data)
    tablet.open("/tablet/my-devices")
    tablet.follow("This is not mine")
    tablet.follow("Keep it")

    assert "Ana's phone" in tablet.words
    assert NOT_HERS not in [one.title for one in alerts(world)]


def test_on_the_device_itself_she_reads_that_it_is_the_one_she_holds(world: World):
    own = Tablet(world, known(world, world.cast.marcus, second=world.cast.jo))
    own.open("/tablet/my-devices")
    own.follow("This is not mine")

    assert "It is the one you hold now." in own.words
