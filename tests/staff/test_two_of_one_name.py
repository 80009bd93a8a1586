"""Two people called Dev live in one house: staff and the tablet tell them apart."""

from checkin import clock
from checkin.actions.call_for_help import call_for_help
from checkin.actions.enrol_device import add_device
from checkin.storage import people, what_was_sent
from checkin.storage.tables import PersonRow, new_id
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.staff.conftest import Desk
from tests.staff.happenings import the_alert


def another_dev(world: World) -> None:
    with world.app.app_context(), kept_together():
        row = PersonRow(id=new_id(), house_id=world.cast.house, name="Dev Adams", called="Dev")
        people.put(row)


def test_an_alert_says_which_dev_asked_on_the_list_and_in_the_message(
    world: World, priya: Desk
) -> None:
    another_dev(world)
    with world.app.app_context():
        call_for_help(world.cast.dev, clock.now())
    alert = the_alert(world, "help_or_not_ok")

    with world.app.app_context():
        bodies = [one.body for one in what_was_sent.messages_of_alert(alert.id)]
    assert alert.title.startswith("Dev R. asked for help")
    assert bodies
    assert all("Dev R. asked for help" in body for body in bodies)
    assert "Dev R. asked for help" in priya.see("/staff/")
    assert "Ring Dev R." in priya.see(f"/staff/alerts/{alert.id}")


def test_an_alert_from_before_the_second_dev_came_says_whose_it_is(
    world: World, priya: Desk
) -> None:
    with world.app.app_context():
        call_for_help(world.cast.dev, clock.now())
    before = priya.see("/staff/")
    another_dev(world)

    assert "Dev R." not in before
    assert "Dev R. · " in priya.see("/staff/")


def test_the_list_of_people_and_the_handover_name_both(world: World, priya: Desk) -> None:
    another_dev(world)

    for page in (priya.see("/staff/people"), priya.see("/staff/handover")):
        assert "Dev R.<" in page
        assert "Dev A.<" in page
        assert "Ana<" in page


def test_each_dev_finds_his_own_name_at_the_door_of_the_tablet(world: World) -> None:
    another_dev(world)
    with world.app.app_context(), kept_together():
        token = add_device(world.cast.house, None, "Lounge", world.cast.priya, clock.now())
    browser = world.app.test_client()
    browser.set_cookie("tablet_device", token, path="/tablet")

    page = browser.get("/tablet/").text

    assert '<span class="words">Dev R.</span>' in page
    assert '<span class="words">Dev A.</span>' in page
