"""Whom the ladder names has no phone, has left, or cannot: whoever can is told, and a step says so."""

from typing import Unpack

import pytest
from click.testing import CliRunner

from checkin import clock
from checkin.actions.add_house import add_house
from checkin.actions.add_staff import add_staff
from checkin.actions.raise_alert import raise_alert
from checkin.agreements.reached import Reached
from checkin.commands import upkeep
from checkin.storage import people
from checkin.storage import staff as staff_kept
from checkin.storage.staff import StaffChange
from checkin.storage.transaction import kept_together
from tests.conftest import PASSWORD, World
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Desk, Phone, Tablet
from tests.journeys.records import alerts, steps

TUESDAY = "2026-10-20"
EIGHT = f"{TUESDAY} 08:00"
PRIYA, LEAD, ADVOCACY = "+447700900101", "+447700900301", "+447700900302"
OUTSIDE = {LEAD, ADVOCACY}
RUTH, ROSE_LODGE = "+447700900401", "Rose Lodge"
CRIED = "Dev asked for help or is not OK."
ALL_WITH_A_PHONE = {PRIYA, MARCUS, LENA}


def change(world: World, *who: str, **what: Unpack[StaffChange]) -> None:
    """Let this become of these members of staff (ids)."""
    with world.app.app_context(), kept_together():
        for one in who:
            staff_kept.change(one, **what)


def house(world: World) -> tuple[str, ...]:
    """Return the ids of all who work in Willow Court."""
    cast = world.cast
    return cast.priya, cast.marcus, cast.lena, cast.jo


def ruth_manages_another_house(world: World) -> str:
    """Let there be another house of the same provider, and return the id of who manages it."""
    with world.app.app_context():
        rose_lodge, _ = add_house(ROSE_LODGE)
        return add_staff(
            "ruth@rose-lodge.example", "Ruth Bell", "Ruth", "manager", rose_lodge, PASSWORD,
            clock.now(), phone=RUTH,
        )  # fmt: skip


def rung(world: World) -> set[str]:
    """Return which phones were told so far, Dev's left out."""
    return {one.number for one in world.sent} - {DEV}


def told_until(world: World, at: str) -> set[str]:
    """Let it be that time, and return which phones of staff, or outside, are told until then."""
    world.sent.clear()
    world.go_to(f"{TUESDAY} {at}")
    return rung(world)


def test_where_the_manager_has_no_phone_who_is_on_shift_is_rung_then_all_who_can_be(world: World):
    change(world, world.cast.jo, phone=None)
    Phone(world).text(EIGHT, "HELP")

    assert told_until(world, "08:02") == {MARCUS}
    assert world.texts(DEV)[-1].startswith("Nobody has answered yet. We are trying Marcus.")
    assert told_until(world, "08:04") == ALL_WITH_A_PHONE
    assert told_until(world, "08:14") == ALL_WITH_A_PHONE  # and the second time


def test_what_is_soon_goes_on_from_a_manager_without_a_phone_too(world: World):
    change(world, world.cast.jo, phone=None)
    Phone(world).text(EIGHT, "call me")
    world.go_to(f"{TUESDAY} 08:05")

    assert told_until(world, "08:15") == {MARCUS}
    assert told_until(world, "08:25") == ALL_WITH_A_PHONE
    assert told_until(world, "08:35") == ALL_WITH_A_PHONE


def test_who_has_it_and_has_no_phone_is_not_all_who_hear_the_next_call(world: World):
    Phone(world).text(EIGHT, "HELP")
    Desk(world, "marcus").take(CRIED)
    change(world, world.cast.marcus, phone=None)
    for minute in ("08:05", "08:06"):  # and the second time
        world.sent.clear()
        Phone(world).text(f"{TUESDAY} {minute}", "HELP")
        assert LENA in rung(world)


def test_where_cover_left_in_the_night_who_leads_is_rung(world: World):
    Phone(world).text(f"{TUESDAY} 08:00", "ok")
    change(world, world.cast.lena, world.cast.marcus, active=False)
    Phone(world).text(f"{TUESDAY} 23:00", "HELP")

    assert {one.number for one in world.sent if one.body.startswith("NOW")} == {JO, PRIYA}


# Beyond the house --------------------------------------------------------------------------------


