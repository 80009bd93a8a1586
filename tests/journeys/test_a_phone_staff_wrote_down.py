"""Staff write down another phone for Dev, or one for Ana: it waits for somebody else who checks it."""

import pytest

from checkin import clock
from checkin.actions.change_phone import change_phone_of_person
from checkin.actions.note_receipt import note_receipt
from checkin.actions.own_phones import check_phone, waits_to_be_checked
from checkin.actions.whose_phone import NumberTakenError
from checkin.storage import people, staff
from checkin.storage.tables import AlertRow, MessageRow, PhoneChangeRow
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.journeys.doors import DEV, Desk, Phone
from tests.journeys.records import alerts, kept, steps

OUTSIDE = "+447700900301"
NOBODY_LEADS = (
    "Marcus changed the phone of Dev. Nobody else who leads is here to check it. "
    "Ask Dev if that was right."
)
GROUP_DAYS = ("sat",)  # Dev stays at home

OTHER = "+447700900777"
NOT_YOU = "Your number for Checkin was changed by Marcus. Not you? Text HELP."
NEW = "Dev has a new phone: 07700 900777."
FROM_NEW = "From 07700 900777, which Marcus wrote down on Mon 19 Oct."
CHECKED = "I checked this with Dev"


def write_down(world: World, phone: str | None = OTHER, *, by: str = "", whose: str = "") -> None:
    """Let Marcus, or another, write down a phone for Dev, or another."""
    with world.app.app_context():
        person, staff_id = whose or world.cast.dev, by or world.cast.marcus
        change_phone_of_person(person, phone, clock.now(), staff_id=staff_id)
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


def test_what_comes_from_it_says_who_wrote_it_down_until_it_is_checked(world: World):
    write_down(world)
    Phone(world, OTHER).text("2026-10-19 09:10", "i want to move out")

    jo = Desk(world, "jo")
    texts, said = f"/staff/people/{world.cast.dev}/texts", f"/staff/people/{world.cast.dev}/said"
    assert FROM_NEW in jo.open(texts)
    assert FROM_NEW in jo.open(said)
    (read,) = (one for one in alerts(world, task=True) if one.kind == "free_message")
    assert FROM_NEW in jo.open(f"/staff/alerts/{read.id}")
    jo.open(f"/staff/people/{world.cast.dev}/how-asked")
    jo.press("/checked")
    assert FROM_NEW not in jo.open(texts)
    assert FROM_NEW not in jo.open(said)
    assert FROM_NEW not in jo.open(f"/staff/alerts/{read.id}")


def test_help_from_it_rings_and_says_who_wrote_it_down(world: World):
    write_down(world, whose=world.cast.ana)
    Phone(world, OTHER).text("2026-10-19 09:10", "HELP")

    (call,) = alerts(world)
    assert (call.kind, call.person_id) == ("help_or_not_ok", world.cast.ana)
    page = Desk(world, "jo").open(f"/staff/alerts/{call.id}")
    assert FROM_NEW in page
    assert "Go to Ana: nobody checked their phone." in page
    assert "Marcus wrote down 07700 900777" in page


def tell(world: World) -> AlertRow:
    """Let Dev tell by text of a hurt, before Marcus writes down another phone."""
    Phone(world).arrives("marcus hit me")
    world.go_to("2026-10-19 09:05")
    write_down(world)
    (told,) = alerts(world)
    return told


def test_news_of_what_was_told_before_goes_to_no_number_that_nobody_checked(world: World):
    told = tell(world)
    world.go_to("2026-10-19 10:00")
    lena = Desk(world, "lena")
    lena.open(f"/staff/alerts/{told.id}")
    lena.press("/take")
    world.settle()

    assert world.texts(OTHER) == []
    assert "has what you told us" not in world.texts(DEV)[-1]


def test_news_of_it_goes_to_the_number_that_was_checked(world: World):
    told = tell(world)
    (row,) = kept(world, PhoneChangeRow)
    with world.app.app_context():
        check_phone(row.id, world.cast.dev, world.cast.jo, clock.now())
    lena = Desk(world, "lena")
    lena.open(f"/staff/alerts/{told.id}")
    lena.press("/take")
    world.settle()

    assert "Lena has what you told us" in world.texts(OTHER)[-1]


def test_no_words_from_it_go_on_with_what_was_told_before(world: World):
    told = tell(world)
    Phone(world, OTHER).text("2026-10-19 09:10", "i made it up about marcus")

    assert "Thank you for telling us more" not in " ".join(world.texts(OTHER))
    assert "They texted more." not in [words for _, _, words in steps(world, told)]


def test_the_same_hurt_from_it_does_not_say_that_it_was_told_before(world: World):
    tell(world)
    Phone(world, OTHER).text("2026-10-19 09:10", "marcus hit me")

    assert world.texts(OTHER)[-1].startswith("You did the right thing to tell us.")
    assert len(alerts(world)) == 2


def test_words_of_staff_in_what_was_told_before_go_to_no_number_that_nobody_checked(world: World):
    told = tell(world)

    page = Desk(world, "lena").open(f"/staff/check-ins/{told.check_in_id}")

    assert "nobody checked the new one" in page


def test_the_number_devs_cries_come_from_is_not_written_down_for_ana(world: World):
    write_down(world)

    with pytest.raises(NumberTakenError):
        write_down(world, DEV, whose=world.cast.ana)


def test_a_number_written_down_for_the_wrong_one_may_be_put_right(world: World):
    write_down(world, whose=world.cast.ana)
    write_down(world, None, whose=world.cast.ana)
    write_down(world, OTHER)

    assert waits(world, world.cast.dev)


def test_his_own_number_of_before_may_be_put_back(world: World):
    write_down(world)
    world.go_to("2026-10-19 09:05")
    write_down(world, DEV, by=world.cast.jo)

    assert waits(world, world.cast.dev)


def test_where_nobody_else_leads_those_outside_are_told(world: World):
    with world.app.app_context(), kept_together():
        for one in (world.cast.jo, world.cast.lena):
            staff.change(one, active=False)
    write_down(world)

    told = [one.body for one in world.sent if one.number == OUTSIDE]
    assert told == [NOBODY_LEADS]


@pytest.mark.parametrize("code", ["21610", "30003"])
def test_a_number_of_before_that_texts_do_not_reach_stops_none_to_the_new_one(
    world: World, code: str
):
    write_down(world)
    (said,) = (one for one in kept(world, MessageRow) if one.about == "number_changed")
    with world.app.app_context():
        note_receipt(said.provider_id or "", "failed", code, clock.now())
        assert people.the_person(world.cast.dev).texts_stopped_at is None

    assert [one.kind for one in kept(world, AlertRow)] == ["own_phone"]
