"""Staff write down another phone for Dev, or a first one for Ana: somebody else checks it.

Until then Dev's stays his.
"""

import pytest
from sqlalchemy import select

from checkin import clock
from checkin.actions.change_phone import change_phone_of_person
from checkin.actions.note_receipt import note_receipt
from checkin.actions.own_phones import check_phone, waits_to_be_checked
from checkin.actions.whose_phone import NumberTakenError
from checkin.storage import people, staff
from checkin.storage.record_check import faults
from checkin.storage.tables import AlertRow, MessageRow, PhoneChangeRow, RecordRow, db
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, kept, steps

OUTSIDE = "+447700900301"
NOBODY_LEADS = (
    "Marcus changed the phone of Dev. Nobody else who leads is here to check it. "
    "Ask Dev if that was right."
)
GROUP_DAYS = ("sat",)  # Dev stays at home

OTHER = "+447700900777"
NOT_YOU = "Marcus wants to change your number for Checkin. We ask you first. Not you? Text HELP."
NEW = "Ask Dev about a new phone: 07700 900777."
FROM_NEW = "From 07700 900777, which Marcus wrote down on Mon 19 Oct."
CHECKED = "I checked this with Dev"


def write_down(world: World, phone: str | None = OTHER, *, by: str = "", whose: str = "") -> None:
    """Let Marcus, or another, write down a phone for Dev, or another."""
    with world.app.app_context():
        person, staff_id = whose or world.cast.dev, by or world.cast.marcus
        change_phone_of_person(person, phone, clock.now(), staff_id=staff_id)
    world.settle()


def checked(world: World) -> None:
    """Let Jo check what was written down last."""
    change = max(kept(world, PhoneChangeRow), key=lambda one: one.changed_at)
    with world.app.app_context():
        check_phone(change.id, change.person_id, world.cast.jo, clock.now())


def number(world: World, person: str) -> str | None:
    with world.app.app_context():
        return people.the_person(person).phone


def waits(world: World, person: str) -> bool:
    with world.app.app_context():
        return waits_to_be_checked(person) is not None


def test_his_number_is_told_once_that_another_waits(world: World):
    write_down(world)
    world.go_to("2026-10-19 12:00")

    assert world.texts(DEV).count(NOT_YOU) == 1
    assert NOT_YOU not in world.texts(OTHER)


def test_his_number_is_told_that_it_is_to_be_taken_away(world: World):
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
    assert number(world, world.cast.dev) == OTHER


def test_who_wrote_it_down_cannot_say_that_it_was_checked(world: World):
    write_down(world)
    (row,) = kept(world, PhoneChangeRow)
    with world.app.app_context():
        check_phone(row.id, world.cast.dev, world.cast.marcus, clock.now())

    assert waits(world, world.cast.dev)
    assert number(world, world.cast.dev) == DEV


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
    assert (task.title, task.what[0]) == ("Ask Dev about having no phone.", "Marcus took it away.")


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
    write_down(world, whose=world.cast.ana)
    Phone(world, OTHER).text("2026-10-19 09:10", "i want to move out")

    jo = Desk(world, "jo")
    texts, said = f"/staff/people/{world.cast.ana}/texts", f"/staff/people/{world.cast.ana}/said"
    assert FROM_NEW in jo.open(texts)
    assert FROM_NEW in jo.open(said)
    (read,) = (one for one in alerts(world, task=True) if one.kind == "free_message")
    assert FROM_NEW in jo.open(f"/staff/alerts/{read.id}")
    jo.open(f"/staff/people/{world.cast.ana}/how-asked")
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


def test_until_it_is_checked_dev_is_asked_and_heard_at_the_number_he_has(world: World):
    write_down(world)
    world.go_to("2026-10-24 09:16")
    Phone(world).arrives("OK")
    world.go_to("2026-10-24 09:30")

    assert any("Text OK when you leave" in one for one in world.texts(DEV))
    assert world.texts(OTHER) == []
    assert not [one for one in alerts(world) if one.kind == "missed_checkin"]