@pytest.mark.parametrize("gone", [{"active": False}, {"phone": None}])
def test_where_nobody_here_can_be_told_who_manages_another_house_is_and_again(
    world: World, gone: StaffChange
):
    ruth_manages_another_house(world)
    change(world, *house(world), **gone)
    Phone(world).text(EIGHT, "HELP")

    assert rung(world) == {RUTH}
    assert world.sent[0].body.startswith(f"NOW. Willow Court: {CRIED} Take it: ")
    assert world.texts(DEV)[-1].startswith("We got your text. We are asking Ruth to ring you.")
    assert told_until(world, "08:02") == {RUTH}
    assert told_until(world, "08:24") == {RUTH}


def test_who_was_called_in_reads_it_takes_it_and_meets_nothing_else_of_that_house(world: World):
    ruth_manages_another_house(world)
    change(world, *house(world), active=False)
    Phone(world).text(EIGHT, "HELP i fell")
    ruth = Desk(world, "ruth@rose-lodge.example")
    ruth.follow(CRIED)

    assert 'Dev: "HELP i fell"' in ruth.words
    assert "You were told of it, because nobody in that house could be." in ruth.words
    ruth.press("/take")
    assert "You have it since 08:00." in ruth.words
    world.settle()
    assert world.texts(DEV)[-1] == "Ruth will ring you now."
    assert ruth.client.get(f"/staff/people/{world.cast.dev}").status_code == 404
    assert "Dev" not in ruth.open("/staff/people") + ruth.open("/staff/handover")


def test_what_is_for_today_comes_to_who_was_called_in_each_day_and_lies_on_no_list(world: World):
    ruth_manages_another_house(world)
    change(world, *house(world), active=False)
    with world.app.app_context():
        dev = people.the_person(world.cast.dev)
        title = "Dev texted, and nobody has read it."
        raise_alert(dev, Reached("to_read", "today", "k", "g", title, ()), clock.now())
    for day in ("20", "21", "22", "23"):
        world.sent.clear()
        world.go_to(f"2026-10-{day} 12:00")
        assert [one.body for one in world.sent if one.number == RUTH and title in one.body]


def test_what_is_planned_waits_until_somebody_works_here_and_is_texted_to_nobody(world: World):
    ruth_manages_another_house(world)
    change(world, *house(world), active=False)
    with world.app.app_context():
        plan = Reached("told", "plan", key="p", group="p", title="Look at it.", task=True)
        raise_alert(people.the_person(world.cast.dev), plan, clock.now())
    world.sent.clear()
    world.go_to("2026-10-23 09:00")

    assert [one for one in world.sent if "Look at it." in one.body] == []
    (row,) = (one for one in alerts(world, task=True) if one.title == "Look at it.")
    assert {kind for _, kind, _ in steps(world, row)} == {"opened", "not_told"}  # nor on a list


def test_who_manages_another_house_and_was_not_called_in_finds_nothing(world: World):
    ruth_manages_another_house(world)
    Phone(world).text(EIGHT, "HELP")
    ruth = Desk(world, "ruth@rose-lodge.example")

    assert "Dev" not in ruth.words
    assert ruth.client.get(f"/staff/alerts/{alerts(world)[0].id}").status_code == 404


def test_who_was_called_in_and_texts_has_it_and_hears_the_next_call(world: World):
    ruth = ruth_manages_another_house(world)
    change(world, *house(world), active=False)
    Phone(world).text(EIGHT, "HELP")
    Phone(world, RUTH).text(f"{TUESDAY} 08:01", "ok got it")
    assert alerts(world)[0].taken_by == ruth
    world.sent.clear()
    Phone(world).text(f"{TUESDAY} 08:05", "HELP")

    assert rung(world) == {RUTH}


def test_where_no_other_house_has_anybody_those_outside_are_rung_and_read_no_words(world: World):
    change(world, *house(world), phone=None)
    Phone(world).text(EIGHT, "HELP i fell")
    lead = Desk(world, "lead@safeguarding.example")

    assert rung(world) == OUTSIDE
    assert CRIED in lead.words
    assert "i fell" not in lead.words
    lead.follow(CRIED)
    assert "What Dev said is not shown to you." in lead.words
    assert "Ring Dev 07700 900001" in lead.words
    Phone(world).text(f"{TUESDAY} 08:01", "HELP my leg")  # and the second time
    lead.open(lead.at)
    lead.press("/take")
    assert "i fell" not in lead.words
    assert "my leg" not in lead.words
    Phone(world).text(f"{TUESDAY} 08:02", "HELP it bleeds")
    assert "it bleeds" not in lead.press("/step", status=409, kind="rang", words="", at="")
    each = lead.open(f"{lead.at.partition('/step')[0]}/each")
    assert "raised this alert" in each
    assert "my leg" not in each
    assert "it bleeds" not in each


