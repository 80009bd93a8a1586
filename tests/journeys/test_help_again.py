"""Dev calls for help again while nobody has his call: it rings at once, and he is told truly who."""

from datetime import datetime, timedelta

from checkin.storage import staff as staff_kept
from checkin.storage.outside import contacts_of
from checkin.storage.transaction import kept_together
from tests.conftest import World, london
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts

TUESDAY = "2026-10-20"
EIGHT = london(f"{TUESDAY} 08:00")
CRIED = "Dev asked for help or is not OK."


def rings(who: str) -> str:
    return f"We got your text. We are asking {who} to ring you. In danger? Ring 999."


def help_at(world: World, after: timedelta) -> None:
    Phone(world).text(str((EIGHT + after).replace(tzinfo=None)), "HELP")


def rung_since(world: World, moment: datetime) -> list[str]:
    """Return who was called from then on, in order."""
    calls = [one for one in world.sent if one.channel == "call"]
    return [one.number for one in calls if world.at[one.key] >= moment]


def test_seconds_after_it_was_given_back_help_rings_jo_and_lena_who_was_rung_first(world: World):
    help_at(world, timedelta())
    marcus = Desk(world, "marcus")
    marcus.take(CRIED)
    world.go_to(EIGHT + timedelta(minutes=1))
    marcus.press("/give-back")
    world.settle()

    again = timedelta(minutes=1, seconds=5)
    help_at(world, again)

    assert rung_since(world, EIGHT + again) == [JO, LENA]
    assert world.texts(DEV)[-1] == rings("Jo and Lena")


def test_seconds_after_a_claim_ran_out_help_rings_jo_and_all_who_were_rung_first(world: World):
    help_at(world, timedelta())
    Desk(world, "marcus").take(CRIED)

    again = timedelta(minutes=30, seconds=5)
    help_at(world, again)

    assert set(rung_since(world, EIGHT + again)) == {JO, MARCUS, LENA}
    assert world.texts(DEV)[-1] == rings("Jo, Lena and Marcus")


def test_after_half_an_hour_of_nobody_help_rings_everybody_and_names_them(world: World):
    help_at(world, timedelta())

    again = timedelta(minutes=30)
    help_at(world, again)

    assert {JO, MARCUS, LENA} < set(rung_since(world, EIGHT + again))
    assert world.texts(DEV)[-1] == rings("Jo, Lena, Marcus and Priya")


def test_pressed_on_and_on_every_ten_seconds_it_is_not_swallowed_for_ever(world: World):
    for seconds in (0, 10, 20):
        help_at(world, timedelta(seconds=seconds))

    assert rung_since(world, EIGHT + timedelta(seconds=10)) == [MARCUS, LENA]


def test_help_again_in_one_breath_after_the_ring_that_it_caused_rings_once(world: World):
    help_at(world, timedelta())
    marcus = Desk(world, "marcus")
    marcus.take(CRIED)
    world.go_to(EIGHT + timedelta(minutes=1))
    marcus.press("/give-back")
    for seconds in (65, 70):
        help_at(world, timedelta(seconds=seconds))

    assert rung_since(world, EIGHT + timedelta(seconds=65)).count(JO) <= 2
    assert len(rung_since(world, EIGHT + timedelta(seconds=70))) == 0


def test_where_no_phone_of_staff_could_be_rung_nobody_is_named(world: World):
    with world.app.app_context(), kept_together():
        house = world.cast.house
        for one in (*staff_kept.staff_of_houses([house]), *contacts_of([house])[house]):
            staff_kept.change(one.id, phone=None)
    help_at(world, timedelta())

    assert world.texts(DEV)[-1] == "Nobody here can be told now. In danger? Ring 999."


def test_asked_for_a_person_again_it_names_who_was_asked_since(world: World):
    phone = Phone(world)
    phone.text(f"{TUESDAY} 08:00", "call me")
    phone.text(f"{TUESDAY} 08:16", "call me")

    (asked,) = alerts(world)
    assert asked.step == 2
    assert world.texts(DEV)[-1] == (
        "We got your text. We are asking Jo and Marcus to ring you. In danger? Ring 999."
    )


