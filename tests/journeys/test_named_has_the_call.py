"""Marcus has the call of Dev, who told that Marcus hurts him: all others who may know go there too.

Marcus meets nothing of it.
"""

from datetime import timedelta

import pytest

from checkin import clock
from checkin.storage.tables import AlertRow, db
from tests.conftest import World
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, steps
from tests.journeys.test_call_beside_a_telling import bodies, call, calls, tells_on_the_tablet
from tests.journeys.test_hurt_by_text import (
    BY_MARCUS,
    OUTSIDE,
    PRIYA,
    TUESDAY,
    hurts,
    pages_of,
    phone,
    told,
)

__all__ = ["phone"]

ENDED = "Marcus closed Dev's call for help: Not needed. Dev keeps this from Marcus. Go and see."
HAS_IT = "Marcus took Dev's call for help at 10:34. Dev keeps this from Marcus. Go there."


def marcus_takes(phone: Phone, at: str) -> None:
    phone.world.sent.clear()
    Phone(phone.world, MARCUS).text(f"{TUESDAY} {at}", "ok got it")


def of_marcus(phone: Phone) -> World:
    """Let Dev tell of Marcus, who takes his call."""
    phone.arrives(BY_MARCUS)
    calls(phone)
    marcus_takes(phone, "10:34:20")
    assert call(phone.world).taken_by == phone.world.cast.marcus
    return phone.world


def test_once_marcus_has_the_call_all_who_may_know_of_it_are_told_to_go_there_too(phone: Phone):
    world = of_marcus(phone)

    assert told(world) == {MARCUS, LENA, JO, PRIYA}
    for one in (LENA, JO, PRIYA):
        assert bodies(world, one)[0].startswith(f"NOW. {HAS_IT} Take it: ")
    assert HAS_IT in Desk(world, "jo").open(f"/staff/alerts/{hurts(world)[0].id}")


def test_marcus_who_has_it_cannot_tell(phone: Phone):
    world = of_marcus(phone)
    world.go_to(f"{TUESDAY} 12:00")

    assert "Marcus will ring you now." in world.texts(DEV)
    met = pages_of(world, "marcus") + Desk(world, "marcus").open(f"/staff/alerts/{call(world).id}")
    assert "Go there" not in met
    assert not any("Go there" in one for one in bodies(world, MARCUS))