def test_what_he_texts_after_a_miss_is_not_read_by_those_outside(world: World):
    change(world, *house(world), phone=None)
    Phone(world).text(f"{TUESDAY} 09:16", "OK")
    world.go_to(f"{TUESDAY} 10:22")
    (missed,) = alerts(world)
    assert rung(world) & OUTSIDE
    Phone(world).text(f"{TUESDAY} 10:23", "OK sorry phone died")

    assert [kind for _, kind, _ in steps(world, missed)][-1] == "heard_late"
    lead = Desk(world, "lead@safeguarding.example")
    page = lead.open(f"/staff/alerts/{missed.id}")
    assert "What Dev said is not shown to you." in page
    each = lead.open(f"/staff/alerts/{missed.id}/each")
    assert "phone died" not in page + each
    assert "heard late" in page
    assert "heard late" in each
    assert "The words are not shown to you." in page


def test_who_was_called_in_and_has_a_miss_reads_that_he_was_heard_of_and_not_what_he_wrote(
    world: World,
):
    change(world, *house(world), phone=None)
    Phone(world).text(f"{TUESDAY} 09:16", "OK")
    world.go_to(f"{TUESDAY} 10:22")
    (missed,) = alerts(world)
    lead = Desk(world, "lead@safeguarding.example")
    lead.open(f"/staff/alerts/{missed.id}")
    lead.press("/take")
    assert "heard late" not in lead.words
    Phone(world).text(f"{TUESDAY} 10:23", "OK sorry phone died")

    said = lead.press("/step", status=409, kind="rang", words="", at="")
    assert "Checkin heard late The words are not shown to you." in said
    assert "phone died" not in said


def test_once_all_here_said_that_they_cannot_those_beyond_are_asked_the_nearest_first(
    world: World,
):
    ruth_manages_another_house(world)
    Phone(world).text(EIGHT, "HELP")
    for minute, number in enumerate((MARCUS, LENA, JO), 1):
        Phone(world, number).text(f"{TUESDAY} 08:0{minute}", "cant do it")
    assert RUTH not in rung(world)
    Phone(world, PRIYA).text(f"{TUESDAY} 08:04", "cant do it")
    assert RUTH in rung(world)
    assert not rung(world) & OUTSIDE
    Phone(world, RUTH).text(f"{TUESDAY} 08:05", "cant do it")

    assert rung(world) >= OUTSIDE
    assert "We are asking the advocacy service and the safeguarding lead" in world.texts(DEV)[-1]


def test_whom_he_keeps_what_he_told_from_is_never_called_in(world: World):
    change(world, *house(world), phone=None)
    Phone(world).text(EIGHT, "the safeguarding lead hit me")
    world.sent.clear()
    Phone(world).text(f"{TUESDAY} 08:01", "HELP")

    assert rung(world) == {ADVOCACY}


def test_where_that_is_kept_from_one_here_too_a_call_rings_as_if_it_were_not(world: World):
    change(world, *house(world), phone=None)
    Phone(world).text(EIGHT, "Marcus and the safeguarding lead hit me")
    Phone(world).text(f"{TUESDAY} 08:01", "HELP")
    marcus = Desk(world, "marcus")
    marcus.follow(CRIED)

    assert "Ringing the advocacy service and the safeguarding lead." in marcus.words


NOBODY = "Nobody could be told: nobody who may be asked has a phone."


def test_where_nobody_anywhere_has_a_phone_each_step_says_so_and_he_reads_whom_to_ring(
    world: World,
):
    cast = world.cast
    change(world, *house(world), cast.safeguarding, cast.advocacy, phone=None)
    Phone(world).text(EIGHT, "HELP")
    world.go_to(f"{TUESDAY} 08:34")

    said = [one[1:] for one in steps(world, alerts(world)[0])[1:]]
    assert said == [("not_told", NOBODY)] * 6
    assert world.texts(DEV) == ["Nobody here can be told now. In danger? Ring 999."]


def test_once_somebody_has_a_phone_again_it_goes_on_within_a_minute_and_he_reads_who(world: World):
    cast = world.cast
    change(world, *house(world), cast.safeguarding, cast.advocacy, phone=None)
    Phone(world).text(EIGHT, "HELP")
    world.go_to(f"{TUESDAY} 08:05")
    change(world, cast.priya, phone=PRIYA)

    assert told_until(world, "08:06") == {PRIYA}
    assert world.texts(DEV) == ["We are asking Priya to ring you now. In danger? Ring 999."]
    assert told_until(world, "08:07") == set()  # once, and then as its steps say
    assert told_until(world, "08:14") == {PRIYA}