def test_no_of_lena_is_not_taken_for_that_of_one_whose_name_holds_hers(world: World):
    with world.app.app_context(), kept_together():
        staff_kept.staff_by_id([world.cast.jo])[world.cast.jo].called = "Lenart"
    help_at(world, timedelta())
    world.go_to(f"{TUESDAY} 08:03")
    before = world.texts(DEV)
    assert "We are trying Lenart." in before[-1]

    Phone(world, LENA).text(f"{TUESDAY} 08:03:30", "no")

    assert world.texts(DEV) == before


def test_pressed_again_while_marcus_has_it_he_is_rung_and_after_two_minutes_the_others(
    world: World,
):
    help_at(world, timedelta())
    Desk(world, "marcus").take(CRIED)
    again = timedelta(minutes=5)
    help_at(world, again)
    assert rung_since(world, EIGHT + again) == [MARCUS]
    world.go_to(EIGHT + again + timedelta(minutes=1, seconds=59))
    assert rung_since(world, EIGHT + again) == [MARCUS]

    world.go_to(EIGHT + again + timedelta(minutes=2, seconds=1))

    assert set(rung_since(world, EIGHT + again)[1:]) == {JO, LENA}
    assert world.texts(DEV)[-1] == "We are asking Jo and Lena to ring you now. In danger? Ring 999."


def test_who_is_told_next_is_on_the_list_before_it_rings(world: World):
    help_at(world, timedelta())
    Desk(world, "marcus").take(CRIED)
    help_at(world, timedelta(minutes=5))

    assert "Jo and Lena are told" in Desk(world, "priya").open("/staff/")


def test_asked_for_again_marcus_who_let_it_lie_is_not_who_is_asked(world: World):
    phone = Phone(world)
    phone.text(f"{TUESDAY} 08:00", "call me")
    marcus = Desk(world, "marcus")
    marcus.open("/staff/")
    marcus.take("Dev asked for a person")
    phone.text(f"{TUESDAY} 08:01", "call me")
    world.go_to(EIGHT + timedelta(minutes=6, seconds=1))

    assert "asking Jo, Lena and Priya to ring you now" in world.texts(DEV)[-1]


def test_pressed_again_and_marcus_says_what_he_did_the_others_are_not_rung(world: World):
    help_at(world, timedelta())
    marcus = Desk(world, "marcus")
    marcus.take(CRIED)
    again = timedelta(minutes=5)
    help_at(world, again)

    marcus.open("/staff/")
    marcus.follow(CRIED)
    marcus.log("voicemail", "Dev's phone")
    world.go_to(EIGHT + again + timedelta(minutes=10))

    assert rung_since(world, EIGHT + again) == [MARCUS]


def test_more_words_while_marcus_has_it_press_as_help_does(world: World):
    help_at(world, timedelta())
    Desk(world, "marcus").take(CRIED)
    again = timedelta(minutes=5)
    Phone(world).text(f"{TUESDAY} 08:05", "im by the bins where are you")
    assert rung_since(world, EIGHT + again) == [MARCUS]

    world.go_to(EIGHT + again + timedelta(minutes=2, seconds=1))

    assert set(rung_since(world, EIGHT + again)[1:]) == {JO, LENA}


def test_asked_for_a_person_and_nobody_acts_more_than_jo_is_rung_within_the_hour(world: World):
    Phone(world).text(f"{TUESDAY} 08:00", "call me")
    world.go_to(EIGHT + timedelta(minutes=54))
    assert set(rung_since(world, EIGHT + timedelta(minutes=15))) == {JO}

    world.go_to(EIGHT + timedelta(minutes=56))

    rung = rung_since(world, EIGHT + timedelta(minutes=54))
    assert {JO, LENA, MARCUS} <= set(rung)
    assert "Jo, Lena, Marcus and Priya" in world.texts(DEV)[-1]


def test_who_calls_again_seconds_after_one_took_it_is_not_left_to_that_one(world: World):
    help_at(world, timedelta())
    world.go_to(EIGHT + timedelta(seconds=4))
    Desk(world, "marcus").take(CRIED)
    help_at(world, timedelta(seconds=7))
    help_at(world, timedelta(seconds=11))

    assert rung_since(world, EIGHT + timedelta(seconds=6)) == [MARCUS]
    world.go_to(EIGHT + timedelta(minutes=2, seconds=8))
    assert {JO, LENA} <= set(rung_since(world, EIGHT + timedelta(minutes=2)))