def test_once_it_is_checked_texts_go_there(world: World):
    write_down(world)
    checked(world)
    world.go_to("2026-10-24 09:16")

    assert any("Text OK when you leave" in one for one in world.texts(OTHER))
    assert not any("Text OK when you leave" in one for one in world.texts(DEV))


@pytest.mark.parametrize("words", ["OK", "STOP", "i made it up", "LATE 20"])
def test_nothing_but_a_cry_from_it_is_devs(world: World, words: str):
    write_down(world)
    world.go_to("2026-10-24 09:16")
    Phone(world, OTHER).arrives(words)
    world.go_to("2026-10-24 09:36")

    assert [one.kind for one in alerts(world)] == ["missed_checkin"]
    assert any("Are you there" in one or "ring you" in one for one in world.texts(DEV))
    (task,) = (one for one in alerts(world, task=True) if one.kind == "from_before")
    assert task.title == "Somebody texted from a number that Marcus wrote down for Dev."
    assert task.for_staff == world.cast.jo
    assert FROM_NEW in Desk(world, "jo").open("/staff/texts-from-nobody")


def test_a_cry_from_it_rings_all_who_lead_but_who_wrote_it_down(world: World):
    write_down(world)
    Phone(world, OTHER).text("2026-10-19 09:10", "HELP")

    (call,) = alerts(world)
    rung = {one.number for one in world.sent if one.channel == "call"}
    assert {JO, LENA} <= rung
    assert MARCUS not in rung
    assert FROM_NEW in Desk(world, "jo").open(f"/staff/alerts/{call.id}")


def test_his_own_cry_is_not_quieted_by_one_from_it_that_marcus_took(world: World):
    write_down(world)
    Phone(world, OTHER).text("2026-10-19 09:10", "HELP")
    Desk(world, "marcus").take("Dev asked for help or is not OK.")
    world.sent.clear()
    Phone(world).text("2026-10-19 09:11", "HELP")

    rung = {one.number for one in world.sent if one.channel == "call"}
    assert {JO, LENA} <= rung


def test_news_of_his_own_call_goes_to_the_number_he_has(world: World):
    Phone(world).arrives("HELP")
    write_down(world)
    world.go_to("2026-10-19 09:03")
    Desk(world, "jo").take("Dev asked for help or is not OK.")
    world.settle()

    assert world.texts(DEV)[-1] == "Jo will ring you now."
    assert world.texts(OTHER) == []


def test_nothing_from_it_goes_on_with_what_he_told(world: World):
    Phone(world).arrives("marcus hit me")
    (told,) = alerts(world)
    world.go_to("2026-10-19 09:05")
    write_down(world)
    Phone(world, OTHER).text("2026-10-19 09:10", "i made it up about marcus")

    assert world.texts(OTHER) == []
    assert "They texted more." not in [words for _, _, words in steps(world, told)]


def test_the_same_hurt_from_it_does_not_say_that_it_was_told_before(world: World):
    Phone(world).arrives("marcus hit me")
    world.go_to("2026-10-19 09:05")
    write_down(world)
    Phone(world, OTHER).text("2026-10-19 09:10", "marcus hit me")

    assert world.texts(OTHER)[-1].startswith("You did the right thing to tell us.")
    assert len(alerts(world)) == 2


def test_his_own_number_written_down_again_ends_what_waits(world: World):
    write_down(world)
    world.go_to("2026-10-19 09:05")
    write_down(world, DEV)
    assert not waits(world, world.cast.dev)
    assert [one.state for one in alerts(world, task=True)] == ["closed"]

    Phone(world, OTHER).text("2026-10-19 09:10", "HELP")

    (cry,) = alerts(world)  # a number that was never his is nobody's
    assert (cry.kind, cry.person_id) == ("help_from_nobody", None)
    assert number(world, world.cast.dev) == DEV


def test_taking_it_back_is_recorded_as_what_it_was(world: World):
    write_down(world)
    world.go_to("2026-10-19 09:05")
    write_down(world, DEV)

    with world.app.app_context():
        kinds = [one.kind for one in db.session.scalars(select(RecordRow)) if "phone" in one.kind]
        assert "phone_checked" not in kinds
        assert list(faults()) == []
    assert {one.checked_by for one in kept(world, PhoneChangeRow)} == {None}