def test_once_somebody_works_here_again_what_is_soon_goes_on_too(world: World):
    cast = world.cast
    change(world, *house(world), cast.safeguarding, cast.advocacy, active=False)
    Phone(world).text(EIGHT, "call me")
    change(world, cast.jo, active=True)

    assert told_until(world, "08:01") == {JO}


# What staff, and who looks after the installation, read of it ------------------------------------

RED_OF_TWO = "Nobody could be told of 2 alerts on your list. Take them now."
RED = "Nobody could be told of an alert on your list. Take it now."
NO_PHONE_HERE = "Nobody who works in Willow Court has a phone written down. Its calls"


def test_every_staff_page_says_so_until_somebody_could_be_told(world: World):
    cast = world.cast
    change(world, *house(world), cast.safeguarding, cast.advocacy, phone=None)
    Phone(world).text(EIGHT, "HELP")
    pages = ("/staff/", "/staff/alerts-now", "/staff/people")

    jo = Desk(world, "jo")
    assert all(RED in jo.open(one) for one in pages)
    assert all(f"{NO_PHONE_HERE} reach nobody." in jo.open(one) for one in pages)
    change(world, cast.priya, phone=PRIYA)
    world.go_to(f"{TUESDAY} 08:01")
    assert not any(RED in jo.open(one) or NO_PHONE_HERE in jo.open(one) for one in pages)


def test_whoever_has_it_puts_the_red_line_away(world: World):
    cast = world.cast
    change(world, *house(world), cast.safeguarding, cast.advocacy, phone=None)
    Phone(world).text(EIGHT, "HELP")
    jo = Desk(world, "jo")
    jo.take(CRIED)

    assert RED not in jo.open("/staff/")


def test_from_whom_it_is_kept_no_page_says_that_nobody_could_be_told_of_it(world: World):
    cast = world.cast
    change(world, *house(world), cast.safeguarding, cast.advocacy, phone=None)
    Phone(world).text(EIGHT, "Marcus hit me")

    assert RED in Desk(world, "jo").open("/staff/")
    assert RED not in Desk(world, "marcus").open("/staff/")


def test_doctor_says_where_calls_go_and_that_one_waits(world: World, monkeypatch):
    cast = world.cast
    monkeypatch.setattr(upkeep, "create_app", lambda _: world.app)
    monkeypatch.setattr(upkeep, "our_settings", lambda: world.app.installation.settings)
    change(world, *house(world), phone=None)
    outside = f"{NO_PHONE_HERE} go to the advocacy service and the safeguarding lead."
    assert outside in CliRunner().invoke(upkeep.doctor).output
    ruth_manages_another_house(world)
    assert f"{NO_PHONE_HERE} go to Ruth." in CliRunner().invoke(upkeep.doctor).output
    change(world, *house(world), cast.safeguarding, cast.advocacy, phone=None)
    with world.app.app_context(), kept_together():
        staff_kept.change(staff_kept.staff_by_number(RUTH).id, active=False)
    assert "An alert waits" not in CliRunner().invoke(upkeep.doctor).output
    Phone(world).text(EIGHT, "HELP")

    said = CliRunner().invoke(upkeep.doctor).output
    assert f"{NO_PHONE_HERE} reach nobody." in said
    assert "An alert waits of which nobody could be told." in said


@pytest.mark.parametrize("words", ["call me not ruth", "help ruth is on top of me", "ruth hit me"])
def test_who_manages_another_house_and_is_named_is_not_called_in(world: World, words: str):
    ruth_manages_another_house(world)
    change(world, *house(world), phone=None)
    Phone(world).text(EIGHT, words)
    world.go_to(f"{TUESDAY} 08:30")

    assert RUTH not in rung(world)
    assert rung(world) >= OUTSIDE
    assert words not in Desk(world, "ruth@rose-lodge.example").open("/staff/")


def test_each_alert_of_which_nobody_could_be_told_goes_on_by_itself(world: World):
    cast = world.cast
    change(world, *house(world), cast.safeguarding, cast.advocacy, phone=None)
    Phone(world).text(EIGHT, "HELP")
    ana = Tablet(world, cast.house_tablet, cast.ana)
    ana.open("/tablet/help")
    ana.press("/help", ("choice", "person"))
    jo = Desk(world, "jo")
    assert RED_OF_TWO in jo.open("/staff/")
    change(world, cast.priya, phone=PRIYA)
    world.go_to(f"{TUESDAY} 08:01")

    rung_for = [one for one in world.sent if one.number == PRIYA]
    assert rung_for
    assert "Nobody could be told" not in jo.open("/staff/")
