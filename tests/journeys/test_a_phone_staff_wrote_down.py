"""Staff write down another phone for Dev, or one for Ana: it waits for somebody else who checks it."""

from checkin import clock
from checkin.actions.change_phone import change_phone_of_person
from checkin.actions.own_phones import check_phone, waits_to_be_checked
from checkin.storage.tables import PhoneChangeRow
from tests.conftest import World
from tests.journeys.doors import DEV, Desk, Phone
from tests.journeys.records import alerts, kept

GROUP_DAYS = ("sat",)  # Dev stays at home

OTHER = "+447700900777"
NOT_YOU = "Your number for Checkin was changed by Marcus. Not you? Text HELP."
NEW = "Dev has a new phone: 07700 900777."
CHECKED = "I checked this with Dev"


def write_down(world: World, phone: str | None = OTHER, *, by: str = "", whose: str = "") -> None:
    """Let Marcus, or another, write down a phone for Dev, or another."""
    with world.app.app_context():
        person, staff = whose or world.cast.dev, by or world.cast.marcus
        change_phone_of_person(person, phone, clock.now(), staff_id=staff)
    world.settle()


def waits(world: World, person: str) -> bool:
    with world.app.app_context():
        return waits_to_be_checked(person) is not None


def test_the_number_of_before_is_told_once(world: World):
    write_down(world)
    world.go_to("2026-10-19 12:00")

    assert world.texts(DEV).count(NOT_YOU) == 1
    assert NOT_YOU not in world.texts(OTHER)


def test_the_number_of_before_is_told_that_it_was_taken_away(world: World):
    write_down(world, None)

    assert NOT_YOU in world.texts(DEV)


def test_a_number_that_stopped_texts_is_told_nothing(world: World):
    Phone(world).arrives("STOP")
    write_down(world)

    assert NOT_YOU not in world.texts(DEV)


def test_another_who_leads_checks_it_and_not_who_wrote_it_down(world: World):
    write_down(world)

    (task,) = alerts(world, task=True)
    assert (task.title, task.for_staff) == (NEW, world.cast.jo)
    marcus, jo = Desk(world, "marcus"), Desk(world, "jo")
    page = f"/staff/people/{world.cast.dev}/how-asked"
    assert CHECKED not in marcus.open(page)
    assert "Marcus wrote down 07700 900777 on Mon 19 Oct." in marcus.words
    assert CHECKED in jo.open(page)
    jo.press("/checked")
    assert CHECKED not in jo.words
    (task,) = alerts(world, task=True)
    assert task.state == "closed"
    assert not waits(world, world.cast.dev)


def test_who_wrote_it_down_cannot_say_that_it_was_checked(world: World):
    write_down(world)
    (row,) = kept(world, PhoneChangeRow)
    with world.app.app_context():
        check_phone(row.id, world.cast.dev, world.cast.marcus, clock.now())

    assert waits(world, world.cast.dev)


def test_what_was_checked_is_not_the_number_that_came_after_it(world: World):
    write_down(world)
    (first,) = kept(world, PhoneChangeRow)
    world.go_to("2026-10-19 09:05")
    write_down(world, "+447700900778")
    with world.app.app_context():
        check_phone(first.id, world.cast.dev, world.cast.jo, clock.now())

    assert waits(world, world.cast.dev)
    assert [one.state for one in alerts(world, task=True)] == ["closed", "open"]


def test_taking_a_phone_away_is_checked_too(world: World):
    write_down(world, None)

    (task,) = [one for one in alerts(world, task=True) if one.kind == "own_phone"]
    assert (task.title, task.what[0]) == ("Dev has no phone now.", "Marcus took it away.")


def test_a_first_phone_for_ana_is_checked_too(world: World):
    write_down(world, whose=world.cast.ana)

    (task,) = alerts(world, task=True)
    assert task.title == "Ana has a new phone: 07700 900777."
    assert waits(world, world.cast.ana)


def test_a_number_written_down_by_who_sets_checkin_up_waits_for_nobody(world: World):
    with world.app.app_context():
        change_phone_of_person(world.cast.dev, OTHER, clock.now())

    assert alerts(world, task=True) == []
    assert not waits(world, world.cast.dev)