def test_the_same_number_again_ends_no_task_to_check_it(world: World):
    write_down(world, whose=world.cast.ana)
    write_down(world, whose=world.cast.ana)

    (task,) = alerts(world, task=True)
    assert task.state == "open"
    assert waits(world, world.cast.ana)


def test_who_wrote_it_down_first_cannot_check_it_once_another_wrote_it_too(world: World):
    write_down(world)
    world.go_to("2026-10-19 09:05")
    write_down(world, by=world.cast.lena)
    change = max(kept(world, PhoneChangeRow), key=lambda one: one.changed_at)
    with world.app.app_context():
        check_phone(change.id, world.cast.dev, world.cast.marcus, clock.now())
    assert waits(world, world.cast.dev)

    checked(world)

    assert not waits(world, world.cast.dev)


@pytest.mark.parametrize("words", ["HELP", "please hurry"])
def test_his_own_cry_is_not_quieted_though_the_number_was_taken_back(world: World, words: str):
    write_down(world)
    Phone(world, OTHER).text("2026-10-19 09:10", "HELP")
    Desk(world, "marcus").take("Dev asked for help or is not OK.")
    world.go_to("2026-10-19 09:10:20")
    write_down(world, DEV)
    world.sent.clear()
    Phone(world).text("2026-10-19 09:11", words)

    assert "We are asking Jo and Lena to ring you." in world.texts(DEV)[-1]
    assert {JO, LENA} <= {one.number for one in world.sent if one.channel == "call"}


def test_what_waits_for_dev_is_not_written_down_for_ana(world: World):
    write_down(world)

    with pytest.raises(NumberTakenError):
        write_down(world, whose=world.cast.ana)


def test_a_number_that_became_anothers_meanwhile_is_not_taken_for_checked(world: World):
    write_down(world)
    with world.app.app_context(), kept_together():
        people.change(world.cast.ana, phone=OTHER)
    jo = Desk(world, "jo")
    jo.open(f"/staff/people/{world.cast.dev}/how-asked")

    page = jo.press("/checked", status=400)

    assert "This phone belongs to somebody else here already." in page
    assert number(world, world.cast.dev) == DEV


def test_the_number_devs_cries_come_from_is_not_written_down_for_ana(world: World):
    write_down(world)
    checked(world)

    with pytest.raises(NumberTakenError):
        write_down(world, DEV, whose=world.cast.ana)


def test_a_number_written_down_for_the_wrong_one_may_be_put_right(world: World):
    write_down(world, whose=world.cast.ana)
    write_down(world, None, whose=world.cast.ana)
    write_down(world, OTHER)

    assert waits(world, world.cast.dev)


def test_his_own_number_of_before_may_be_put_back(world: World):
    write_down(world)
    checked(world)
    world.go_to("2026-10-19 09:05")
    write_down(world, DEV, by=world.cast.jo)

    assert waits(world, world.cast.dev)
    assert number(world, world.cast.dev) == OTHER


def test_where_nobody_else_leads_those_outside_are_told(world: World):
    with world.app.app_context(), kept_together():
        for one in (world.cast.jo, world.cast.lena):
            staff.change(one, active=False)
    write_down(world)

    told = [one.body for one in world.sent if one.number == OUTSIDE]
    assert told == [NOBODY_LEADS]
    assert number(world, world.cast.dev) == OTHER  # or it would never be
    assert "Your number for Checkin was changed by Marcus. Not you? Text HELP." in world.texts(DEV)


@pytest.mark.parametrize("code", ["21610", "30003"])
def test_a_number_of_before_that_texts_do_not_reach_stops_none_to_the_new_one(
    world: World, code: str
):
    with world.app.app_context(), kept_together():
        for one in (world.cast.jo, world.cast.lena):
            staff.change(one, active=False)
    write_down(world)
    (said,) = (one for one in kept(world, MessageRow) if one.about == "number_changed")
    with world.app.app_context():
        note_receipt(said.provider_id or "", "failed", code, clock.now())
        assert people.the_person(world.cast.dev).texts_stopped_at is None

    assert [one.kind for one in kept(world, AlertRow)] == ["own_phone"]