def test_it_goes_on_though_jo_had_what_he_told_until_one_of_them_acts(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    Desk(world, "jo").take("Dev")
    calls(phone)
    marcus_takes(phone, "10:34:20")
    assert hurts(world)[0].taken_by == world.cast.jo
    world.sent.clear()
    world.go_to(f"{TUESDAY} 10:37")

    assert hurts(world)[0].state == "open"
    assert JO in told(world)


def test_who_writes_what_they_do_keeps_it(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    jo = Desk(world, "jo")
    jo.take("Dev")
    calls(phone)
    marcus_takes(phone, "10:34:20")
    jo.open(f"/staff/alerts/{hurts(world)[0].id}")
    jo.log("with_them")
    world.sent.clear()
    world.go_to(f"{TUESDAY} 10:50")

    assert hurts(world)[0].taken_by == world.cast.jo
    assert told(world) == set()


def test_each_take_is_told_once(phone: Phone):
    world = of_marcus(phone)
    marcus_takes(phone, "10:34:40")  # he has it already
    assert told(world) <= {MARCUS}
    marcus = Desk(world, "marcus")
    marcus.open(f"/staff/alerts/{call(world).id}")
    marcus.press("/give-back")
    marcus_takes(phone, "10:36")

    assert HAS_IT.replace("10:34", "10:36") in bodies(world, PRIYA)[0]


@pytest.mark.parametrize("then", [BY_MARCUS, "on the tablet"])
def test_told_after_he_has_the_call_it_says_so_at_once(phone: Phone, then: str):
    world = phone.world
    calls(phone)
    marcus_takes(phone, "10:34:20")
    world.sent.clear()
    if then == BY_MARCUS:
        phone.text(f"{TUESDAY} 10:35", then)
    else:
        tells_on_the_tablet(world)

    for one in (LENA, JO, PRIYA):  # each once
        assert [HAS_IT in each for each in bodies(world, one)] == [True]
    assert bodies(world, MARCUS) == []


def test_named_later_lena_who_has_the_call_is_told_of_too(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    calls(phone)
    lena = Desk(world, "lena")
    lena.open(f"/staff/alerts/{call(world).id}")
    lena.press("/take")
    world.sent.clear()
    phone.text(f"{TUESDAY} 10:36", "and lena did")

    assert any("Lena took Dev's call for help at " in one for one in bodies(world, PRIYA))
    assert not any("took Dev's call" in one for one in bodies(world, LENA))


def test_while_nobody_can_tell_who_it_was_those_outside_read_who_has_the_call(phone: Phone):
    world = phone.world
    phone.arrives("he pushed me")
    calls(phone)
    marcus_takes(phone, "10:34:20")

    assert told(world) == {MARCUS} | OUTSIDE
    (words,) = {one for number in OUTSIDE for one in bodies(world, number)}
    assert (
        "Marcus took Dev's call for help at 10:34. Nobody can tell whom Dev means. Go there."
        in words
    )


def closes_it(world: World) -> None:
    lena = Desk(world, "lena")
    lena.take("Dev")
    lena.close("Spoke to them", "We decided who acts.", confirmed_by="Sam")


def test_what_was_closed_calls_anew_within_30_days(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    closes_it(world)
    calls(phone)
    marcus_takes(phone, "10:34:20")

    before, anew = hurts(world)
    assert (before.state, anew.state, anew.title) == ("closed", "open", HAS_IT)
    assert told(world) == {MARCUS, LENA}
    assert "Go there" not in pages_of(world, "marcus")
    world.go_to(f"{TUESDAY} 10:37")  # and it goes on
    assert JO in told(world)


def test_what_called_anew_says_nothing_that_is_over_once_he_closed_the_call(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    closes_it(world)
    calls(phone)
    marcus_takes(phone, "10:34:20")
    marcus = Desk(world, "marcus")
    marcus.open(f"/staff/alerts/{call(world).id}")
    marcus.close("Not needed")
    world.sent.clear()
    world.go_to(f"{TUESDAY} 11:10")

    said = [one for who in (LENA, JO, PRIYA) for one in bodies(world, who)]
    assert any(HAS_IT in one for one in said)
    assert not any("Marcus has" in one or "Go there too" in one for one in said)
    page = pages_of(world, "jo")
    assert HAS_IT in page
    assert "Marcus has Dev" not in page


def test_what_was_closed_is_told_once_of_each_take(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    closes_it(world)
    calls(phone)
    marcus_takes(phone, "10:34:20")
    phone.text(f"{TUESDAY} 10:36", "and marcus hit me again")

    _, anew, again = hurts(world)  # what he tells then stands by itself
    for one in (anew, again):
        assert [step[2] for step in steps(world, one)].count(HAS_IT) == 1


@pytest.mark.parametrize("told_and_closed", [True, False])
def test_what_dev_texts_then_is_read_as_if_nothing_had_been_told(
    phone: Phone, *, told_and_closed: bool
):
    world = phone.world
    if told_and_closed:
        phone.arrives(BY_MARCUS)
        closes_it(world)
    calls(phone)
    marcus_takes(phone, "10:34:20")
    phone.text(f"{TUESDAY} 10:36", "im at the library")

    assert "im at the library" in pages_of(world, "marcus")


def test_after_30_days_a_call_is_his_as_any_other(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    closes_it(world)
    with world.app.app_context():
        row = db.session.get_one(AlertRow, hurts(world)[0].id)
        row.closed_at = clock.now() - timedelta(days=30, minutes=1)
        db.session.commit()
    calls(phone)
    marcus_takes(phone, "10:34:20")

    assert call(world).taken_by == world.cast.marcus
    assert len(hurts(world)) == 1


def test_where_he_ends_the_call_those_who_know_are_told_that_he_did(phone: Phone):
    world = of_marcus(phone)
    world.sent.clear()
    marcus = Desk(world, "marcus")
    marcus.open(f"/staff/alerts/{call(world).id}")
    marcus.close("Not needed")
    world.settle()

    assert told(world) == {LENA, JO, PRIYA}
    assert bodies(world, JO)[0].startswith(f"NOW. {ENDED} Take it: ")
    assert ENDED in Desk(world, "jo").open(f"/staff/alerts/{hurts(world)[0].id}")
    assert "keeps this" not in marcus.words


def test_once_the_hurt_is_closed_here_and_open_outside_the_house_is_told_again(phone: Phone):
    world = of_marcus(phone)
    phone.text(f"{TUESDAY} 10:36", "HELP")  # it rings Marcus, so that those outside are told too
    assert [one.kind for one in alerts(world) if one.kind == "told_outside"]
    priya = Desk(world, "priya")
    priya.open(f"/staff/alerts/{hurts(world)[0].id}")
    priya.press("/take")
    priya.close("Safeguarding: referral made", "ref")
    marcus = Desk(world, "marcus")
    marcus.open(f"/staff/alerts/{call(world).id}")
    world.sent.clear()
    marcus.close("Not needed")
    world.settle()
    assert LENA in told(world)
    assert hurts(world)[-1].title == ENDED
    phone.text(f"{TUESDAY} 10:50", "HELP")

    marcus_takes(phone, "10:51")

    assert LENA in told(world)  # Jo after two minutes


def test_what_calls_anew_is_told_of_his_second_take_once(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    closes_it(world)
    calls(phone)
    marcus_takes(phone, "10:34:20")
    marcus = Desk(world, "marcus")
    marcus.open(f"/staff/alerts/{call(world).id}")
    marcus.press("/give-back")
    marcus_takes(phone, "10:36")

    taken_anew = HAS_IT.replace("10:34", "10:36")
    assert [taken_anew in one for one in bodies(world, PRIYA)] == [True]
    (_, anew) = hurts(world)
    assert "again" not in {one[1] for one in steps(world, anew)}


def test_closed_again_between_his_two_takes_it_calls_a_second_time(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    closes_it(world)
    calls(phone)
    marcus_takes(phone, "10:34:20")
    priya = Desk(world, "priya")
    priya.open(f"/staff/alerts/{hurts(world)[-1].id}")
    priya.press("/take")
    priya.close("Safeguarding: referral made", "ref")
    assert not [one for one in hurts(world) if one.state != "closed"]
    marcus = Desk(world, "marcus")
    marcus.open(f"/staff/alerts/{call(world).id}")
    marcus.press("/give-back")

    marcus_takes(phone, "10:36")

    assert LENA in told(world)
    anew = HAS_IT.replace("10:34", "10:36")
    assert [one.title for one in hurts(world) if one.state != "closed"] == [anew]
