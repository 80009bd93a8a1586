"""Tablets are let in and turned away; whoever comes on shift reads how each wants their day."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from checkin import clock
from checkin.actions.change_settings import put_own_words
from checkin.actions.close_alert import close_alert
from checkin.actions.enrol_device import add_device, enrol, make_code
from checkin.actions.take_alert import take_alert
from checkin.agreements.disclosure import SOMEONE_HURT
from checkin.agreements.how_asked import Lines
from checkin.storage import devices, people
from checkin.storage.outside import contacts_of
from checkin.storage.tables import HouseRow, MessageRow, db, new_id, staff_houses
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.staff.conftest import Desk
from tests.staff.happenings import dev_texts, the_alert


def test_a_code_lets_one_tablet_in(world: World, priya: Desk) -> None:
    page = priya.press(
        "/staff/tablets/code", label="Tablet in the kitchen", house=world.cast.house
    ).text
    shown = re.search(r'class="digits">(\d{3}) (\d{3})<', page)
    assert shown

    with world.app.app_context():
        token = enrol(shown[1] + shown[2], clock.now(), door="a door")

    assert token
    listed = priya.see("/staff/tablets")
    assert "Tablet in the kitchen" in listed
    assert "by Priya" in listed
    assert "Last there" not in listed  # nobody keeps when it was
    assert shown[0] not in listed


def test_a_code_is_not_made_for_another_house(world: World, stranger: Desk) -> None:
    answer = stranger.press("/staff/tablets/code", label="Mine", house=world.cast.house)

    assert answer.status_code == 400
    assert "digits" not in answer.text


def test_anas_own_tablet_stands_where_she_lives(world: World, marcus: Desk) -> None:
    with world.app.app_context(), kept_together():
        other = new_id()
        people.put(HouseRow(id=other, name="Another house"))
        db.session.execute(insert(staff_houses).values(staff_id=world.cast.marcus, house_id=other))

    answer = marcus.press("/staff/tablets/code", label="Ana's", house=other, person=world.cast.ana)

    assert answer.status_code == 400
    assert "Pick a person of this house, or everyone." in answer.text
    assert "digits" not in answer.text


def test_a_support_worker_lets_in_no_device_of_anas_own(world: World, priya: Desk) -> None:
    cast = world.cast
    answer = priya.press("/staff/tablets/code", label="Mine", house=cast.house, person=cast.ana)

    assert answer.status_code == 400
    assert "digits" not in answer.text
    assert f'value="{cast.ana}"' not in priya.see("/staff/tablets")


def test_a_lost_tablet_is_turned_away(world: World, marcus: Desk) -> None:
    with world.app.app_context():
        lost = devices.device_by_token(world.cast.house_tablet)
        assert lost

    away = f"/staff/tablets/{lost.id}/turn-away"
    asked = marcus.see(away)
    assert "Turn away Tablet in the lounge?" in asked
    assert "No other tablet or phone is let in here." in asked
    assert "We text Jo at once that you turned it away." in asked
    assert "using it now" not in asked
    assert "Write why, in a line" in marcus.press(away, why=" ").text
    with world.app.app_context():
        assert devices.device_by_token(world.cast.house_tablet)

    marcus.press(away, why="It is lost")

    with world.app.app_context():
        assert devices.device_by_token(world.cast.house_tablet) is None
    assert "by Marcus: <bdi>It is lost</bdi>" in marcus.see("/staff/tablets")
    assert marcus.press(away, why="Again").status_code == 404
    assert texted_of(world, "last_device_turned_away") == [world.cast.jo]


def test_where_another_one_is_there_jo_is_told_of_each(world: World, marcus: Desk) -> None:
    away = [let_in(world, label) for label in ("Tablet in the hall", "Tablet in the kitchen")]
    for one in away:
        marcus.press(f"/staff/tablets/{one}/turn-away", why="It is old")

    assert texted_of(world, "device_turned_away") == [world.cast.jo, world.cast.jo]


def test_where_who_turns_it_away_is_the_only_manager_those_outside_are_told(
    world: World, jo: Desk
) -> None:
    jo.press(f"/staff/tablets/{let_in(world, 'Tablet in the hall')}/turn-away", why="It is old")

    with world.app.app_context():
        outside = {one.id for one in contacts_of([world.cast.house])[world.cast.house]}
    assert set(texted_of(world, "device_turned_away")) == outside


def let_in(world: World, label: str) -> str:
    with world.app.app_context(), kept_together():
        token = add_device(world.cast.house, None, label, world.cast.priya, clock.now())
        return devices.id_of(token)


def texted_of(world: World, about: str) -> list[str | None]:
    with world.app.app_context():
        found = db.session.scalars(select(MessageRow).where(MessageRow.about == about))
        return [one.staff_id for one in found]


def test_marcus_reads_anas_card_and_ticks_it(world: World, marcus: Desk, priya: Desk) -> None:
    """A01: the plan, one voice, and a read tick with the time."""
    page = marcus.see("/staff/handover")
    assert "One voice: Priya" in page
    assert "5 minutes quiet from 08:30" in page

    marcus.press(f"/staff/handover/{world.cast.ana}/read", seen=shown(page, world.cast.ana))

    assert "Read today: Marcus 08:00." in priya.see("/staff/handover")
    assert f"/staff/handover/{world.cast.ana}/read" not in marcus.see("/staff/handover")
    assert f"/staff/handover/{world.cast.ana}/read" in priya.see("/staff/handover")


def test_whoever_comes_on_shift_reads_what_dev_said_and_who_has_it(
    world: World, lena: Desk, marcus: Desk
) -> None:
    dev_texts(world, "2026-10-22 08:20", "HELP i am at the wrong stop")
    call = the_alert(world, "help_or_not_ok")
    assert "HELP i am at the wrong stop" in lena.see("/staff/handover")
    assert "Nobody has it yet." in lena.see("/staff/handover")

    marcus.press(f"/staff/alerts/{call.id}/take")

    assert "Marcus has it since 08:20." in lena.see("/staff/handover")


def test_a_call_that_is_over_is_there_for_who_comes_next_and_a_day_later_no_more(
    world: World, lena: Desk, marcus: Desk
) -> None:
    dev_texts(world, "2026-10-22 08:20", "HELP i am at the wrong stop")
    call = the_alert(world, "help_or_not_ok")
    assert "Over, in the last 24 hours" not in lena.see("/staff/handover")
    marcus.press(f"/staff/alerts/{call.id}/take")
    with world.app.app_context():
        close_alert(call.id, world.cast.marcus, "Spoke to them", "", clock.now())

    handover = lena.see("/staff/handover")

    assert "Over, in the last 24 hours" in handover
    assert "08:20. Marcus had it. Closed at 08:20: Spoke to them." in handover
    clock.stop_at(clock.now() + timedelta(days=1, minutes=1))
    lena.carry_on()
    assert "Spoke to them" not in lena.see("/staff/handover")


def test_what_was_written_at_the_end_of_a_call_is_there_for_who_comes_next(
    world: World, lena: Desk
) -> None:
    dev_texts(world, "2026-10-22 08:20", "HELP i am at the wrong stop")
    call = the_alert(world, "help_or_not_ok")
    with world.app.app_context():
        take_alert(call.id, world.cast.marcus, clock.now())
        wrote = "On the wrong bus, Sam fetches him."
        close_alert(call.id, world.cast.marcus, "Spoke to them", wrote, clock.now())

    handover = lena.see("/staff/handover")

    assert "Closed at 08:20: Spoke to them. On the wrong bus, Sam fetches him." in handover


def test_what_dev_said_is_there_in_his_words_for_a_day_and_five_of_them_at_most(
    world: World, lena: Desk
) -> None:
    places = ("the seaside", "the park", "the zoo", "town", "the pub", "a match")
    for minute, place in enumerate(places):
        dev_texts(world, f"2026-10-24 1{minute}:00", f"i want to go to {place}")

    handover = lena.see("/staff/handover").partition("Said, in the last 24 hours")[2]

    assert [place for place in places if f"i want to go to {place}" in handover] == [*places[1:]]
    assert "All of it, and 1 more" in handover
    clock.stop_at(clock.now() + timedelta(days=1, minutes=1))
    lena.carry_on()
    assert "Said, in the last 24 hours" not in lena.see("/staff/handover")


def test_that_ana_did_not_answer_is_there(world: World, lena: Desk) -> None:
    world.go_to("2026-10-22 21:40")
    lena.carry_on()

    assert "How was my morning? No answer by 13:30." in lena.see("/staff/handover")


def test_that_marcus_was_told_of_is_not_there_for_him_once_it_is_over(
    world: World, lena: Desk, marcus: Desk
) -> None:
    dev_texts(world, "2026-10-22 08:20", "marcus hit me")
    told = the_alert(world, SOMEONE_HURT)
    with world.app.app_context():
        take_alert(told.id, world.cast.lena, clock.now())
        close_alert(told.id, world.cast.lena, "Safeguarding: referral made", "So.", clock.now())

    assert f"/staff/alerts/{told.id}" in lena.see("/staff/handover")
    assert "Over, in the last 24 hours" not in marcus.see("/staff/handover")


def test_there_is_one_quiet_time_the_one_that_the_tablet_goes_by(
    world: World, marcus: Desk
) -> None:
    with world.app.app_context():
        old = {Lines.QUIET: ["10 minutes of peace"]}
        put_own_words(world.cast.ana, old, world.cast.priya, clock.now())
        put_own_words(world.cast.dev, old, world.cast.priya, clock.now())

    page = marcus.see("/staff/handover")

    assert "5 minutes quiet from 08:30" in page
    assert page.count("10 minutes of peace") == 1  # Dev's, whose tablet is never quiet


def test_a_card_that_changed_meanwhile_is_shown_and_not_ticked(
    world: World, marcus: Desk, priya: Desk
) -> None:
    old = marcus.see("/staff/handover")
    with world.app.app_context():
        new = {Lines.PLAN: ["Two voices: Priya and Lena"]}
        put_own_words(world.cast.ana, new, world.cast.priya, clock.now())

    tick = f"/staff/handover/{world.cast.ana}/read"
    answer = marcus.press(tick, seen=shown(old, world.cast.ana))

    assert answer.status_code == 409
    assert "The card of Ana changed since you opened the page." in answer.text
    assert "Two voices: Priya and Lena" in answer.text
    assert "Read today: Marcus" not in priya.see("/staff/handover")
    marcus.press(tick, seen=shown(answer.text, world.cast.ana))
    assert "Read today: Marcus 08:00." in priya.see("/staff/handover")


def test_a_new_quiet_time_is_a_change_of_the_card(world: World, marcus: Desk) -> None:
    old = marcus.see("/staff/handover")
    with world.app.app_context(), kept_together():
        people.change(world.cast.ana, quiet_minutes=15)

    answer = marcus.press(f"/staff/handover/{world.cast.ana}/read", seen=shown(old, world.cast.ana))

    assert answer.status_code == 409


def shown(page: str, person_id: str) -> str:
    """Return what the form of a card says that it showed."""
    card = page.partition(f"/staff/handover/{person_id}/read")[2]
    found = re.search(r'name="seen" value="(\w+)"', card)
    return found[1] if found else ""


def test_a_tablet_without_a_name_is_said_beside_its_field_and_nothing_is_lost(
    world: World, marcus: Desk
) -> None:
    answer = marcus.press(
        "/staff/tablets/code", label=" ", house=world.cast.house, person=world.cast.ana
    )

    assert answer.status_code == 400
    assert 'id="label-wrong">Say what this tablet is called' in answer.text
    assert 'aria-describedby="label-wrong"' in answer.text
    assert f'<option selected value="{world.cast.ana}">' in answer.text


def test_a_long_name_is_refused_with_how_long_it_may_be(world: World, priya: Desk) -> None:
    answer = priya.press("/staff/tablets/code", label="x" * 81, house=world.cast.house)

    assert (answer.status_code, "Write at most 80 letters." in answer.text) == (400, True)


def test_no_device_bears_the_name_of_another_of_the_house(world: World, marcus: Desk) -> None:
    let_in(world, "Tablet in the lounge 2")
    own = {"house": world.cast.house, "person": world.cast.ana}
    for label in ("Tablet in the lounge", " tablet in the  LOUNGE.", "Tablet in the lounge 2"):
        answer = marcus.press("/staff/tablets/code", label=label, **own)
        assert answer.status_code == 400
        assert "digits" not in answer.text
    first = marcus.press("/staff/tablets/code", label="Tablet in the lounge", **own).text
    assert "A device here is or was called Tablet in the lounge." in first
    assert "Write another name, such as Tablet in the lounge 3." in first


def test_nor_of_one_that_was_turned_away(world: World, marcus: Desk) -> None:
    hall = let_in(world, "Tablet in the hall")
    marcus.press(f"/staff/tablets/{hall}/turn-away", why="It is old")

    answer = marcus.press("/staff/tablets/code", label="Tablet in the hall", house=world.cast.house)
    assert "Write another name, such as Tablet in the hall 2." in answer.text


def test_of_two_codes_for_one_name_one_lets_in(world: World) -> None:
    with world.app.app_context():
        codes = [
            make_code(world.cast.house, "Hall", world.cast.marcus, clock.now()) for _ in range(2)
        ]
        let = [enrol(code, clock.now(), door="here") for code in codes]

    assert [bool(one) for one in let] == [True, False]


def test_a_name_of_two_alphabets_is_refused(world: World, marcus: Desk) -> None:
    label = "Tablet in the l\u043eunge"
    answer = marcus.press("/staff/tablets/code", label=label, house=world.cast.house)

    assert answer.status_code == 400
    assert "This name mixes two alphabets. Type it again, in one." in answer.text


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200b", "\u00ad"])
def test_a_name_that_turns_or_hides_letters_is_refused(
    world: World, marcus: Desk, hidden: str
) -> None:
    label = f"Tablet{hidden} in the hall"
    answer = marcus.press("/staff/tablets/code", label=label, house=world.cast.house)

    assert answer.status_code == 400
    assert "Some letters of this name cannot be seen. Type it again." in answer.text
